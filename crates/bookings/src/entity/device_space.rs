//! In which spaces a device is lent, when not in all.

use sea_orm::entity::prelude::*;

use super::{DeviceId, SpaceId};

/// One space.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "device_spaces")]
pub struct Model {
    /// The device.
    #[sea_orm(primary_key, auto_increment = false)]
    pub device_id: DeviceId,
    /// The space.
    #[sea_orm(primary_key, auto_increment = false)]
    pub space_id: SpaceId,
}

impl ActiveModelBehavior for ActiveModel {}
