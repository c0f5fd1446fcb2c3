//! What a survey says, version by version. One that was sent to anybody is never rewritten.

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::{SurveyId, SurveyVersionId};

/// One version. The newest is the one that is sent.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "survey_versions")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SurveyVersionId,
    /// Of which survey.
    pub survey_id: SurveyId,
    /// 第1版 is 1.
    pub number: i32,
    /// What people call it.
    pub title: String,
    /// The same in English; may be empty.
    pub title_en: String,
    /// What stands above the questions; may be empty.
    pub introduction: String,
    /// The same in English; may be empty.
    pub introduction_en: String,
    /// Grows with every edit: two who edit it do not overwrite each other.
    pub edition: i32,
    /// Who wrote it last; none for what the product came with.
    pub written_by: Option<PersonId>,
    /// When.
    pub written_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
