//! Talks between an expert and the person who asked (面談).

use bookings::entity::{HoldId, SpaceId, hold};
use kernel::{Instant, PersonId, Span};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use super::{CaseId, ExpertId, MeetingId, case::coded};

/// One meeting; where it stands is the state of its hold.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "meetings")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: MeetingId,
    /// Of which case.
    pub case_id: CaseId,
    /// With which expert.
    pub expert_id: ExpertId,
    /// What keeps the expert's time, and the room.
    pub hold_id: HoldId,
    /// How they talk.
    pub mode: Mode,
    /// In which room; none outside the centre.
    pub space_id: Option<SpaceId>,
    /// From when.
    pub starts_at: Instant,
    /// Until when.
    pub ends_at: Instant,
    /// Where they meet: the address of the online room or of the company, or empty.
    pub link: String,
    /// When the person came.
    pub arrived_at: Option<Instant>,
    /// Whether nobody came.
    pub absent: bool,
    /// Who said they would be late, if anybody.
    pub late: Option<Late>,
    /// By so many minutes.
    pub late_minutes: i32,
    /// How often both were reminded.
    pub reminded: i32,
    /// Grows with every change of time; the calendar's number too.
    pub version: i32,
    /// When it was made.
    pub made_at: Instant,
    /// Who made it, when it was not the person themselves.
    pub made_by: Option<PersonId>,
    /// Its hold.
    #[sea_orm(belongs_to, from = "hold_id", to = "id")]
    pub hold: BelongsTo<hold::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The time of it.
    pub const fn span(&self) -> Span {
        Span {
            from: self.starts_at,
            until: self.ends_at,
        }
    }
}

/// Who is late for a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Late {
    /// Whoever asked.
    Client,
    /// The expert.
    Expert,
}

/// How people talk with an expert.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// 来所.
    Centre,
    /// オンライン.
    Online,
    /// 訪問.
    Visit,
    /// 電話.
    Telephone,
}

coded! {
    Late { Client => "client", Expert => "expert" }
    Mode { Centre => "centre", Online => "online", Visit => "visit", Telephone => "telephone" }
}
