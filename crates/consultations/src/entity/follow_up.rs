//! Asking again some months after the last meeting (フォローアップ).

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::{CaseId, FollowUpId};

/// One time of asking.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "follow_ups")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: FollowUpId,
    /// Of which case.
    pub case_id: CaseId,
    /// So many months after the last meeting.
    pub months: i32,
    /// On which day, an ISO date.
    pub due_on: String,
    /// When the questionnaire was sent; none as long as it was not.
    pub sent_at: Option<Instant>,
    /// When somebody has followed up; none as long as nobody has.
    pub done_at: Option<Instant>,
    /// Who has.
    pub done_by: Option<PersonId>,
    /// What came of it. Confidential.
    pub note: String,
}

impl ActiveModelBehavior for ActiveModel {}
