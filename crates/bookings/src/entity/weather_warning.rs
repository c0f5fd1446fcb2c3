//! Days with a warning (警報): whoever stayed away on one is excused.

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::WarningId;

/// A day with a warning, as staff entered it.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "weather_warnings")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: WarningId,
    /// Which day.
    pub on_date: String,
    /// Which warning, as people read it: 大雨警報.
    pub warning: String,
    /// Who entered it.
    pub made_by: Option<PersonId>,
    /// When.
    pub made_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
