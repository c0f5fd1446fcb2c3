//! Waiting entries: someone who would like a space at a time when it is taken.

use kernel::{Instant, PersonId, Span};
use organisations::entity::OrganisationId;
use sea_orm::{QueryOrder, entity::prelude::*};

use super::{BookingId, HoldId, SpaceId, WaitingId, booking::Party};

/// Someone in a waiting line, with all that a booking needs.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "waiting_entries")]
pub struct Model {
    /// Its identifier, as in addresses.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: WaitingId,
    /// Which space; any unit of it will do.
    pub space_id: SpaceId,
    /// Who waits.
    pub person_id: PersonId,
    /// As which organisation; none for the person themselves.
    pub organisation_id: Option<OrganisationId>,
    /// The member of staff who entered it at the counter, if one did.
    pub entered_by: Option<PersonId>,
    /// The place in the line, drawn under its lock.
    pub number: i64,
    /// From when, without preparation.
    pub starts_at: Instant,
    /// Until when, without clearing up.
    pub ends_at: Instant,
    /// What for, in the person's words.
    pub purpose: String,
    /// How many people come.
    pub attendees: i32,
    /// Where it stands.
    pub state: State,
    /// How many offers were let lapse.
    pub lapses: i32,
    /// What keeps the place of the open offer, or of the last one.
    pub hold_id: Option<HoldId>,
    /// Which unit is offered, or was last.
    pub unit: Option<i32>,
    /// Until when the open offer waits, or the last one did.
    pub expires_at: Option<Instant>,
    /// What it has become.
    pub booking_id: Option<BookingId>,
    /// Since when.
    pub made_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}

/// Where someone in a line stands. The first two are in it, the others are not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum State {
    /// Waits.
    Waiting,
    /// Has an open offer.
    Offered,
    /// Has accepted one: it is a booking.
    Taken,
    /// Has declined one.
    Declined,
    /// Has let too many lapse.
    Lapsed,
    /// Went.
    Left,
    /// The time began, and nothing had become free.
    Over,
}

impl State {
    /// Whether they are in the line.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Waiting | Self::Offered)
    }

    /// As the last part of text keys (`bookings-waiting-state-left`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Offered => "offered",
            Self::Taken => "taken",
            Self::Declined => "declined",
            Self::Lapsed => "lapsed",
            Self::Left => "left",
            Self::Over => "over",
        }
    }
}

impl Model {
    /// Who waits: the person, or the organisation as which they do.
    pub const fn party(&self) -> Party {
        Party {
            person: self.person_id,
            organisation: self.organisation_id,
        }
    }

    /// The time of use.
    pub const fn span(&self) -> Span {
        Span {
            from: self.starts_at,
            until: self.ends_at,
        }
    }
}

impl Entity {
    /// Everyone who is in a line, the first first.
    pub fn open() -> Select<Self> {
        Self::find()
            .filter(Column::State.is_in([State::Waiting, State::Offered]))
            .order_by_asc(COLUMN.number)
    }
}
