//! What was said in a meeting about the work of the centre, and what became of it.

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::{CouncilMeetingId, CouncilOpinionId, ProgrammeId, council_meeting};

/// One opinion.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "council_opinions")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CouncilOpinionId,
    /// In which meeting.
    pub meeting_id: CouncilMeetingId,
    /// Who said it.
    pub said_by: String,
    /// What was said.
    pub body: String,
    /// About what besides a programme: a field of work; or empty.
    pub about: String,
    /// The programme (事業) it is about, the same through all versions of its plan.
    pub programme_id: Option<ProgrammeId>,
    /// All of it folded, for a search.
    pub search_key: String,
    /// What became of it; none as long as nobody has said.
    pub outcome: Option<Outcome>,
    /// What is said about that.
    pub reply: Option<String>,
    /// On which day it was said.
    pub replied_on: Option<String>,
    /// Grows with every change: two who change it do not overwrite each other.
    pub edition: i32,
    /// Who wrote it last.
    pub written_by: PersonId,
    /// When.
    pub written_at: Instant,
    /// The meeting.
    #[sea_orm(belongs_to, from = "meeting_id", to = "id")]
    pub meeting: BelongsTo<council_meeting::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}

/// What became of an opinion.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    EnumIter,
    DeriveActiveEnum,
    serde::Serialize,
    serde::Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// 反映した.
    Adopted,
    /// 検討する.
    Considering,
    /// 反映しない.
    NotAdopted,
}

impl Outcome {
    /// Every outcome, in the order in which people choose from them.
    pub const ALL: [Self; 3] = [Self::Adopted, Self::Considering, Self::NotAdopted];
}
