//! Bookings: one person's use of one space.

use kernel::{Instant, PersonId, Span};
use organisations::entity::OrganisationId;
use sea_orm::entity::prelude::*;

use super::{BookingId, HoldId, SeriesId, SpaceId, hold, series};

/// A booking. Where it stands is the state of its hold.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "bookings")]
pub struct Model {
    /// Its identifier, as in addresses.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: BookingId,
    /// What it is for the ledger.
    pub hold_id: HoldId,
    /// Which space.
    pub space_id: SpaceId,
    /// Which unit of it: desk 7.
    pub unit: i32,
    /// Who uses it.
    pub person_id: PersonId,
    /// The member of staff who entered it at the counter, if one did.
    pub booked_by: Option<PersonId>,
    /// What people say at the counter and on the telephone: `K7M-4PX-9TD`.
    pub reference: String,
    /// From when, without preparation.
    pub starts_at: Instant,
    /// Until when, without clearing up.
    pub ends_at: Instant,
    /// What for, in the person's words.
    pub purpose: String,
    /// What it was for before it was changed last; none when it never was.
    pub purpose_before: Option<String>,
    /// How many people come.
    pub attendees: i32,
    /// When reception marked them as arrived.
    pub arrived_at: Option<Instant>,
    /// Counts changes, so that two people do not overwrite each other.
    pub version: i64,
    /// When it was made.
    pub created_at: Instant,
    /// The series it was made in, if it repeats.
    pub series_id: Option<SeriesId>,
    /// As which organisation it was booked; none for the person themselves.
    pub organisation_id: Option<OrganisationId>,
    /// What it costs at least, in yen, whatever becomes of it: what cancelling would have cost when it
    /// was changed. What the centre calls off costs nothing all the same.
    pub kept_yen: i64,
    /// The hold.
    #[sea_orm(belongs_to, from = "hold_id", to = "id")]
    pub hold: BelongsTo<hold::Entity>,
    /// The series.
    #[sea_orm(belongs_to, from = "series_id", to = "id")]
    pub series: BelongsTo<Option<series::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}

/// Who books: a person for themselves, or as an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Party {
    /// The person.
    pub person: PersonId,
    /// As which organisation.
    pub organisation: Option<OrganisationId>,
}

impl Model {
    /// Who books: the person, or the organisation as which they do.
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
