//! Special desks for hard times (緊急相談窓口).

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::EmergencyDeskId;

/// A desk that is open from a day on. Who asks by it is looked at first, and counted apart.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "emergency_desks")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: EmergencyDeskId,
    /// What it is called.
    pub name: String,
    /// For whom it is, as the home page says it.
    pub about: String,
    /// The first day, an ISO date.
    pub starts_on: String,
    /// The last day; none as long as nobody knows.
    pub ends_on: Option<String>,
    /// Within so many working days somebody is found for a request.
    pub triage_days: i32,
    /// Grows with every change: two who change it do not overwrite each other.
    pub edition: i32,
    /// Who opened it.
    pub opened_by: PersonId,
    /// When it was written down.
    pub opened_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// Whether it is open on a day, an ISO date.
    pub fn is_open(&self, day: &str) -> bool {
        self.starts_on.as_str() <= day && self.ends_on.as_deref().is_none_or(|last| day <= last)
    }
}
