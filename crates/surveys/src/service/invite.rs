//! People are asked.

use chrono::TimeDelta;
use kernel::{Failed, Fault, Instant, PersonId, Secret, Work, events::Event, violated_constraint};
use sea_orm::{ActiveValue::Set, PaginatorTrait, QueryOrder, QuerySelect, entity::prelude::*};
use uuid::Uuid;

use crate::{
    Refused,
    entity::{
        InvitationId, survey, survey_answer, survey_invitation,
        survey_question::{self, Kind},
        survey_version,
    },
};

/// What somebody is asked about: this crate knows no more of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Subject {
    /// What sort of thing it is, as the crate calls it whose it is: `case`.
    pub kind: &'static str,
    /// The thing.
    pub id: Uuid,
}

/// Asks somebody about something by the survey of that code, with its newest questions, to be answered
/// before a moment. The caller decides whether they may be asked, and writes the letter with the link
/// `/answers/{secret}`; the secret is told once and kept nowhere.
///
/// Nobody is asked the same about the same while they can still answer, or change what they answered:
/// the first link is the only one, and nobody can find it again. Once it is over they can be asked
/// again (フォローアップ after 1, 3 and 6 months).
///
/// # Errors
/// [`Refused::AskedAlready`] as long as a former one is open; [`Refused::NotThere`] when there is no
/// such survey; [`Refused::Over`] when that moment has passed.
pub async fn invite(
    work: &Work,
    code: &str,
    subject: Subject,
    person: PersonId,
    expires_at: Instant,
) -> Result<(InvitationId, Secret), Failed<Refused>> {
    if expires_at <= work.now() {
        return Err(Refused::Over(expires_at).into());
    }
    // Nobody edits the questions until they are sent; others ask at the same time.
    let locked = survey::Entity::find().filter(survey::COLUMN.code.eq(code));
    let survey = locked.lock_shared().one(work.db()).await?;
    let survey = survey.ok_or(Refused::NotThere)?;
    let newest = survey_version::Entity::find()
        .filter(survey_version::COLUMN.survey_id.eq(survey.id))
        .order_by_desc(survey_version::COLUMN.number)
        .one(work.db())
        .await?;
    let newest = newest.ok_or(Refused::NotThere)?;
    // Looked at before it is written: what the database refuses ends the whole transaction of a caller
    // who would go on without asking.
    let open = survey_invitation::Entity::find()
        .filter(survey_invitation::COLUMN.survey_id.eq(survey.id))
        .filter(survey_invitation::COLUMN.subject_kind.eq(subject.kind))
        .filter(survey_invitation::COLUMN.subject.eq(subject.id))
        .filter(survey_invitation::COLUMN.person_id.eq(person))
        .filter(survey_invitation::COLUMN.expires_at.gt(work.now()));
    if open.count(work.db()).await? > 0 {
        return Err(Refused::AskedAlready.into());
    }
    let (id, secret): (InvitationId, Secret) = (work.new_id(), Secret::random());
    let row = survey_invitation::ActiveModel {
        id: Set(id),
        survey_id: Set(survey.id),
        version_id: Set(newest.id),
        subject_kind: Set(subject.kind.to_owned()),
        subject: Set(subject.id),
        person_id: Set(person),
        digest: Set(secret.digest()),
        sent_at: Set(work.now()),
        expires_at: Set(expires_at),
        edition: Set(0),
        answered_at: Set(None),
        changed_at: Set(None),
    };
    survey_invitation::Entity::insert(row)
        .exec_without_returning(work.db())
        .await
        .map_err(asked_already)?;
    let event = Event::new("survey.invited", id)
        .with("code", code)
        .with("subject_kind", subject.kind)
        .with("subject", subject.id.to_string())
        .with("person", person.to_string());
    work.record(event);
    Ok((id, secret))
}

/// The database knows who can still answer, however many ask at once.
fn asked_already(error: DbErr) -> Failed<Refused> {
    match violated_constraint(&error).as_deref() {
        Some("survey_invitations_no_overlap") => Refused::AskedAlready.into(),
        _ => error.into(),
    }
}

/// What a double was asked belongs to the person who stays. Where both were asked the same about the
/// same at one time, the double keeps its own.
pub async fn take_over(work: &Work, double: PersonId, into: PersonId) -> Result<(), Fault> {
    let of = |person: PersonId| {
        let rows = survey_invitation::Entity::find();
        rows.filter(survey_invitation::COLUMN.person_id.eq(person))
    };
    let own = of(into).all(work.db()).await?;
    let is_same = |one: &survey_invitation::Model, other: &survey_invitation::Model| {
        one.survey_id == other.survey_id
            && (one.subject, &one.subject_kind) == (other.subject, &other.subject_kind)
            && one.sent_at < other.expires_at
            && other.sent_at < one.expires_at
    };
    for row in of(double).all(work.db()).await? {
        if own.iter().any(|other| is_same(&row, other)) {
            continue;
        }
        let moved = survey_invitation::ActiveModel {
            id: Set(row.id),
            person_id: Set(into),
            ..Default::default()
        };
        survey_invitation::Entity::update(moved)
            .exec(work.db())
            .await?;
    }
    Ok(())
}

/// Removes what was written in words about these, and nothing more can be answered about them; what was
/// chosen of given answers stays, and is counted.
pub async fn erase(work: &Work, kind: &str, subjects: &[Uuid]) -> Result<(), Fault> {
    // One that was sent at this very moment was open for a moment.
    let over = work.now() + TimeDelta::microseconds(1);
    // Whoever answers at this moment holds the row: their words are there when they are removed.
    survey_invitation::Entity::update_many()
        .col_expr(survey_invitation::Column::ExpiresAt, Expr::value(over))
        .filter(survey_invitation::COLUMN.subject_kind.eq(kind))
        .filter(survey_invitation::COLUMN.subject.is_in(subjects.to_vec()))
        .filter(survey_invitation::COLUMN.expires_at.gt(over))
        .exec(work.db())
        .await?;
    let asked = survey_invitation::Entity::find()
        .filter(survey_invitation::COLUMN.subject_kind.eq(kind))
        .filter(survey_invitation::COLUMN.subject.is_in(subjects.to_vec()))
        .all(work.db())
        .await?;
    for invitation in asked {
        let words = survey_question::Entity::find()
            .filter(survey_question::COLUMN.version_id.eq(invitation.version_id))
            .filter(survey_question::COLUMN.kind.eq(Kind::Text))
            .all(work.db())
            .await?;
        let numbers: Vec<i32> = words.iter().map(|question| question.number).collect();
        survey_answer::Entity::delete_many()
            .filter(survey_answer::COLUMN.invitation_id.eq(invitation.id))
            .filter(survey_answer::COLUMN.number.is_in(numbers))
            .exec(work.db())
            .await?;
    }
    Ok(())
}
