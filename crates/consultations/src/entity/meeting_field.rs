//! What a meeting was about.

use sea_orm::entity::prelude::*;

use super::{MeetingId, case_field::Field};

/// One field of one meeting.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "meeting_fields")]
pub struct Model {
    /// The meeting.
    #[sea_orm(primary_key, auto_increment = false)]
    pub meeting_id: MeetingId,
    /// The field.
    #[sea_orm(primary_key, auto_increment = false)]
    pub field: Field,
}

impl ActiveModelBehavior for ActiveModel {}
