//! What a plan says, version by version.

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::{PlanId, PlanVersionId, plan};

/// One version. How far it is, its approval says; a draft has none.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "plan_versions")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PlanVersionId,
    /// Of which plan.
    pub plan_id: PlanId,
    /// 第1版 is 1.
    pub number: i32,
    /// Why what was approved is to be changed (変更の理由); empty as long as nothing was.
    pub reason: String,
    /// Grows with every edit of anything in the draft: nobody hands in what they did not see.
    pub edition: i32,
    /// Grows with every edit of the budget: two who edit it do not overwrite each other.
    pub budget_edition: i32,
    /// Who changed it last.
    pub written_by: PersonId,
    /// When.
    pub written_at: Instant,
    /// The plan.
    #[sea_orm(belongs_to, from = "plan_id", to = "id")]
    pub plan: BelongsTo<plan::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
