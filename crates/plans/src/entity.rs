//! The crate's tables.

pub mod agreement;
pub mod coordination_action;
pub mod coordination_agency;
pub mod coordination_entry;
pub mod policy;
pub mod policy_version;

use kernel::typed_id;
use uuid::Uuid;

typed_id! {
    /// An agreement with a partner.
    AgreementId
}
typed_id! {
    /// An entry of the coordination log.
    CoordinationEntryId
}
typed_id! {
    /// What is to be done after it.
    CoordinationActionId
}
typed_id! {
    /// A policy of the ward.
    PolicyId
}
typed_id! {
    /// One version of a policy.
    PolicyVersionId
}
