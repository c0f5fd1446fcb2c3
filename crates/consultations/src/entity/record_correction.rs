//! What was added to a finished record (補正). Confidential.

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::{CorrectionId, MeetingId};

/// A correction; the record itself stays as it was finished.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "record_corrections")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CorrectionId,
    /// Of which meeting's record.
    pub meeting_id: MeetingId,
    /// What is corrected.
    pub correction: String,
    /// By whom.
    pub written_by: PersonId,
    /// When.
    pub written_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
