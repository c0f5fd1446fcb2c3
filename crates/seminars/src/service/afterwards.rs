//! What is written to everybody by itself: before a lesson, and after the last one.

use chrono::TimeDelta;
use kernel::{Failed, Fault, PersonId, Secret, Work, events::Event};
use sea_orm::{ActiveValue::Set, entity::prelude::*};
use surveys::service::{Subject, invite};

use super::found;
use crate::{
    Refused,
    entity::{LessonId, SeminarId, enrolment, lesson, lesson_reminder, seminar, seminar_asked},
    letters::{self, Notice},
    read::{self, Seminar},
};

/// How the questionnaire is called in `surveys`.
pub const SURVEY: &str = "seminar";

/// What its answers are about there.
pub const SUBJECT: &str = "seminar";

/// Reminds everybody who has a place of a lesson, once for each time it is set to.
///
/// # Errors
/// [`Refused::NotNow`] when it has begun, was called off, or people were reminded already.
pub async fn remind(work: &Work, id: LessonId) -> Result<(), Failed<Refused>> {
    let before = lesson::Entity::find_by_id(id).one(work.db()).await?;
    let row = found::locked(work, before.ok_or(Refused::NotThere)?.seminar_id).await?;
    let lesson = lesson::Entity::find_by_id(id).one(work.db()).await?;
    let lesson = lesson.ok_or(Refused::NotThere)?;
    let known = lesson_reminder::Entity::find_by_id((id, lesson.starts_at));
    let known = known.one(work.db()).await?.is_some();
    let stands = row.state == seminar::State::Published;
    if known || !stands || lesson.starts_at <= work.now() {
        return Err(Refused::NotNow.into());
    }
    let written = lesson_reminder::ActiveModel {
        lesson_id: Set(id),
        starts_at: Set(lesson.starts_at),
        sent_at: Set(work.now()),
    };
    lesson_reminder::Entity::insert(written)
        .exec_without_returning(work.db())
        .await?;
    let lessons = vec![lesson];
    let one = Seminar { row, lessons };
    let own = enrolled(work, one.row.id).await?;
    letters::to_enrollers(work, &one, &own, Notice::Reminder).await?;
    work.record(Event::new("lesson.reminded", id));
    Ok(())
}

/// Asks everybody who came how it was, once, after the last lesson; whoever enrolled employees is asked
/// once for all of them.
///
/// # Errors
/// [`Refused::NotNow`] before it is over, for one that was called off, and when they were asked already.
pub async fn ask_about(work: &Work, id: SeminarId) -> Result<(), Failed<Refused>> {
    let row = found::locked(work, id).await?;
    let over = row.ends_at.is_some_and(|ends| ends <= work.now());
    let held = matches!(
        row.state,
        seminar::State::Published | seminar::State::Reported
    );
    let known = seminar_asked::Entity::find_by_id(id).one(work.db()).await?;
    if !over || !held || known.is_some() {
        return Err(Refused::NotNow.into());
    }
    let written = seminar_asked::ActiveModel {
        seminar_id: Set(id),
        asked_at: Set(work.now()),
    };
    seminar_asked::Entity::insert(written)
        .exec_without_returning(work.db())
        .await?;
    work.record(Event::new("seminar.asked_about", id));
    let days = read::seminar_terms(work.db(), work.now().date())
        .await?
        .answer_days;
    if days == 0 {
        return Ok(());
    }
    let lessons = found::lessons(work, id).await?;
    let marked = read::attendance(work.db(), id).await?;
    let one = Seminar { row, lessons };
    for own in enrolled(work, id).await? {
        let came = |lesson: &lesson::Model| marked.is_there(lesson.id, own.id);
        if !one.lessons.iter().any(came) {
            continue;
        }
        if let Some(secret) = asked(work, id, own.person_id, days).await? {
            letters::notice(work, &one, &[&own], Notice::Asked(&secret)).await?;
        }
    }
    Ok(())
}

/// The secret of somebody's link; none when the centre has no such questionnaire, or they can still
/// answer a former one.
async fn asked(
    work: &Work,
    id: SeminarId,
    person: PersonId,
    days: i32,
) -> Result<Option<Secret>, Fault> {
    use surveys::Refused::{AskedAlready, NotThere};
    let subject = Subject {
        kind: SUBJECT,
        id: id.0,
    };
    let until = work.now() + TimeDelta::days(i64::from(days));
    match invite(work, SURVEY, subject, person, until).await {
        Ok((_, secret)) => Ok(Some(secret)),
        Err(Failed::Refused(AskedAlready | NotThere)) => Ok(None),
        Err(Failed::Refused(refused)) => Err(Fault::broken("asking about a seminar", refused)),
        Err(Failed::Fault(fault)) => Err(fault),
    }
}

async fn enrolled(work: &Work, id: SeminarId) -> Result<Vec<enrolment::Model>, Fault> {
    let own =
        enrolment::Entity::of(id).filter(enrolment::Column::State.eq(enrolment::State::Enrolled));
    Ok(own.all(work.db()).await?)
}
