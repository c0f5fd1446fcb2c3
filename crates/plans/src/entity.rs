//! The crate's tables.

pub mod activity;
pub mod budget_line;
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
