//! The crate's tables.

pub mod approval;
pub mod approval_deputy;
pub mod approval_step;
pub mod approval_term;

use kernel::typed_id;
use uuid::Uuid;

typed_id! {
    /// One thing that is to be decided, or was.
    ApprovalId
}
typed_id! {
    /// One naming of a deputy.
    DeputyId
}
