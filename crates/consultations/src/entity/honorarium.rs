//! What experts are paid for meetings (謝金).

use kernel::Instant;
use sea_orm::entity::prelude::*;

use super::{DispatchId, ExpertId, MeetingId};

/// What an expert is paid for one meeting: kept when its record is finished, so that what is agreed
/// later changes nothing of it.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "honoraria")]
pub struct Model {
    /// The meeting.
    #[sea_orm(primary_key, auto_increment = false)]
    pub meeting_id: MeetingId,
    /// Who is paid.
    pub expert_id: ExpertId,
    /// Of which dispatch it was one time; none for other meetings.
    pub dispatch_id: Option<DispatchId>,
    /// When they met.
    pub starts_at: Instant,
    /// For how long they are paid, in minutes, by the terms of that day.
    pub minutes: i32,
    /// What was agreed for an hour.
    pub rate_yen: i64,
    /// When it was kept.
    pub kept_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
