//! What people are asked after something (アンケート).

use sea_orm::entity::prelude::*;

use super::SurveyId;

/// One survey. Its questions stand in its versions.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "surveys")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SurveyId,
    /// How other crates name it: `consultation_meeting`.
    pub code: String,
    /// Whether what people write in words is read only by whoever may read what it is about. Said to
    /// people before they answer, so it never changes.
    pub confidential: bool,
}

impl ActiveModelBehavior for ActiveModel {}
