//! The crate's tables.

pub mod policy;
pub mod policy_version;

use kernel::typed_id;
use uuid::Uuid;

typed_id! {
    /// A policy of the ward.
    PolicyId
}
typed_id! {
    /// One version of a policy.
    PolicyVersionId
}
