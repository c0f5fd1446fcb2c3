//! What somebody answered (回答), question by question; what was left out has no row.

use sea_orm::entity::prelude::*;

use super::{InvitationId, SurveyVersionId};

/// The answer to one question.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "survey_answers")]
pub struct Model {
    /// Whose.
    #[sea_orm(primary_key, auto_increment = false)]
    pub invitation_id: InvitationId,
    /// To which question.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    /// The version that they were asked.
    pub version_id: SurveyVersionId,
    /// A number; `yes` or `no`; the numbers of options with commas between them; or words.
    pub value: String,
}

impl ActiveModelBehavior for ActiveModel {}
