//! Who came to which lesson (出欠).

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::{EnrolmentId, LessonId, coded};

/// One person at one lesson; as long as nothing was marked there is no row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "attendances")]
pub struct Model {
    /// At which lesson.
    #[sea_orm(primary_key, auto_increment = false)]
    pub lesson_id: LessonId,
    /// Who.
    #[sea_orm(primary_key, auto_increment = false)]
    pub enrolment_id: EnrolmentId,
    /// Whether they came.
    pub state: State,
    /// Who marked it.
    pub marked_by: Option<PersonId>,
    /// When.
    pub marked_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}

/// Whether somebody came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum State {
    /// 出席.
    Present,
    /// 遅刻.
    Late,
    /// 早退.
    LeftEarly,
    /// オンライン.
    Online,
    /// 欠席.
    Absent,
}

coded! {
    State {
        Present => "present", Late => "late", LeftEarly => "left_early", Online => "online",
        Absent => "absent",
    }
}
