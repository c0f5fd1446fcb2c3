//! Each single device there ever was, as a resource: which of them is lent does not matter.

use sea_orm::entity::prelude::*;

use super::{DeviceId, ResourceId};

/// One of them.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "device_units")]
pub struct Model {
    /// Of which sort.
    #[sea_orm(primary_key, auto_increment = false)]
    pub device_id: DeviceId,
    /// Its number, from 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    /// What the ledger knows it by.
    pub resource_id: ResourceId,
}

impl ActiveModelBehavior for ActiveModel {}
