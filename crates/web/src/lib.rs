//! Between HTTP and the domain: extractors, pages, forms, errors, assets and the browser's guards.
//!
//! * [`App`]: what every handler is given; [`Routes`]: every route's method and path, listed.
//! * [`Page`]: who is looking, in which language, and how to answer; [`Typed`]: what was typed.
//! * [`Error`]: the only error a handler returns; [`errors`] makes the page or the problem of it.
//! * [`guard`]: CSRF, security headers, the language, panics, in one layer.
//!
//! A handler has five steps: extract, parse the form into a command, `transact` one verb, then
//! go on with a flash, or show the form again. To add one: write it in the domain crate's
//! `pages/`, put it into that crate's `Routes`, and add its row to the table of routes in `tests/`.

pub mod address;
mod app;
mod assets;
mod calendar;
pub mod cookies;
mod error;
pub mod errors;
mod flash;
mod form;
pub mod guard;
mod id;
mod page;
mod rest;
mod routes;
pub mod sent;
pub mod sheet;
mod square_code;
mod standings;

pub use address::{ClientAddress, Proxies};
pub use app::{App, Parts, Site, VenueCard, Wording};
pub use assets::Assets;
pub use calendar::{CalendarFile, calendar_tag};
pub use error::{Error, FieldError};
pub use flash::{Flash, Tone};
pub use form::Typed;
pub use id::Id;
pub use page::{Page, Viewer};
pub use routes::Routes;
pub use square_code::square_code;
pub use standings::standings;
