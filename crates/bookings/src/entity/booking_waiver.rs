//! Bookings that staff took outside the window or the shortest notice, each with its reason.

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::BookingId;

/// Why a booking was taken outside the rules. The reason can be erased; that there was one stays.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "booking_waivers")]
pub struct Model {
    /// Of which booking.
    #[sea_orm(primary_key, auto_increment = false)]
    pub booking_id: BookingId,
    /// Why; none once it was erased.
    pub reason: Option<String>,
    /// Who took it.
    pub given_by: Option<PersonId>,
    /// When.
    pub given_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
