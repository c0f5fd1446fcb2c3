//! People answer, and change what they answered as long as they can.

use kernel::{Failed, Secret, Work, events::Event};
use sea_orm::{ActiveValue::Set, QuerySelect, entity::prelude::*};

use crate::{
    Refused,
    entity::{survey, survey_answer, survey_invitation},
    read::{Invited, of_row},
    rules::{self, Wish},
};

/// What became of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// It is the first one.
    Answered,
    /// It stands in the place of an earlier one.
    Changed,
    /// It was there already, word for word: a form that was sent twice.
    Same,
}

/// Answers by a link, or changes the answer that its holder saw: `seen` is the edition of the
/// invitation then, 0 when nothing was answered yet. Of several who answer by one link at once one
/// does; the others are shown that an answer is there, and may change it.
///
/// # Errors
/// [`Refused::NotThere`] for a secret of nobody; [`Refused::Over`] when it is too late; everything that
/// is wrong with the answers at once; [`Refused::AnsweredMeanwhile`] when another answer came in since.
pub async fn answer(
    work: &Work,
    presented: &str,
    seen: i32,
    wish: &Wish,
) -> Result<Done, Failed<Refused>> {
    let invited = held(work, presented).await?;
    let answers =
        rules::read(&invited.version.content.questions, wish).map_err(Refused::Invalid)?;
    let row = &invited.row;
    if row.edition > 0 && answers == invited.answers {
        return Ok(Done::Same);
    }
    if row.edition != seen {
        return Err(Refused::AnsweredMeanwhile.into());
    }
    let first = row.answered_at.is_none();
    let answered = survey_invitation::ActiveModel {
        id: Set(row.id),
        edition: Set(row.edition + 1),
        answered_at: Set(row.answered_at.or(Some(work.now()))),
        changed_at: Set(row.answered_at.map(|_| work.now())),
        ..Default::default()
    };
    survey_invitation::Entity::update(answered)
        .exec(work.db())
        .await?;
    write(work, &invited, answers).await?;
    let kind = if first {
        "survey.answered"
    } else {
        "survey.changed"
    };
    record(work, kind, &invited).await?;
    Ok(if first { Done::Answered } else { Done::Changed })
}

/// Whoever holds this secret, until the end of the work: two that answer by one link wait here.
async fn held(work: &Work, presented: &str) -> Result<Invited, Failed<Refused>> {
    let found = survey_invitation::Entity::find()
        .filter(
            survey_invitation::COLUMN
                .digest
                .eq(Secret::digest_of(presented)),
        )
        .lock_exclusive()
        .one(work.db())
        .await?;
    let row = found.ok_or(Refused::NotThere)?;
    if row.expires_at <= work.now() {
        return Err(Refused::Over(row.expires_at).into());
    }
    of_row(work.db(), row).await
}

async fn write(
    work: &Work,
    invited: &Invited,
    answers: Vec<(i32, String)>,
) -> Result<(), Failed<Refused>> {
    survey_answer::Entity::delete_many()
        .filter(survey_answer::COLUMN.invitation_id.eq(invited.row.id))
        .exec(work.db())
        .await?;
    if answers.is_empty() {
        return Ok(());
    }
    let rows = answers
        .into_iter()
        .map(|(number, value)| survey_answer::ActiveModel {
            invitation_id: Set(invited.row.id),
            number: Set(number),
            version_id: Set(invited.version.id),
            value: Set(value),
        });
    survey_answer::Entity::insert_many(rows)
        .exec_without_returning(work.db())
        .await?;
    Ok(())
}

/// With what it is about, so that the crate whose it is can do something about it; never what was said.
async fn record(work: &Work, kind: &'static str, invited: &Invited) -> Result<(), Failed<Refused>> {
    let row = &invited.row;
    let survey = survey::Entity::find_by_id(row.survey_id)
        .one(work.db())
        .await?;
    let code = survey.map(|survey| survey.code).unwrap_or_default();
    let event = Event::new(kind, row.id)
        .with("code", code)
        .with("subject_kind", row.subject_kind.as_str())
        .with("subject", row.subject.to_string())
        .with("person", row.person_id.to_string());
    work.record(event);
    Ok(())
}
