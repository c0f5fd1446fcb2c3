//! Surveys are entered and edited, people are asked, and they answer.

mod answer;
mod invite;

use kernel::{Failed, Work, events::Event};
use sea_orm::{ActiveValue::Set, QuerySelect, entity::prelude::*};

use crate::{
    Refused,
    entity::{SurveyId, SurveyVersionId, survey, survey_question, survey_version},
    read::{self, Survey, Version},
    rules::{self, Choice, Content, Draft},
};

pub use answer::{Done, answer};
pub use invite::{Subject, erase, invite, take_over};

/// A survey that the centre needs from the first day on.
#[derive(Clone, Debug)]
pub struct NewSurvey {
    /// How other crates name it.
    pub code: &'static str,
    /// Whether words are read only by whoever may read what they are about.
    pub confidential: bool,
    /// What it says.
    pub draft: Draft,
}

/// The version that an editor saw, so that nobody overwrites what they did not.
#[derive(Clone, Copy, Debug)]
pub struct Seen {
    /// Which version.
    pub version: SurveyVersionId,
    /// Its edition.
    pub edition: i32,
}

/// Enters a survey, with its questions; one that is there already stays as it is.
///
/// # Errors
/// [`Refused::MayNot`] for whoever does not; everything that is wrong with the questions.
pub async fn set_up(work: &Work, new: &NewSurvey) -> Result<SurveyId, Failed<Refused>> {
    if !rules::may_set_up(work.actor()) {
        return Err(Refused::MayNot.into());
    }
    if let Some(there) = read::by_code(work.db(), new.code).await? {
        return Ok(there);
    }
    let content = new.draft.read().map_err(Refused::Invalid)?;
    let id: SurveyId = work.new_id();
    survey::Entity::insert(survey::ActiveModel {
        id: Set(id),
        code: Set(new.code.to_owned()),
        confidential: Set(new.confidential),
    })
    .exec_without_returning(work.db())
    .await?;
    write(work, id, 1, &content).await?;
    work.record(Event::new("survey.set_up", id).with("code", new.code));
    Ok(id)
}

/// Edits the newest version, as it was seen. One that was sent to anybody stays as it is: then this is
/// the next version. Says the number of the version; when nothing is said otherwise, nothing happens.
///
/// # Errors
/// [`Refused::Changed`] when somebody edited it since; everything that is wrong at once.
pub async fn edit(
    work: &Work,
    id: SurveyId,
    seen: Seen,
    draft: &Draft,
) -> Result<i32, Failed<Refused>> {
    if !rules::may_edit(work.actor()) {
        return Err(Refused::MayNot.into());
    }
    let Survey {
        newest, is_sent, ..
    } = held(work, id).await?;
    if newest.id != seen.version || newest.edition != seen.edition {
        return Err(Refused::Changed.into());
    }
    let content = draft.read().map_err(Refused::Invalid)?;
    if content == newest.content {
        return Ok(newest.number);
    }
    let number = newest.number + i32::from(is_sent);
    if is_sent {
        write(work, id, number, &content).await?;
    } else {
        rewrite(work, &newest, &content).await?;
    }
    work.record(Event::new("survey.edited", id).with("number", number));
    Ok(number)
}

/// The survey, locked: whoever asks people waits until the questions are settled.
async fn held(work: &Work, id: SurveyId) -> Result<Survey, Failed<Refused>> {
    let locked = survey::Entity::find_by_id(id).lock_exclusive();
    locked.one(work.db()).await?.ok_or(Refused::NotThere)?;
    let found = read::survey(work.db(), id).await?;
    Ok(found.ok_or(Refused::NotThere)?)
}

async fn write(
    work: &Work,
    survey: SurveyId,
    number: i32,
    content: &Content,
) -> Result<(), Failed<Refused>> {
    let id: SurveyVersionId = work.new_id();
    let row = survey_version::ActiveModel {
        id: Set(id),
        survey_id: Set(survey),
        number: Set(number),
        edition: Set(1),
        ..said(work, content)
    };
    survey_version::Entity::insert(row)
        .exec_without_returning(work.db())
        .await?;
    ask(work, id, content).await
}

async fn rewrite(work: &Work, newest: &Version, content: &Content) -> Result<(), Failed<Refused>> {
    let row = survey_version::ActiveModel {
        id: Set(newest.id),
        edition: Set(newest.edition + 1),
        ..said(work, content)
    };
    survey_version::Entity::update(row).exec(work.db()).await?;
    survey_question::Entity::delete_many()
        .filter(survey_question::COLUMN.version_id.eq(newest.id))
        .exec(work.db())
        .await?;
    ask(work, newest.id, content).await
}

/// What a version says above its questions, and who wrote it.
fn said(work: &Work, content: &Content) -> survey_version::ActiveModel {
    survey_version::ActiveModel {
        title: Set(content.title.clone()),
        title_en: Set(content.title_en.clone()),
        introduction: Set(content.introduction.clone()),
        introduction_en: Set(content.introduction_en.clone()),
        written_by: Set(work.actor().person),
        written_at: Set(work.now()),
        ..Default::default()
    }
}

async fn ask(
    work: &Work,
    version: SurveyVersionId,
    content: &Content,
) -> Result<(), Failed<Refused>> {
    let rows = (1..).zip(&content.questions);
    let rows = rows.map(|(number, question)| {
        let [options, options_en] = Choice::lines(&question.options);
        survey_question::ActiveModel {
            version_id: Set(version),
            number: Set(number),
            kind: Set(question.kind),
            text: Set(question.text.clone()),
            text_en: Set(question.text_en.clone()),
            options: Set(options),
            options_en: Set(options_en),
            required: Set(question.required),
        }
    });
    survey_question::Entity::insert_many(rows)
        .exec_without_returning(work.db())
        .await?;
    Ok(())
}

#[cfg(test)]
mod tests;
