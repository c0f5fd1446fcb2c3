//! By what a programme's result is measured (指標), and what is aimed at (目標値).

use sea_orm::entity::prelude::*;

use super::{MeasureId, PlanVersionId, ProgrammeId};

/// One measure of a programme in one version. Values are hundredths: 62.5 % is 6250.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "measures")]
pub struct Model {
    /// Of which version.
    #[sea_orm(primary_key, auto_increment = false)]
    pub version_id: PlanVersionId,
    /// The same through all versions of the plan.
    #[sea_orm(primary_key, auto_increment = false)]
    pub measure_id: MeasureId,
    /// Of which programme.
    pub programme_id: ProgrammeId,
    /// The first is 1.
    pub position: i32,
    /// How it is counted.
    pub kind: MeasureKind,
    /// What is counted.
    pub name: String,
    /// In what: 回, 件, 人; empty for a milestone.
    pub unit: String,
    /// The fiscal year in which it stood at the baseline.
    pub baseline_year: Option<i32>,
    /// Where it stood then.
    pub baseline: Option<i64>,
    /// By the end of which fiscal year the target is to be reached.
    pub target_year: i32,
    /// The target; none for a milestone.
    pub target: Option<i64>,
    /// The target is for so many years: once in three is 1 and 3.
    pub every_years: i32,
}

impl ActiveModelBehavior for ActiveModel {}

/// How a measure is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum MeasureKind {
    /// 累計: what has come together by the target year.
    Cumulative,
    /// 年間: so many in each year.
    Annual,
    /// 周期: so many within so many years.
    Recurring,
    /// 到達: reached or not, without a number.
    Milestone,
}

impl MeasureKind {
    /// As forms, texts and templates name it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Cumulative => "cumulative",
            Self::Annual => "annual",
            Self::Recurring => "recurring",
            Self::Milestone => "milestone",
        }
    }
}
