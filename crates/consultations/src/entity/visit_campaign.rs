//! Visiting many businesses by a plan (企業訪問).

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::VisitCampaignId;

/// A campaign: who is visited stands in its targets.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "visit_campaigns")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: VisitCampaignId,
    /// What it is called.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// The first day, an ISO date.
    pub starts_on: String,
    /// The last day, an ISO date.
    pub ends_on: String,
    /// Whose targets it began with (定期巡回).
    pub follows_id: Option<VisitCampaignId>,
    /// Who runs it.
    pub runs_id: PersonId,
    /// Grows with every change: two who change it do not overwrite each other.
    pub edition: i32,
    /// When it was made.
    pub made_at: Instant,
    /// What the ward sees of it, once it was made: counts by state as JSON. What is hidden is not in it.
    pub ward_sums: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
