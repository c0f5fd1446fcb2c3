//! Whose the fees are, and who stands on a receipt: dated rows.

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::FeeTermsId;

/// What holds for all fees from a date on.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "fee_terms")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: FeeTermsId,
    /// Whose the fees are.
    pub regime: Regime,
    /// Who earns the fee and issues receipts.
    pub issuer: String,
    /// Where they are.
    pub address: String,
    /// `T` and 13 digits, or empty when the issuer is not registered.
    pub registration_number: String,
    /// Who takes the money for the issuer (公金収納), or empty.
    pub collector: String,
    /// What becomes of the fraction of a yen of tax.
    pub rounding: TaxRounding,
    /// The first day on which it holds.
    pub valid_from: String,
    /// Who entered it; none when it came with the setting up.
    pub made_by: Option<PersonId>,
    /// When.
    pub made_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// By what a page says which row it showed.
    pub fn mark(&self) -> String {
        self.id.to_string()
    }
}

/// Whose the fees are, and so who decides about reductions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, serde::Serialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Regime {
    /// 使用料: revenue of the ward.
    WardFee,
    /// 利用料金: revenue of the designated manager.
    ManagerFee,
}

impl Regime {
    /// Each of them, in the order in which people choose.
    pub const ALL: [Self; 2] = [Self::WardFee, Self::ManagerFee];

    /// As forms and texts name it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::WardFee => "ward_fee",
            Self::ManagerFee => "manager_fee",
        }
    }

    /// Reads what [`Self::code`] writes.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// What becomes of the fraction of a yen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, serde::Serialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum TaxRounding {
    /// 切捨て.
    Down,
    /// 四捨五入.
    HalfUp,
    /// 切上げ.
    Up,
}

impl TaxRounding {
    /// Each of them, in the order in which people choose.
    pub const ALL: [Self; 3] = [Self::Down, Self::HalfUp, Self::Up];

    /// As forms and texts name it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Down => "down",
            Self::HalfUp => "half_up",
            Self::Up => "up",
        }
    }

    /// Reads what [`Self::code`] writes.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

impl From<TaxRounding> for japan::money::Rounding {
    fn from(rounding: TaxRounding) -> Self {
        match rounding {
            TaxRounding::Down => Self::Down,
            TaxRounding::HalfUp => Self::HalfUp,
            TaxRounding::Up => Self::Up,
        }
    }
}
