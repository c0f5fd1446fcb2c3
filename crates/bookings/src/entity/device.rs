//! Devices: what is lent with a space, such as a projector.

use sea_orm::entity::prelude::*;

use super::{DeviceId, VenueId};

/// A sort of device. How many there are is told by its `device_stocks`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "devices")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DeviceId,
    /// In which house.
    pub venue_id: VenueId,
    /// Its place in lists.
    pub position: i32,
    /// `プロジェクター`.
    pub name: String,
    /// `Projector`.
    pub name_en: String,
    /// How it is counted in Japanese: `台`.
    pub counted_in: String,
    /// Whether it is lent only in the spaces in `device_spaces`.
    pub some_spaces: bool,
}

impl ActiveModelBehavior for ActiveModel {}
