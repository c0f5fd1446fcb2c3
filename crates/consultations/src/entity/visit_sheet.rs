//! What was seen and said at a visit (訪問シート). Confidential.

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::{VisitSheetId, VisitTargetId, visit_target::State};

/// The sheet of one visit.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "visit_sheets")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: VisitSheetId,
    /// At which target.
    pub target_id: VisitTargetId,
    /// When somebody was there.
    pub visited_at: Instant,
    /// What came of it.
    pub result: State,
    /// Who was met.
    pub met: String,
    /// How things are.
    pub situation: String,
    /// What they wish.
    pub wishes: String,
    /// What is done next.
    pub next_step: String,
    /// When somebody goes again, an ISO date.
    pub next_on: Option<String>,
    /// Grows with every save: two who write it do not overwrite each other.
    pub edition: i32,
    /// Who wrote it last.
    pub written_by: PersonId,
    /// When.
    pub written_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
