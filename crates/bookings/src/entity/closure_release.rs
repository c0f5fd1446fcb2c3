//! Which bookings the centre called off for a closure.

use sea_orm::entity::prelude::*;

use super::{BookingId, ClosureId};

/// One booking that was called off.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "closure_releases")]
pub struct Model {
    /// The booking.
    #[sea_orm(primary_key, auto_increment = false)]
    pub booking_id: BookingId,
    /// The closure.
    pub closure_id: ClosureId,
}

impl ActiveModelBehavior for ActiveModel {}
