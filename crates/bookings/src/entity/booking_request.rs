//! Bookings that need approval: when they were asked for, by when they are decided, and how.

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;
use serde::Deserialize;

use super::{BookingId, RuleId, booking};

/// A request for approval. A booking has one; when it is moved it is asked for again.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "booking_requests")]
pub struct Model {
    /// The booking.
    #[sea_orm(primary_key, auto_increment = false)]
    pub booking_id: BookingId,
    /// Which rule asks for the approval.
    pub rule_id: RuleId,
    /// When it was asked for, the last time.
    pub asked_at: Instant,
    /// By which date it is to be decided.
    pub decide_by: String,
    /// What the use would have cost then, in yen and without any reduction: an approval charges no
    /// more. None where it was free, or asked for before this was kept.
    pub asked_price: Option<i64>,
    /// What came of it; none while it waits.
    pub outcome: Option<Outcome>,
    /// Why it was refused.
    pub ground: Option<Ground>,
    /// The conditions of an approval, or more about a refusal; can be erased.
    pub words: Option<String>,
    /// Who decided.
    pub ended_by: Option<PersonId>,
    /// When it was decided, lapsed or was called off.
    pub ended_at: Option<Instant>,
    /// The booking.
    #[sea_orm(belongs_to, from = "booking_id", to = "id")]
    pub booking: BelongsTo<booking::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}

/// What came of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Outcome {
    /// The space may be used.
    Approved,
    /// It may not.
    Refused,
    /// Its time began and nobody had decided.
    Lapsed,
    /// The person withdrew it, or the centre closed.
    CalledOff,
}

impl Outcome {
    /// As texts name it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Approved => "approved",
            Self::Refused => "refused",
            Self::Lapsed => "lapsed",
            Self::CalledOff => "called_off",
        }
    }
}

/// 不承認事由: why a use is refused (`domain.md` part 4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// 公の秩序.
    PublicOrder,
    /// 管理上の支障.
    Operation,
    /// 目的外.
    Purpose,
    /// 不適当.
    Unsuitable,
}

impl Ground {
    /// Every ground, in the order of lists.
    pub const ALL: [Self; 4] = [
        Self::PublicOrder,
        Self::Operation,
        Self::Purpose,
        Self::Unsuitable,
    ];

    /// As forms and texts name it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::PublicOrder => "public_order",
            Self::Operation => "operation",
            Self::Purpose => "purpose",
            Self::Unsuitable => "unsuitable",
        }
    }
}
