//! What a tariff costs whom, from a date on; a later row takes the place of an earlier one.

use kernel::{Instant, PersonId};
use organisations::entity::category::{Locality, Party, Stage};
use sea_orm::entity::prelude::*;

use super::{TariffId, TariffRateId, tax_rate};

/// A dated price of a tariff. Never changed: a new row takes its place.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "tariff_rates")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TariffRateId,
    /// Of which tariff.
    pub tariff_id: TariffId,
    /// Only those who belong here; none: everyone.
    pub locality: Option<Locality>,
    /// Only those who come as this; none: everyone.
    pub party: Option<Party>,
    /// Only those who are so far; none: everyone.
    pub stage: Option<Stage>,
    /// How it counts.
    pub unit: Unit,
    /// Of a price by the hour: for how many minutes it is; a part of them counts whole.
    pub step_minutes: Option<i32>,
    /// In yen; of a price by the band each band has its own.
    pub amount: Option<i64>,
    /// Which consumption tax.
    pub tax_code: tax_rate::Code,
    /// Whether the price includes it (内税).
    pub tax_included: bool,
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

/// How a price counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, serde::Serialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// By the hour, or by another stretch of minutes.
    Hour,
    /// By the band (時間区分) touched.
    Band,
    /// Once for each use.
    Use,
    /// Once for each day.
    Day,
}

impl Unit {
    /// Each of them, in the order in which people choose.
    pub const ALL: [Self; 4] = [Self::Hour, Self::Band, Self::Use, Self::Day];

    /// As forms and texts name it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Hour => "hour",
            Self::Band => "band",
            Self::Use => "use",
            Self::Day => "day",
        }
    }

    /// Reads what [`Self::code`] writes.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}
