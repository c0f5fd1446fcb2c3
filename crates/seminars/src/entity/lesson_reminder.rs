//! Of which lessons people were reminded.

use kernel::Instant;
use sea_orm::entity::prelude::*;

use super::LessonId;

/// A lesson at its time: one that was moved afterwards is another.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "lesson_reminders")]
pub struct Model {
    /// Of which lesson.
    #[sea_orm(primary_key, auto_increment = false)]
    pub lesson_id: LessonId,
    /// When it was to begin.
    #[sea_orm(primary_key, auto_increment = false)]
    pub starts_at: Instant,
    /// When people were reminded.
    pub sent_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
