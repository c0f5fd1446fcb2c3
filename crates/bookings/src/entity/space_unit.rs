//! Which resources a unit of a space takes: desk 7 is one, both halves of a room are two.

use sea_orm::entity::prelude::*;

use super::{ResourceId, SpaceId, resource};

/// One resource of one unit. Rows with the same `unit` are taken together.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "space_units")]
pub struct Model {
    /// The space.
    #[sea_orm(primary_key, auto_increment = false)]
    pub space_id: SpaceId,
    /// Its number within the space, from 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub unit: i32,
    /// What is taken with it.
    #[sea_orm(primary_key, auto_increment = false)]
    pub resource_id: ResourceId,
    /// What is taken, with the name the counter gives it.
    #[sea_orm(belongs_to, from = "resource_id", to = "id")]
    pub resource: BelongsTo<resource::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
