//! What was put right in minutes after they were confirmed: added, never overwritten.

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::CouncilMeetingId;

/// One correction of the minutes of one meeting.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "council_corrections")]
pub struct Model {
    /// The meeting.
    #[sea_orm(primary_key, auto_increment = false)]
    pub meeting_id: CouncilMeetingId,
    /// The first is 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    /// What is right.
    pub body: String,
    /// Who added it.
    pub written_by: PersonId,
    /// When.
    pub written_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
