//! What is asked of those who enrol (申込時の質問), seminar by seminar.

use sea_orm::{QueryOrder, entity::prelude::*};
use surveys::entity::survey_question::Kind;

use super::SeminarId;

/// One question. It changes no more once the seminar was handed in.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "seminar_questions")]
pub struct Model {
    /// Of which seminar.
    #[sea_orm(primary_key, auto_increment = false)]
    pub seminar_id: SeminarId,
    /// The first is 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    /// How it is answered.
    pub kind: Kind,
    /// What is asked.
    pub text: String,
    /// The same in English, or empty.
    pub text_en: String,
    /// What helps to answer it; of a consent, what is agreed to. May be empty.
    pub help: String,
    /// The same in English, or empty.
    pub help_en: String,
    /// What can be chosen, one a line; empty where nothing is.
    pub options: String,
    /// The same in English, line by line, or empty.
    pub options_en: String,
    /// Whether it must be answered.
    pub required: bool,
    /// The smallest number; none where any will do.
    pub least: Option<i64>,
    /// The largest.
    pub most: Option<i64>,
    /// On which question before it this one hangs; none when everybody is asked.
    pub on_number: Option<i32>,
    /// On which answer to that.
    pub on_answer: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The questions of a seminar in their order.
    pub fn of(seminar: SeminarId) -> Select<Self> {
        Self::find()
            .filter(COLUMN.seminar_id.eq(seminar))
            .order_by_asc(COLUMN.number)
    }
}
