//! How many of a device there are: dated rows. None any more ends its lending.

use sea_orm::entity::prelude::*;

use super::DeviceId;

/// How many from a date on.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "device_stocks")]
pub struct Model {
    /// Of which device.
    #[sea_orm(primary_key, auto_increment = false)]
    pub device_id: DeviceId,
    /// The first date on which it holds.
    #[sea_orm(primary_key, auto_increment = false)]
    pub valid_from: String,
    /// How many there are.
    pub stock: i32,
    /// How many of them are out of order.
    pub broken: i32,
}

impl ActiveModelBehavior for ActiveModel {}
