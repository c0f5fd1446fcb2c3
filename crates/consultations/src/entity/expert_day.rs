//! Days on which an expert's week does not hold.

use sea_orm::entity::prelude::*;

use super::{ExpertDayId, ExpertId};

/// A stretch of one day: hours beside the week, or time away.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "expert_days")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ExpertDayId,
    /// Whose.
    pub expert_id: ExpertId,
    /// On which day, an ISO date.
    pub day: String,
    /// From when, in minutes after midnight.
    pub from_minute: i32,
    /// Until when, in minutes after midnight.
    pub until_minute: i32,
    /// Whether they advise then; else they are away.
    pub works: bool,
    /// In which modes when they advise; empty when they are away.
    pub modes: String,
}

impl ActiveModelBehavior for ActiveModel {}
