//! What somebody answered who enrolled (申込時の回答). Confidential.

use files::PaperId;
use kernel::{Instant, PersonId};
use sea_orm::{QueryOrder, entity::prelude::*};

use super::{EnrolmentId, SeminarId};

/// The answer to one question; what was left out has no row. It goes when the answers are erased.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "enrolment_answers")]
pub struct Model {
    /// With which enrolment.
    #[sea_orm(primary_key, auto_increment = false)]
    pub enrolment_id: EnrolmentId,
    /// To which question.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    /// Of which seminar.
    pub seminar_id: SeminarId,
    /// Words; a number; `yes` or `no`; the numbers of options with commas between them; the name of a paper.
    pub value: String,
    /// The paper, where one was asked for. All whom a company enrolled at once share it.
    pub paper_id: Option<PaperId>,
    /// Who gave it: the person, or who entered it for them.
    pub given_by: Option<PersonId>,
    /// When.
    pub given_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// What was answered with some enrolments, in the order of the questions.
    pub fn of(enrolments: Vec<EnrolmentId>) -> Select<Self> {
        Self::find()
            .filter(COLUMN.enrolment_id.is_in(enrolments))
            .order_by_asc(COLUMN.number)
    }
}
