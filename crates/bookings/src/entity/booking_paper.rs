//! Papers of a booking: permit, change notice, notices of cancellation and refusal, each with its
//! number.

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::{BookingId, PaperId};

/// A paper as it was issued; what it says is never changed, only copied again.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "booking_papers")]
pub struct Model {
    /// Its identifier, as in addresses.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PaperId,
    /// About which booking.
    pub booking_id: BookingId,
    /// Which paper.
    pub kind: Kind,
    /// How often the booking had been changed by then.
    pub version: i64,
    /// The fiscal year of its number, by the year in which it begins.
    pub fiscal_year: i32,
    /// Its number in that year, without gaps.
    pub number: i64,
    /// When.
    pub issued_at: Instant,
    /// By whom: the person, or a member of staff.
    pub issued_by: Option<PersonId>,
    /// How many copies there are; the second and later ones say so.
    pub copies: i32,
    /// When the last copy was made.
    pub copied_at: Instant,
    /// What it says, a JSON object.
    pub facts: String,
}

impl ActiveModelBehavior for ActiveModel {}

/// Which paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Kind {
    /// 使用許可書: that a space may be used.
    Permit,
    /// 変更承認書: that it may be used otherwise than was permitted.
    Change,
    /// 取消通知書: that the permit no longer stands.
    Cancellation,
    /// 不承認通知書: that a space may not be used.
    Refusal,
}

impl Kind {
    /// Every paper, in the order in which they follow each other.
    pub const ALL: [Self; 4] = [
        Self::Permit,
        Self::Change,
        Self::Cancellation,
        Self::Refusal,
    ];

    /// As forms and texts name it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Permit => "permit",
            Self::Change => "change",
            Self::Cancellation => "cancellation",
            Self::Refusal => "refusal",
        }
    }

    /// Reads what [`Kind::code`] writes.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}
