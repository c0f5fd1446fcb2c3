//! When a council met, about what, and what was said.

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::{CouncilId, CouncilMeetingId};

/// One meeting of a council.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "council_meetings")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CouncilMeetingId,
    /// Of which council.
    pub council_id: CouncilId,
    /// 第1回 is 1.
    pub number: i32,
    /// On which day, an ISO date.
    pub held_on: String,
    /// `14:00`.
    pub starts_at: String,
    /// `16:00`.
    pub ends_at: String,
    /// Where.
    pub place: String,
    /// 議題, one a line, in their order.
    pub agenda: String,
    /// 議事録, or empty; never changed once it was confirmed.
    pub minutes: String,
    /// When the minutes were confirmed; none as long as they were not.
    pub confirmed_at: Option<Instant>,
    /// By whom.
    pub confirmed_by: Option<PersonId>,
    /// Grows with every change: two who change it do not overwrite each other.
    pub edition: i32,
    /// Who wrote it last.
    pub written_by: PersonId,
    /// When.
    pub written_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
