//! Where people begin: home, マイページ, the pages about the centre, letters and search at the
//! counter.
//!
//! * [`rules`]: what the house and its places are doing at this moment.
//! * [`read`]: what home and マイページ show, out of what other crates answer.
//! * `pages`: the pages; `pages/plan.rs` draws the house from above.
//! * [`service::merge`], [`service::merge_organisations`]: two people, or two organisations, become one;
//!   it stands here because it concerns every crate.
//!
//! It owns no table. Words: `portal-…`. To add a page about the centre, write
//! `templates/portal/<page>.html`, its words and its route in `pages/about.rs`.

mod pages;
pub mod read;
pub mod rules;
pub mod samples;
pub mod service;

pub use pages::{letters_of as letters, routes};
