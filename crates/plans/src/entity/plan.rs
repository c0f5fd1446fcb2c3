//! What is to be done over some fiscal years, and by whom (計画).

use sea_orm::entity::prelude::*;

use super::PlanId;

/// One plan; what it says stands in its versions.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "plans")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PlanId,
    /// Whose it is and how long it looks ahead.
    pub kind: Kind,
    /// `令和9年度 事業計画書`.
    pub name: String,
    /// Its first fiscal year, by the year in which that begins.
    pub first_year: i32,
    /// Its last fiscal year; of an annual plan the same.
    pub last_year: i32,
    /// The plan whose programmes it carries on.
    pub based_on: Option<PlanId>,
}

impl ActiveModelBehavior for ActiveModel {}

/// What sort of plan it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Kind {
    /// The ward's vision (産業振興ビジョン).
    Vision,
    /// The ward's action plan (産業振興計画), over some years.
    Action,
    /// The manager's plan of one fiscal year (事業計画書).
    Annual,
}

impl Kind {
    /// As texts, events and templates name it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Vision => "vision",
            Self::Action => "action",
            Self::Annual => "annual",
        }
    }
}
