//! Grounds of reduction (減免事由): dated rows with their criteria.

use kernel::{Instant, PersonId};
use organisations::entity::category::{Locality, Party, Stage};
use sea_orm::entity::prelude::*;

use super::ReductionKindId;

/// A ground on which a charge is reduced.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "reduction_kinds")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ReductionKindId,
    /// What it is called.
    pub name: String,
    /// The same in English, or empty.
    pub name_en: String,
    /// How much is taken off, in per cent; 100 is 免除.
    pub percent: i32,
    /// When it applies, and what to look at.
    pub criteria: String,
    /// Who issued the criteria.
    pub issued_by: Authority,
    /// Only those who belong here; none: everyone.
    pub locality: Option<Locality>,
    /// Only those who come as this; none: everyone.
    pub party: Option<Party>,
    /// Only those who are so far; none: everyone.
    pub stage: Option<Stage>,
    /// The first day on which it holds.
    pub valid_from: String,
    /// The last, if it has one.
    pub valid_until: Option<String>,
    /// Who entered it; none when it came with the setting up.
    pub made_by: Option<PersonId>,
    /// When.
    pub made_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}

/// Who issued criteria.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, serde::Serialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Authority {
    /// 区が定めた基準.
    Ward,
    /// 指定管理者が定めた基準.
    Manager,
}

impl Authority {
    /// Each of them, in the order in which people choose.
    pub const ALL: [Self; 2] = [Self::Ward, Self::Manager];

    /// As forms and texts name it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ward => "ward",
            Self::Manager => "manager",
        }
    }

    /// Reads what [`Self::code`] writes.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}
