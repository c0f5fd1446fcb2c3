//! What was talked over with partners (連携・調整の記録).

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::CoordinationEntryId;

/// Who met whom, and what came of it.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "coordination_entries")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CoordinationEntryId,
    /// On which day, an ISO date.
    pub held_on: String,
    /// About what.
    pub subject: String,
    /// Who took part, of both sides.
    pub took_part: String,
    /// What was talked over.
    pub discussed: String,
    /// What was agreed, or empty.
    pub agreed: String,
    /// All of it folded, for a search.
    pub search_key: String,
    /// Grows with every edit: two who edit it do not overwrite each other.
    pub edition: i32,
    /// Who wrote it last.
    pub written_by: PersonId,
    /// When.
    pub written_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
