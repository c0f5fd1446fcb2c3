//! Bookings that the centre released because they were not paid.

use kernel::{Instant, PersonId, Span};
use organisations::entity::OrganisationId;
use sea_orm::entity::prelude::*;

use super::{BookingId, SpaceId};

/// One booking that stayed unpaid. Whoever had it cannot book the same space at that time again.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "unpaid_releases")]
pub struct Model {
    /// The booking.
    #[sea_orm(primary_key, auto_increment = false)]
    pub booking_id: BookingId,
    /// Whose it was.
    pub person_id: PersonId,
    /// As which organisation it was booked.
    pub organisation_id: Option<OrganisationId>,
    /// Which space.
    pub space_id: SpaceId,
    /// From when it would have been used.
    pub starts_at: Instant,
    /// Until when.
    pub ends_at: Instant,
    /// When it was released.
    pub released_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The time of use.
    pub const fn span(&self) -> Span {
        Span {
            from: self.starts_at,
            until: self.ends_at,
        }
    }
}
