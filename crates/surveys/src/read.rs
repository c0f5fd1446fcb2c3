//! Surveys with their questions, what somebody was asked and answered, and what came of it all.

mod answers;
mod asked;
mod figures;
mod invited;

use std::collections::HashMap;

use kernel::{Fault, Instant};
use sea_orm::{QueryOrder, entity::prelude::*};

use crate::{
    entity::{
        SurveyId, SurveyVersionId, survey, survey_invitation, survey_question, survey_version,
    },
    rules::{Choice, Content, More, Question},
};

pub use answers::{Answered, Said, answers_of, open_invitations, said};
pub use asked::Asked;
pub use figures::{Counts, Period, Results, Written, answered, counts, results, words};
pub(crate) use invited::of_row;
pub use invited::{Invited, by_secret};

/// A survey and its newest version.
#[derive(Clone, Debug)]
pub struct Survey {
    /// The survey.
    pub row: survey::Model,
    /// Its newest version: the one that is sent.
    pub newest: Version,
    /// Whether anybody was sent the newest version, which is then never rewritten.
    pub is_sent: bool,
}

/// A version with what it asks.
#[derive(Clone, Debug)]
pub struct Version {
    /// Which one.
    pub id: SurveyVersionId,
    /// 第1版 is 1.
    pub number: i32,
    /// As it was saved last.
    pub edition: i32,
    /// When.
    pub written_at: Instant,
    /// What it says.
    pub content: Content,
}

/// Every survey, in the order of their codes.
pub async fn surveys(db: &impl ConnectionTrait) -> Result<Vec<Survey>, Fault> {
    let rows = survey::Entity::find().order_by_asc(survey::COLUMN.code);
    let mut all = Vec::new();
    for row in rows.all(db).await? {
        all.extend(with_newest(db, row).await?);
    }
    Ok(all)
}

/// One survey.
pub async fn survey(db: &impl ConnectionTrait, id: SurveyId) -> Result<Option<Survey>, Fault> {
    match survey::Entity::find_by_id(id).one(db).await? {
        Some(row) => with_newest(db, row).await,
        None => Ok(None),
    }
}

/// The survey that other crates call so.
pub async fn by_code(db: &impl ConnectionTrait, code: &str) -> Result<Option<SurveyId>, Fault> {
    let found = survey::Entity::find().filter(survey::COLUMN.code.eq(code));
    Ok(found.one(db).await?.map(|row| row.id))
}

async fn with_newest(
    db: &impl ConnectionTrait,
    row: survey::Model,
) -> Result<Option<Survey>, Fault> {
    let newest = survey_version::Entity::find()
        .filter(survey_version::COLUMN.survey_id.eq(row.id))
        .order_by_desc(survey_version::COLUMN.number)
        .one(db)
        .await?;
    let Some(newest) = newest else {
        return Ok(None);
    };
    let sent = survey_invitation::Entity::find()
        .filter(survey_invitation::COLUMN.version_id.eq(newest.id))
        .one(db)
        .await?;
    let mut versions = told(db, vec![newest]).await?;
    let survey = versions.pop().map(|newest| Survey {
        row,
        newest,
        is_sent: sent.is_some(),
    });
    Ok(survey)
}

/// Every version of a survey, the newest first.
async fn versions(db: &impl ConnectionTrait, id: SurveyId) -> Result<Vec<Version>, Fault> {
    let rows = survey_version::Entity::find()
        .filter(survey_version::COLUMN.survey_id.eq(id))
        .order_by_desc(survey_version::COLUMN.number);
    told(db, rows.all(db).await?).await
}

/// These versions with their questions.
async fn told(
    db: &impl ConnectionTrait,
    rows: Vec<survey_version::Model>,
) -> Result<Vec<Version>, Fault> {
    let mut questions: HashMap<SurveyVersionId, Vec<Question>> = HashMap::new();
    // SQLite takes some thousand values in one statement.
    for some in rows.chunks(1_000) {
        let ids: Vec<SurveyVersionId> = some.iter().map(|row| row.id).collect();
        let asked = survey_question::Entity::find()
            .filter(survey_question::COLUMN.version_id.is_in(ids))
            .order_by_asc(survey_question::COLUMN.number);
        for row in asked.all(db).await? {
            questions
                .entry(row.version_id)
                .or_default()
                .push(question(row));
        }
    }
    let version = |row: survey_version::Model| Version {
        id: row.id,
        number: row.number,
        edition: row.edition,
        written_at: row.written_at,
        content: Content {
            title: row.title,
            title_en: row.title_en,
            introduction: row.introduction,
            introduction_en: row.introduction_en,
            questions: questions.remove(&row.id).unwrap_or_default(),
        },
    };
    Ok(rows.into_iter().map(version).collect())
}

fn question(row: survey_question::Model) -> Question {
    Question {
        kind: row.kind,
        text: row.text,
        text_en: row.text_en,
        options: Choice::all(&row.options, &row.options_en),
        required: row.required,
        more: More::default(),
    }
}
