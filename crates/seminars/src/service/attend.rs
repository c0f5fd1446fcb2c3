//! Who came is marked from the list, and taken back when it was a mistake.

use chrono::TimeDelta;
use kernel::{Failed, Work, events::Event};
use sea_orm::{ActiveValue::Set, entity::prelude::*, sea_query::OnConflict};

use super::found;
use crate::{
    Refused,
    entity::{
        EnrolmentId, LessonId,
        attendance::{self, State},
        enrolment, lesson, seminar,
    },
    rules,
};

/// So long before a lesson begins people are let in.
const EARLY: TimeDelta = TimeDelta::hours(2);

/// Marks whether somebody came to a lesson. Marked twice, by two who hold the list, it is one mark; the
/// last one counts.
///
/// # Errors
/// [`Refused::TooEarly`]; [`Refused::NotStanding`] for somebody who has no place.
pub async fn mark(
    work: &Work,
    lesson: LessonId,
    who: EnrolmentId,
    state: State,
) -> Result<(), Failed<Refused>> {
    let (lesson, one) = both(work, lesson, who).await?;
    // Who gave their place up since, or of whom the rest was called off, was there before.
    if !one.had_place_at(lesson.starts_at) {
        return Err(Refused::NotStanding.into());
    }
    if work.now() < lesson.starts_at - EARLY {
        return Err(Refused::TooEarly.into());
    }
    let row = attendance::ActiveModel {
        lesson_id: Set(lesson.id),
        enrolment_id: Set(who),
        state: Set(state),
        marked_by: Set(work.actor().person),
        marked_at: Set(work.now()),
    };
    let columns = [
        attendance::Column::LessonId,
        attendance::Column::EnrolmentId,
    ];
    let changed = [
        attendance::Column::State,
        attendance::Column::MarkedBy,
        attendance::Column::MarkedAt,
    ];
    attendance::Entity::insert(row)
        .on_conflict(
            OnConflict::columns(columns)
                .update_columns(changed)
                .to_owned(),
        )
        .exec_without_returning(work.db())
        .await?;
    let event = Event::new("attendance.marked", who)
        .with("lesson", lesson.id.to_string())
        .with("state", state.code());
    work.record(event);
    Ok(())
}

/// Takes a mark back; that it was there stays in the log of acts.
///
/// # Errors
/// [`Refused::NotMarked`] when there is none.
pub async fn unmark(
    work: &Work,
    lesson: LessonId,
    who: EnrolmentId,
) -> Result<(), Failed<Refused>> {
    let (lesson, _) = both(work, lesson, who).await?;
    let gone = attendance::Entity::delete_many()
        .filter(attendance::COLUMN.lesson_id.eq(lesson.id))
        .filter(attendance::COLUMN.enrolment_id.eq(who))
        .exec(work.db())
        .await?;
    if gone.rows_affected == 0 {
        return Err(Refused::NotMarked.into());
    }
    let event = Event::new("attendance.undone", who).with("lesson", lesson.id.to_string());
    work.record(event);
    Ok(())
}

/// A lesson and somebody of the same seminar, which nobody called off.
pub(super) async fn both(
    work: &Work,
    lesson: LessonId,
    who: EnrolmentId,
) -> Result<(lesson::Model, enrolment::Model), Failed<Refused>> {
    if !rules::may_receive(work.actor()) {
        return Err(Refused::MayNot.into());
    }
    let (one, row) = found::enrolment(work, who).await?;
    let found = lesson::Entity::find_by_id(lesson).one(work.db()).await?;
    let found = found.filter(|lesson| lesson.seminar_id == row.id);
    let lesson = found.ok_or(Refused::NotThere)?;
    if row.state == seminar::State::Reported {
        return Err(Refused::NotNow.into());
    }
    Ok((lesson, one))
}
