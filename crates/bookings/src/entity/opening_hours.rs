//! Opening hours: dated rows, one for each weekday.

use sea_orm::entity::prelude::*;

use super::{OpeningHoursId, VenueId};

/// When a venue opens and closes on a weekday, from a date on.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "opening_hours")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: OpeningHoursId,
    /// Of which house.
    pub venue_id: VenueId,
    /// 1 is Monday, 7 is Sunday.
    pub weekday: i32,
    /// Minutes after midnight in Tokyo; none when it is closed that day.
    pub opens: Option<i32>,
    /// Minutes after midnight in Tokyo.
    pub closes: Option<i32>,
    /// The first date it applies to, `2026-04-01`.
    pub valid_from: String,
}

impl ActiveModelBehavior for ActiveModel {}
