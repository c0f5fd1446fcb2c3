//! What was answered about one thing, for the page of whoever owns it: that page lets nobody read it
//! who may not read the thing.

use std::collections::HashMap;

use kernel::{Fault, Instant, PersonId};
use sea_orm::{QueryOrder, entity::prelude::*};
use serde::Serialize;
use uuid::Uuid;

use super::{Version, told};
use crate::{
    entity::{
        InvitationId, SurveyVersionId, survey, survey_answer, survey_invitation,
        survey_question::Kind, survey_version,
    },
    rules::{Question, chosen},
};

/// One who was asked about a thing, and what they answered. The component `survey_answered` shows it.
#[derive(Clone, Debug, Serialize)]
pub struct Answered {
    /// Which invitation.
    pub id: InvitationId,
    /// Which survey, as other crates call it.
    pub code: String,
    /// What people call it.
    pub title: String,
    /// Who was asked.
    pub person: PersonId,
    /// When.
    pub sent_at: Instant,
    /// From when on nothing can be answered any more.
    pub expires_at: Instant,
    /// When they first answered; none as long as they have not.
    pub answered_at: Option<Instant>,
    /// When they last changed it.
    pub changed_at: Option<Instant>,
    /// What they answered, in the order of the questions; what was left out is not in it.
    pub answers: Vec<Said>,
}

/// The answer to one question, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Said {
    /// What was asked.
    pub question: String,
    /// How it was to be answered.
    pub kind: Kind,
    /// Words, a number, the options that were chosen; of a scale its step, of yes or no `yes` or `no`.
    pub said: Vec<String>,
}

/// Everything that was asked and answered about a thing, the latest first.
pub async fn answers_of(
    db: &impl ConnectionTrait,
    subject_kind: &str,
    subject: Uuid,
) -> Result<Vec<Answered>, Fault> {
    let rows = of_subject(subject_kind, subject).all(db).await?;
    told_of(db, rows).await
}

/// Who can still answer about a thing, or change what they answered, the latest first.
pub async fn open_invitations(
    db: &impl ConnectionTrait,
    subject_kind: &str,
    subject: Uuid,
    now: Instant,
) -> Result<Vec<Answered>, Fault> {
    let open = of_subject(subject_kind, subject)
        .filter(survey_invitation::COLUMN.expires_at.gt(now))
        .all(db)
        .await?;
    told_of(db, open).await
}

fn of_subject(kind: &str, subject: Uuid) -> sea_orm::Select<survey_invitation::Entity> {
    survey_invitation::Entity::find()
        .filter(survey_invitation::COLUMN.subject.eq(subject))
        .filter(survey_invitation::COLUMN.subject_kind.eq(kind))
        .order_by_desc(survey_invitation::COLUMN.sent_at)
        .order_by_desc(survey_invitation::COLUMN.id)
}

async fn told_of(
    db: &impl ConnectionTrait,
    rows: Vec<survey_invitation::Model>,
) -> Result<Vec<Answered>, Fault> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let codes = survey::Entity::find().all(db).await?;
    let codes: HashMap<_, _> = codes.into_iter().map(|row| (row.id, row.code)).collect();
    let ids: Vec<SurveyVersionId> = rows.iter().map(|row| row.version_id).collect();
    let versions = survey_version::Entity::find().filter(survey_version::COLUMN.id.is_in(ids));
    let versions = told(db, versions.all(db).await?).await?;
    let versions: HashMap<_, Version> = versions.into_iter().map(|one| (one.id, one)).collect();
    let ids: Vec<InvitationId> = rows.iter().map(|row| row.id).collect();
    let given = survey_answer::Entity::find()
        .filter(survey_answer::COLUMN.invitation_id.is_in(ids))
        .order_by_asc(survey_answer::COLUMN.number)
        .all(db)
        .await?;
    let one = |row: survey_invitation::Model| {
        let version = versions.get(&row.version_id)?;
        let own = given.iter().filter(|answer| answer.invitation_id == row.id);
        let asked = |number: i32| usize::try_from(number - 1).ok();
        let own = own.filter_map(|answer| {
            let question = version.content.questions.get(asked(answer.number)?)?;
            Some(said(question, &answer.value))
        });
        Some(Answered {
            id: row.id,
            code: codes.get(&row.survey_id).cloned().unwrap_or_default(),
            title: version.content.title.clone(),
            person: row.person_id,
            sent_at: row.sent_at,
            expires_at: row.expires_at,
            answered_at: row.answered_at,
            changed_at: row.changed_at,
            answers: own.collect(),
        })
    };
    Ok(rows.into_iter().filter_map(one).collect())
}

/// A kept value in words.
pub fn said(question: &Question, value: &str) -> Said {
    let option = |at: usize| question.options.get(at - 1).map(|one| one.text.clone());
    let said = if question.kind.has_options() {
        chosen(value)
            .filter(|at| *at > 0)
            .filter_map(option)
            .collect()
    } else {
        vec![value.to_owned()]
    };
    Said {
        question: question.text.clone(),
        kind: question.kind,
        said,
    }
}
