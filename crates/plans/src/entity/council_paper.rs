//! Which papers belong to which meeting.

use files::PaperId;
use sea_orm::entity::prelude::*;

use super::CouncilMeetingId;

/// One paper of one meeting.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "council_papers")]
pub struct Model {
    /// The meeting.
    #[sea_orm(primary_key, auto_increment = false)]
    pub meeting_id: CouncilMeetingId,
    /// The paper.
    #[sea_orm(primary_key, auto_increment = false)]
    pub paper_id: PaperId,
}

impl ActiveModelBehavior for ActiveModel {}
