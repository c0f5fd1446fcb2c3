//! The crate's tables.

pub mod activity;
pub mod agreement;
pub mod budget_line;
pub mod coordination_action;
pub mod coordination_agency;
pub mod coordination_entry;
pub mod council;
pub mod council_correction;
pub mod council_meeting;
pub mod council_member;
pub mod council_opinion;
pub mod council_paper;
pub mod initiative;
pub mod measure;
pub mod plan;
pub mod plan_version;
pub mod policy;
pub mod policy_version;
pub mod programme;
pub mod review_comment;

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
typed_id! {
    /// A plan.
    PlanId
}
typed_id! {
    /// One version of a plan.
    PlanVersionId
}
typed_id! {
    /// A programme, the same through all versions of its plan.
    ProgrammeId
}
typed_id! {
    /// A measure of a programme, the same through all versions of the plan.
    MeasureId
}
typed_id! {
    /// What was said of a version in its review.
    ReviewCommentId
}
