//! Rates of consumption tax, as the law changes them.

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

/// A rate that holds from a date on.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "tax_rates")]
pub struct Model {
    /// Which.
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: Code,
    /// The first day on which it holds.
    #[sea_orm(primary_key, auto_increment = false)]
    pub valid_from: String,
    /// In thousandths: 100 is 10 %.
    pub thousandths: i32,
    /// Which law says so.
    pub source: String,
    /// Who entered it; none when it came with the product.
    pub made_by: Option<PersonId>,
    /// When.
    pub made_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// By what a page says which row it showed.
    pub fn mark(&self) -> String {
        let at = self.made_at.map_or(0, Instant::micros);
        format!("{}-{at}", self.thousandths)
    }
}

/// Which consumption tax.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, serde::Serialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// 標準税率.
    Standard,
    /// 軽減税率.
    Reduced,
    /// 非課税・不課税.
    Exempt,
}

impl Code {
    /// Each of them, in the order in which people choose.
    pub const ALL: [Self; 3] = [Self::Standard, Self::Reduced, Self::Exempt];

    /// As forms and texts name it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Standard => "standard",
            Self::Reduced => "reduced",
            Self::Exempt => "exempt",
        }
    }

    /// Reads what [`Self::code`] writes.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}
