//! The crate's tables.

pub mod agreement;
pub mod coordination_action;
pub mod coordination_agency;
pub mod coordination_entry;
pub mod council;
pub mod council_correction;
pub mod council_meeting;
pub mod council_member;
pub mod council_opinion;
pub mod council_paper;
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
    /// A council.
    CouncilId
}
typed_id! {
    /// A seat in a council.
    CouncilMemberId
}
typed_id! {
    /// A meeting of a council.
    CouncilMeetingId
}
typed_id! {
    /// An opinion given in a meeting of a council.
    CouncilOpinionId
}
typed_id! {
    /// A policy of the ward.
    PolicyId
}
typed_id! {
    /// One version of a policy.
    PolicyVersionId
}
