//! What was said in a meeting (相談カルテ). Confidential.

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::MeetingId;

/// The record of one meeting.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "meeting_records")]
pub struct Model {
    /// The meeting.
    #[sea_orm(primary_key, auto_increment = false)]
    pub meeting_id: MeetingId,
    /// How long they talked, in minutes.
    pub contact_minutes: i32,
    /// How long the expert prepared, in minutes.
    pub preparation_minutes: i32,
    /// What the person said.
    pub said: String,
    /// What they were advised.
    pub advice: String,
    /// When it was finished; a draft has no such time.
    pub finished_at: Option<Instant>,
    /// Grows with every save: two who write it do not overwrite each other.
    pub edition: i32,
    /// Who wrote it last.
    pub written_by: PersonId,
    /// When.
    pub written_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
