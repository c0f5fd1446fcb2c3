//! By when bookings are paid: dated rows.

use sea_orm::entity::prelude::*;

/// Within how many days a booking is paid, from a date on.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "payment_terms")]
pub struct Model {
    /// The first day on which it holds.
    #[sea_orm(primary_key, auto_increment = false)]
    pub valid_from: String,
    /// So many days after it was booked, and on the day of use at the latest.
    pub days: i32,
}

impl ActiveModelBehavior for ActiveModel {}
