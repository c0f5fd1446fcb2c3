//! What comes in and what goes out in a year (収支予算).

use sea_orm::entity::prelude::*;

use super::{PlanVersionId, ProgrammeId};

/// One line of the budget of one version.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "budget_lines")]
pub struct Model {
    /// Of which version.
    #[sea_orm(primary_key, auto_increment = false)]
    pub version_id: PlanVersionId,
    /// The first is 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i32,
    /// Whether it comes in or goes out.
    pub side: BudgetSide,
    /// For which programme; none for the centre as a whole.
    pub programme_id: Option<ProgrammeId>,
    /// What for (費目): 指定管理料, 講師謝礼.
    pub item: String,
    /// Whole yen.
    pub yen: i64,
    /// How it was reckoned.
    pub note: String,
}

impl ActiveModelBehavior for ActiveModel {}

/// Whether money comes in or goes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum BudgetSide {
    /// 収入.
    Income,
    /// 支出.
    Expenditure,
}

impl BudgetSide {
    /// As forms, texts and templates name it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Income => "income",
            Self::Expenditure => "expenditure",
        }
    }
}
