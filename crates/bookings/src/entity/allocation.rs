//! Allocations: which resource a hold occupies, and when.

use kernel::Instant;
use sea_orm::entity::prelude::*;

use super::{AllocationId, HoldId, ResourceId, hold};

/// One stretch of time on one resource, half-open.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "allocations")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AllocationId,
    /// The hold it belongs to.
    pub hold_id: HoldId,
    /// The hold's state; a foreign key keeps the two equal.
    pub state: hold::State,
    /// What it occupies.
    pub resource_id: ResourceId,
    /// From when, preparation included.
    pub starts_at: Instant,
    /// Until when, clearing up included.
    pub ends_at: Instant,
    /// The hold.
    #[sea_orm(belongs_to, from = "hold_id", to = "id")]
    pub hold: BelongsTo<hold::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
