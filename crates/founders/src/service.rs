//! Verbs about the certificate. Each runs in one `transact` and records its event.

mod apply;
mod decide;
mod found;
mod issue;
mod scheme;
mod take_over;

pub use apply::{apply, correct, withdraw};
pub use decide::{confirm, forward, give_back, refuse};
pub use issue::{issue, revoke, tell_founding};
pub use scheme::{CourseDraft, add_course, set_scheme};
pub use take_over::take_over;
