//! Whom a campaign visits (訪問先).

use kernel::PersonId;
use sea_orm::entity::prelude::*;

use super::{CaseId, VisitCampaignId, VisitTargetId, case::coded};

/// One business of the list.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "visit_targets")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: VisitTargetId,
    /// Of which campaign.
    pub campaign_id: VisitCampaignId,
    /// Its place in the list.
    pub position: i32,
    /// What the business is called.
    pub company: String,
    /// Where it is.
    pub address: String,
    /// How it is called up, or empty.
    pub telephone: String,
    /// What whoever goes should know, or empty.
    pub note: String,
    /// Who goes there; none as long as nobody does.
    pub assignee_id: Option<PersonId>,
    /// What became of it.
    pub state: State,
    /// When somebody goes again, an ISO date.
    pub next_on: Option<String>,
    /// The case that came of it.
    pub case_id: Option<CaseId>,
    /// Grows with every change: two who change it do not overwrite each other.
    pub edition: i32,
}

impl ActiveModelBehavior for ActiveModel {}

/// What became of a target: the result of the last visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum State {
    /// Nobody was there yet (未訪問).
    Open,
    /// Somebody was met (訪問済み).
    Visited,
    /// Nobody was in (不在).
    Absent,
    /// They did not wish to talk (辞退).
    Refused,
    /// They are no longer there (移転・廃業).
    Moved,
}

coded! {
    State {
        Open => "open", Visited => "visited", Absent => "absent", Refused => "refused",
        Moved => "moved",
    }
}

impl State {
    /// What a visit can end with.
    pub const RESULTS: [Self; 4] = [Self::Visited, Self::Absent, Self::Refused, Self::Moved];
}
