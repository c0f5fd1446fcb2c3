//! Papers that people hand in: scans and photographs that prove what a form says.
//!
//! * Table ([`entity`]): `papers`, one row for each paper. The content lies in a folder that all
//!   nodes share, named by its SHA-256: the same paper handed in twice lies there once.
//! * [`Form`]: a form with papers, taken from the request. Each paper is streamed into a file, its
//!   kind told by its content, synced and given its name before the handler runs, so that no row
//!   ever names a paper that is not there.
//! * [`service::keep`]: writes the rows, in the transaction of whoever needs the papers;
//!   [`service::forget`] removes them.
//! * [`attached`]: gives a paper back, always to be saved, never to be shown by the browser. Who
//!   may have it is for its owner to say.
//! * [`tasks::Orphans`]: removes what no row has named for a day. [`Store::names`]: for backups.
//!
//! Words: a *paper* is one file as someone handed it in. Events: none of its own; the act for which
//! papers are handed in has one. `organisations` uses it; so will whoever asks for papers.
//!
//! To take another kind of paper: `entity::paper::Kind`, its mark in `rules`, its column check.

mod attached;
pub mod entity;
mod form;
pub mod read;
mod refused;
pub mod rules;
pub mod service;
mod store;
pub mod tasks;

pub use attached::{attached, shown};
pub use entity::PaperId;
pub use form::{Form, Mixed, Named};
pub use refused::Refused;
pub use store::{Handed, Store};
