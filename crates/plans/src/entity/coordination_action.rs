//! What is to be done after something was talked over (やること).

use approvals::entity::approval::Side;
use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::{CoordinationActionId, CoordinationEntryId};

/// One thing to be done by a day.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "coordination_actions")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CoordinationActionId,
    /// Out of which entry it came.
    pub entry_id: CoordinationEntryId,
    /// What is to be done.
    pub what: String,
    /// Which side does it.
    pub side: Side,
    /// Who there, by name.
    pub who: String,
    /// By which day, an ISO date.
    pub due_on: String,
    /// On which day it was done; none while it is open.
    pub done_on: Option<String>,
    /// What was said with it.
    pub done_note: Option<String>,
    /// When its side was reminded of the day; none as long as it was not.
    pub reminded_at: Option<Instant>,
    /// Grows with every change: two who change it do not overwrite each other.
    pub edition: i32,
    /// Who wrote it last.
    pub written_by: PersonId,
    /// When.
    pub written_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
