//! What is to be done after a meeting (やること). Confidential.

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::{ActionId, CaseId, case::coded};

/// One thing to be done by a day.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_actions")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ActionId,
    /// Of which case.
    pub case_id: CaseId,
    /// What is to be done.
    pub what: String,
    /// Who does it.
    pub owner: Owner,
    /// By which day, an ISO date.
    pub due_on: String,
    /// On which day it was done; none while it is open.
    pub done_on: Option<String>,
    /// Grows with every change: two who change it do not overwrite each other.
    pub edition: i32,
    /// Who wrote it last.
    pub written_by: PersonId,
    /// When.
    pub written_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}

/// Who does what was agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Owner {
    /// Whoever asked.
    Client,
    /// The expert.
    Expert,
    /// The centre.
    Centre,
}

coded! {
    Owner { Client => "client", Expert => "expert", Centre => "centre" }
}
