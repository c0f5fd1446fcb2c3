//! The questions of a version, in their order.

use sea_orm::entity::prelude::*;

use super::SurveyVersionId;

mod kind;

pub use kind::Kind;

/// One question.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "survey_questions")]
pub struct Model {
    /// Of which version.
    #[sea_orm(primary_key, auto_increment = false)]
    pub version_id: SurveyVersionId,
    /// The first is 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    /// How it is answered.
    pub kind: Kind,
    /// What is asked.
    pub text: String,
    /// The same in English; may be empty.
    pub text_en: String,
    /// What can be chosen, one a line; empty where nothing is.
    pub options: String,
    /// The same in English, line by line; may be empty.
    pub options_en: String,
    /// Whether it must be answered.
    pub required: bool,
}

impl ActiveModelBehavior for ActiveModel {}
