//! Times of spaces that are not booked by whoever comes first, because they are drawn (抽選).

use kernel::Instant;
use sea_orm::entity::prelude::*;

use super::{SpaceId, WithholdingId};

/// Days of a space that are kept for a draw until it is held.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "withholdings")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: WithholdingId,
    /// Which space.
    pub space_id: SpaceId,
    /// The first day.
    pub first_day: String,
    /// The last day; none while nobody has ended it.
    pub last_day: Option<String>,
    /// From when people can apply, once that is known.
    pub takes_from: Option<Instant>,
    /// Until when.
    pub takes_until: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}
