//! Who came to which lesson.

use std::collections::HashMap;

use kernel::Fault;
use sea_orm::entity::prelude::*;

use crate::entity::{EnrolmentId, LessonId, SeminarId, attendance, enrolment, lesson};

/// What was marked, by lesson and person.
#[derive(Clone, Debug, Default)]
pub struct Marked(HashMap<(LessonId, EnrolmentId), attendance::State>);

impl Marked {
    /// What was marked of somebody at a lesson; none as long as nothing was.
    pub fn of(&self, lesson: LessonId, who: EnrolmentId) -> Option<attendance::State> {
        self.0.get(&(lesson, who)).copied()
    }

    /// Whether somebody was there.
    pub fn is_there(&self, lesson: LessonId, who: EnrolmentId) -> bool {
        let state = self.of(lesson, who);
        state.is_some_and(|state| state != attendance::State::Absent)
    }

    /// How many were there.
    pub fn came(&self, lesson: LessonId) -> usize {
        let own = self.0.iter().filter(|((of, _), _)| *of == lesson);
        own.filter(|(_, state)| **state != attendance::State::Absent)
            .count()
    }
}

/// Whether somebody had a place when a lesson of a seminar began that was called off: some of it was held.
pub async fn was_begun(db: &impl ConnectionTrait, id: SeminarId) -> Result<bool, Fault> {
    let last = enrolment::Entity::of(id)
        .filter(enrolment::Column::State.eq(enrolment::State::CalledOff))
        .filter(enrolment::COLUMN.place_until.is_not_null());
    let until = last.one(db).await?.and_then(|one| one.place_until);
    let Some(until) = until else {
        return Ok(false);
    };
    let before = lesson::Entity::find()
        .filter(lesson::COLUMN.seminar_id.eq(id))
        .filter(lesson::COLUMN.starts_at.lt(until));
    Ok(before.one(db).await?.is_some())
}

/// Everything that was marked at the lessons of a seminar.
pub async fn attendance(db: &impl ConnectionTrait, id: SeminarId) -> Result<Marked, Fault> {
    let lessons = lesson::Entity::find()
        .filter(lesson::COLUMN.seminar_id.eq(id))
        .all(db)
        .await?;
    let ids: Vec<LessonId> = lessons.iter().map(|one| one.id).collect();
    let rows = attendance::Entity::find()
        .filter(attendance::COLUMN.lesson_id.is_in(ids))
        .all(db)
        .await?;
    let of = |row: attendance::Model| ((row.lesson_id, row.enrolment_id), row.state);
    Ok(Marked(rows.into_iter().map(of).collect()))
}
