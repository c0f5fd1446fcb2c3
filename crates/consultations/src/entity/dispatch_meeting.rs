//! Which meetings are a dispatch.

use sea_orm::entity::prelude::*;

use super::{DispatchId, MeetingId};

/// That a meeting is one time of a dispatch.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "dispatch_meetings")]
pub struct Model {
    /// The meeting.
    #[sea_orm(primary_key, auto_increment = false)]
    pub meeting_id: MeetingId,
    /// The dispatch.
    pub dispatch_id: DispatchId,
    /// Whether it uses up one time; not once it was called off.
    pub counts: bool,
}

impl ActiveModelBehavior for ActiveModel {}
