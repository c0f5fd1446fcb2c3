//! What is asked of those who enrol is written.

use kernel::{Detail, Failed, Fault, Work, events::Event};
use sea_orm::{ActiveValue::Set, entity::prelude::*};
use serde_json::json;
use surveys::{
    entity::survey_question::Kind,
    rules::{Choice, Question, ROWS, Written, questions},
};

use super::found;
use crate::{
    Refused,
    entity::{
        SeminarId, question,
        seminar::{self, State},
    },
    read,
    rules::MOST_PAPERS,
};

/// Writes all questions of a seminar anew, as long as it is a draft: who looks at it before it is published
/// looks at its questions too, and who enrols answers the same as everybody.
///
/// # Errors
/// [`Refused::Changed`]; [`Refused::NotNow`] when it was handed in; everything that is wrong at once.
pub async fn ask(
    work: &Work,
    id: SeminarId,
    edition: i32,
    rows: &[Written],
) -> Result<(), Failed<Refused>> {
    let row = found::seen(work, id, edition).await?;
    if row.state != State::Draft {
        return Err(Refused::NotNow.into());
    }
    let asked = questions(rows, &Kind::OF_APPLICATIONS).map_err(Refused::Invalid)?;
    if let Some(wrong) = too_many_papers(rows) {
        return Err(Refused::Invalid(vec![wrong]).into());
    }
    let gone = question::Entity::delete_many().filter(question::COLUMN.seminar_id.eq(id));
    gone.exec(work.db()).await?;
    write(work, id, &asked).await?;
    let changed = seminar::ActiveModel {
        id: Set(id),
        edition: Set(row.edition + 1),
        ..Default::default()
    };
    seminar::Entity::update(changed).exec(work.db()).await?;
    work.record(Event::new("seminar.questions_written", id).with("count", asked.len()));
    Ok(())
}

/// Asks in a copy what was asked before.
pub(super) async fn ask_again(work: &Work, from: SeminarId, id: SeminarId) -> Result<(), Fault> {
    let asked = read::questions(work.db(), from).await?;
    write(work, id, &asked).await
}

/// What is wrong with the row that asks for one paper too many.
fn too_many_papers(rows: &[Written]) -> Option<Detail> {
    let asks = |row: &Written| row.kind == Kind::File.code() && !row.is_empty();
    let mut papers = rows.iter().zip(&ROWS).filter(|(row, _)| asks(row));
    papers.nth(MOST_PAPERS).map(|(_, fields)| Detail {
        field: Some(fields.kind),
        key: "seminars-questions-papers",
        args: json!({ "most": MOST_PAPERS }),
    })
}

async fn write(work: &Work, id: SeminarId, asked: &[Question]) -> Result<(), Fault> {
    if asked.is_empty() {
        return Ok(());
    }
    let rows = (1..).zip(asked).map(|(number, one)| row(id, number, one));
    let rows = question::Entity::insert_many(rows);
    rows.exec_without_returning(work.db()).await?;
    Ok(())
}

fn row(id: SeminarId, number: i32, one: &Question) -> question::ActiveModel {
    let [options, options_en] = Choice::lines(&one.options);
    let more = &one.more;
    let (least, most) = more.bounds.unzip();
    let on = more.only_if.as_ref();
    question::ActiveModel {
        seminar_id: Set(id),
        number: Set(number),
        kind: Set(one.kind),
        text: Set(one.text.clone()),
        text_en: Set(one.text_en.clone()),
        help: Set(more.help.clone()),
        help_en: Set(more.help_en.clone()),
        options: Set(options),
        options_en: Set(options_en),
        required: Set(one.required),
        least: Set(least),
        most: Set(most),
        on_number: Set(on.map(|on| on.question)),
        on_answer: Set(on.map(|on| on.answer.clone())),
    }
}
