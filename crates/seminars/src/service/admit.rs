//! Somebody stands at the door: with a ticket, or without.

use kernel::{Failed, Instant, PersonId, Work};
use sea_orm::entity::prelude::*;

use super::{attend::both, enrol, mark};
use crate::{
    Refused,
    entity::{
        EnrolmentId, LessonId,
        attendance::{self, State},
        enrolment::{self, Mode},
        lesson,
    },
    read,
    rules::Wish,
};

/// What came of a ticket that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Admitted {
    /// It is marked now.
    Now,
    /// It was marked already, so and then: by another at the door, or by the same press of a button
    /// that went out twice. Nothing was changed.
    Before(State, Instant),
}

/// Marks that somebody came, once: whoever reads the same ticket later is told since when they are there.
/// Somebody who was marked as absent comes after all.
///
/// # Errors
/// [`Refused::TooEarly`]; [`Refused::NotStanding`] for somebody who has no place.
pub async fn admit(
    work: &Work,
    lesson: LessonId,
    who: EnrolmentId,
    state: State,
) -> Result<Admitted, Failed<Refused>> {
    // The seminar is locked: of two at the door one comes first.
    both(work, lesson, who).await?;
    let known = attendance::Entity::find_by_id((lesson, who));
    if let Some(known) = known.one(work.db()).await?
        && known.state != State::Absent
    {
        return Ok(Admitted::Before(known.state, known.marked_at));
    }
    mark(work, lesson, who, state).await?;
    Ok(Admitted::Now)
}

/// Lets somebody in who comes without having enrolled, if a place is free: enrols them and marks that they
/// came. Somebody who has a place already is only marked.
///
/// # Errors
/// [`Refused::Full`] when no place is free, and nobody waits in a line at the door; [`Refused::TooEarly`].
pub async fn walk_in(
    work: &Work,
    lesson: LessonId,
    person: PersonId,
    wish: &Wish,
) -> Result<EnrolmentId, Failed<Refused>> {
    let found = lesson::Entity::find_by_id(lesson).one(work.db()).await?;
    let seminar = found.ok_or(Refused::NotThere)?.seminar_id;
    let own = read::own_of(work.db(), seminar, person).await?;
    let own = own.filter(|own| own.state == enrolment::State::Enrolled);
    let id = match own {
        Some(own) => own.id,
        None => enrol(work, seminar, person, wish).await?,
    };
    work.flush().await?;
    let row = enrolment::Entity::find_by_id(id).one(work.db()).await?;
    let row = row.ok_or(Refused::NotThere)?;
    if row.state != enrolment::State::Enrolled {
        return Err(Refused::Full.into());
    }
    let state = match row.mode {
        Mode::Here => State::Present,
        Mode::Online => State::Online,
    };
    admit(work, lesson, id, state).await?;
    Ok(id)
}

/// Marks a whole list, or nothing of it; who is marked so already is left alone. How many were marked.
///
/// # Errors
/// As [`mark`].
pub async fn mark_all(
    work: &Work,
    lesson: LessonId,
    marks: &[(EnrolmentId, State)],
) -> Result<usize, Failed<Refused>> {
    let mut many = 0;
    for (who, state) in marks {
        let known = attendance::Entity::find_by_id((lesson, *who));
        let known = known.one(work.db()).await?;
        if known.is_none_or(|known| known.state != *state) {
            mark(work, lesson, *who, *state).await?;
            many += 1;
        }
    }
    Ok(many)
}
