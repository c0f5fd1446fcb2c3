//! Scarce things: a room, half of one, one desk, one projector, a person's time.

use sea_orm::entity::prelude::*;

use super::ResourceId;

/// A scarce thing that can be held once at a time.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "resources")]
pub struct Model {
    /// Its identifier; locks are taken in the order of these.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ResourceId,
    /// What people at the counter call it: `A3`.
    pub label: String,
}

impl ActiveModelBehavior for ActiveModel {}
