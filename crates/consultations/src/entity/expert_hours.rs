//! An expert's week.

use sea_orm::entity::prelude::*;

use super::{ExpertHoursId, ExpertId};

/// A stretch that comes again every week.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "expert_hours")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ExpertHoursId,
    /// Whose.
    pub expert_id: ExpertId,
    /// On which day of the week, Monday is 1.
    pub weekday: i32,
    /// From when, in minutes after midnight.
    pub from_minute: i32,
    /// Until when, in minutes after midnight.
    pub until_minute: i32,
    /// In which modes, codes with spaces between: `centre online`.
    pub modes: String,
    /// The first day on which it holds.
    pub valid_from: String,
    /// The last; none for one without an end.
    pub valid_until: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
