//! What the acceptance tests have in common: the whole product on a random port, and the people
//! who use it.
//!
//! `TestApp::start(engine)` opens a small centre at 14:20 on Tuesday, 8 December 2026.
//! `app.visitor()`, `app.member("花子")`, `app.staff()`, `app.manager()`, `app.ward()` are
//! browsers; `app.clock.advance(…)` moves the time; `app.run_tasks()` does what is due;
//! `app.letters()` is what was sent; `app.finish()` fails when something was left undone.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::missing_panics_doc,
    reason = "a test stops where something fails"
)]

mod app;
mod browser;
pub mod calendar;
mod fixture;
mod ground;
mod passkeys;
pub mod plans;

pub use app::TestApp;
pub use browser::{Answer, Browser};
pub use fixture::{Fixture, PASSWORD, open_centre};
pub use ground::ready;
