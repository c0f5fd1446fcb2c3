//! Who applies for which time (抽選申込み).

use bookings::entity::{BookingId, booking::Party};
use kernel::{Instant, PersonId, Span};
use organisations::entity::OrganisationId;
use sea_orm::{QueryOrder, entity::prelude::*};

use super::{EntryId, LotteryId};

mod state;
mod why;

pub use state::State;
pub use why::Why;

/// One person, or one organisation, and one slot.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "lottery_entries")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: EntryId,
    /// In which lottery.
    pub lottery_id: LotteryId,
    /// 申込番号: the order of arrival, by which it is found in the published lists.
    pub number: i64,
    /// Who applies.
    pub person_id: PersonId,
    /// As which organisation.
    pub organisation_id: Option<OrganisationId>,
    /// Who entered it at the counter, if somebody did.
    pub made_by: Option<PersonId>,
    /// From when.
    pub starts_at: Instant,
    /// Until when.
    pub ends_at: Instant,
    /// What for, in the person's words.
    pub purpose: String,
    /// How many people come.
    pub attendees: i32,
    /// In which tier it is drawn: that of the applicant on the day they applied.
    pub tier: i32,
    /// Where it stands.
    pub state: State,
    /// Why it was not given, though it was won.
    pub why: Option<Why>,
    /// What was won.
    pub booking_id: Option<BookingId>,
    /// By when they say that they come; none where they pay instead.
    pub answer_by: Option<Instant>,
    /// When they were reminded of it.
    pub reminded_at: Option<Instant>,
    /// When they applied.
    pub made_at: Instant,
    /// When it came to nothing, or was confirmed.
    pub ended_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// Everybody of a lottery, in the order of arrival.
    pub fn of(lottery: LotteryId) -> Select<Self> {
        Self::find()
            .filter(COLUMN.lottery_id.eq(lottery))
            .order_by_asc(COLUMN.number)
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

    /// Who applies.
    pub const fn party(&self) -> Party {
        Party {
            person: self.person_id,
            organisation: self.organisation_id,
        }
    }
}
