//! Which bill a booking has.

use fees::entity::BillId;
use sea_orm::entity::prelude::*;

use super::BookingId;

/// The bill of a booking that costs something.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "booking_charges")]
pub struct Model {
    /// The booking.
    #[sea_orm(primary_key, auto_increment = false)]
    pub booking_id: BookingId,
    /// Its bill.
    pub bill_id: BillId,
}

impl ActiveModelBehavior for ActiveModel {}
