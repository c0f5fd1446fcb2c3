//! Where the centre advises.

use bookings::entity::SpaceId;
use sea_orm::entity::prelude::*;

/// A space that meetings may take.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "consultation_rooms")]
pub struct Model {
    /// The space.
    #[sea_orm(primary_key, auto_increment = false)]
    pub space_id: SpaceId,
}

impl ActiveModelBehavior for ActiveModel {}
