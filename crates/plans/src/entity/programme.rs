//! What is done (事業), as a version of a plan says it.

use kernel::PersonId;
use sea_orm::entity::prelude::*;

use super::{PlanVersionId, PolicyId, ProgrammeId};

/// One programme of one version.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "programmes")]
pub struct Model {
    /// Of which version.
    #[sea_orm(primary_key, auto_increment = false)]
    pub version_id: PlanVersionId,
    /// The same through all versions of the plan.
    #[sea_orm(primary_key, auto_increment = false)]
    pub programme_id: ProgrammeId,
    /// 事業番号: by it programmes stand in their order.
    pub number: i32,
    /// The goal (目標) it serves.
    pub goal: String,
    /// The strategy (施策) within the goal.
    pub strategy: String,
    /// What it is called.
    pub name: String,
    /// What is done for whom.
    pub summary: String,
    /// The department that answers for it (所管課).
    pub owner_department: String,
    /// Further departments (関連所管課), a line each.
    pub related_departments: String,
    /// 【重点】.
    pub is_priority: bool,
    /// 【新規】.
    pub is_new: bool,
    /// How far ahead it looks.
    pub horizon: Option<Horizon>,
    /// Whether it is still planned or already done.
    pub stage: Option<Stage>,
    /// Where it takes place (実施する空間), in words.
    pub place: String,
    /// What the ward does of it.
    pub ward_role: String,
    /// What the manager does of it.
    pub manager_role: String,
    /// The ward's policy that it serves.
    pub policy_id: Option<PolicyId>,
    /// The programme of an earlier plan that it carries on.
    pub carried_from: Option<ProgrammeId>,
    /// Grows with every edit: two who edit it do not overwrite each other.
    pub edition: i32,
    /// Who wrote it last.
    pub written_by: PersonId,
}

impl ActiveModelBehavior for ActiveModel {}

/// How far ahead a programme looks (期間).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Horizon {
    /// 短期: up to three years.
    Short,
    /// 中期: up to five.
    Medium,
    /// 長期: up to ten.
    Long,
}

/// How far a programme is meant to be (段階).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Stage {
    /// 計画着手: it is being planned.
    Planning,
    /// 実行: it is done.
    Doing,
}

impl Horizon {
    /// As forms, texts and templates name it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Short => "short",
            Self::Medium => "medium",
            Self::Long => "long",
        }
    }
}

impl Stage {
    /// As forms, texts and templates name it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Planning => "planning",
            Self::Doing => "doing",
        }
    }
}
