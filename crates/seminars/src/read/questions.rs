//! What is asked of those who enrol.

use kernel::Fault;
use sea_orm::entity::prelude::*;
use surveys::rules::{Choice, More, OnlyIf, Question};

use crate::entity::{SeminarId, question};

/// The questions of a seminar, in their order; the first has the number 1.
pub async fn questions(db: &impl ConnectionTrait, id: SeminarId) -> Result<Vec<Question>, Fault> {
    let rows = question::Entity::of(id).all(db).await?;
    Ok(rows.into_iter().map(told).collect())
}

fn told(row: question::Model) -> Question {
    Question {
        kind: row.kind,
        text: row.text,
        text_en: row.text_en,
        options: Choice::all(&row.options, &row.options_en),
        required: row.required,
        more: More {
            help: row.help,
            help_en: row.help_en,
            bounds: row.least.zip(row.most),
            only_if: row
                .on_number
                .zip(row.on_answer)
                .map(|(question, answer)| OnlyIf { question, answer }),
        },
    }
}
