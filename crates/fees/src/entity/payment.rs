//! Payments received at the counter.

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::PaymentId;

/// Money that came in, once. Never changed; what goes back is a refund.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "payments")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PaymentId,
    /// How.
    pub method: Method,
    /// In yen: the sum of its parts.
    pub amount: i64,
    /// Who took it.
    pub received_by: Option<PersonId>,
    /// When.
    pub received_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}

/// How money comes and goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, serde::Serialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// 現金.
    Cash,
    /// 口座振込.
    Transfer,
    /// 窓口のカード端末.
    CardTerminal,
}

impl Method {
    /// Each of them, in the order in which people choose.
    pub const ALL: [Self; 3] = [Self::Cash, Self::Transfer, Self::CardTerminal];

    /// As forms and texts name it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Cash => "cash",
            Self::Transfer => "transfer",
            Self::CardTerminal => "card_terminal",
        }
    }

    /// Reads what [`Self::code`] writes.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}
