//! What the side that decides says about a version, item by item (審査の意見).

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::{PlanVersionId, ProgrammeId, ReviewCommentId};

/// One comment. The other side reads it with the answer.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "review_comments")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ReviewCommentId,
    /// About which version.
    pub version_id: PlanVersionId,
    /// About which programme; none for the plan as a whole.
    pub programme_id: Option<ProgrammeId>,
    /// What is said.
    pub body: String,
    /// Whether the plan is approved on this condition, if it is.
    pub is_condition: bool,
    /// By whom.
    pub written_by: PersonId,
    /// When.
    pub written_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
