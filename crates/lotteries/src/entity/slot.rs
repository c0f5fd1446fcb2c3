//! The times of a lottery for which somebody applied (枠), once its lists are frozen.

use fairness::draw::Frozen;
use kernel::{Fault, Instant, Span};
use sea_orm::entity::prelude::*;

use super::LotteryId;

/// One slot: a draw of its own, or the reason why it is not drawn.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "lottery_slots")]
pub struct Model {
    /// Of which lottery.
    #[sea_orm(primary_key, auto_increment = false)]
    pub lottery_id: LotteryId,
    /// From when.
    #[sea_orm(primary_key, auto_increment = false)]
    pub starts_at: Instant,
    /// Until when.
    pub ends_at: Instant,
    /// Rules and entries.
    pub entries: Option<String>,
    /// Why it is not drawn.
    pub left_out: Option<LeftOut>,
}

impl ActiveModelBehavior for ActiveModel {}

/// Why a time is not drawn for which people applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum LeftOut {
    /// The centre, or the space, is closed then.
    Closed,
    /// Nothing of it is free.
    Taken,
    /// It begins before who wins could answer.
    TooSoon,
}

impl LeftOut {
    /// As texts name it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Closed => "closed",
            Self::Taken => "taken",
            Self::TooSoon => "too_soon",
        }
    }
}

impl Model {
    /// When.
    pub const fn span(&self) -> Span {
        Span {
            from: self.starts_at,
            until: self.ends_at,
        }
    }

    /// Its frozen list, if it is drawn.
    ///
    /// # Errors
    /// A fault when what is stored is not written as a draw is.
    pub fn frozen(&self) -> Result<Option<Frozen>, Fault> {
        let frozen = self.entries.as_deref().map(Frozen::parse).transpose();
        frozen.map_err(|error| Fault::broken("reading the entries of a lottery", error))
    }
}
