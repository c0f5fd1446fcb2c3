//! Who was at which lesson, for whoever has to prove it: the certificate of founders.

use std::collections::HashMap;

use kernel::{Fault, Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::seminars::with_lessons;
use crate::entity::{
    EnrolmentId, LessonId, SeminarId,
    attendance::{self, State},
    enrolment,
    lesson::Area,
    seminar,
};

/// One person and one lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Who.
    pub person: PersonId,
    /// Of which seminar.
    pub seminar: SeminarId,
    /// What that is called.
    pub title: String,
    /// When its last lesson is over.
    pub ends: Instant,
    /// At which lesson.
    pub lesson: LessonId,
    /// What it is called, or empty.
    pub lesson_title: String,
    /// When it began.
    pub starts_at: Instant,
    /// What it teaches of the law's four areas.
    pub areas: Vec<Area>,
    /// Whether they came; none when nothing was marked, and all there is is a place.
    pub state: Option<State>,
}

/// Every lesson at which some people were, or for which they have a place, by person and time; not those
/// of employees whom they named. Who cancelled later was at the lessons before all the same.
pub async fn evidence(
    db: &impl ConnectionTrait,
    people: &[PersonId],
) -> Result<Vec<Evidence>, Fault> {
    let mut found = Vec::new();
    for some in people.chunks(500) {
        let own = enrolment::Entity::find()
            .filter(enrolment::COLUMN.person_id.is_in(some.iter().copied()))
            .filter(enrolment::COLUMN.attendee.eq(""))
            .all(db)
            .await?;
        found.extend(of_enrolments(db, own).await?);
    }
    found.sort_by_key(|one| (one.person, one.starts_at, one.lesson));
    Ok(found)
}

/// Whoever was enrolled in one of these seminars, by their own account.
pub async fn people_of(
    db: &impl ConnectionTrait,
    seminars: &[SeminarId],
) -> Result<Vec<PersonId>, Fault> {
    let own = enrolment::Entity::find()
        .filter(enrolment::COLUMN.seminar_id.is_in(seminars.iter().copied()))
        .filter(enrolment::COLUMN.attendee.eq(""))
        .all(db)
        .await?;
    let mut people: Vec<PersonId> = own.into_iter().map(|one| one.person_id).collect();
    people.sort_unstable();
    people.dedup();
    Ok(people)
}

async fn of_enrolments(
    db: &impl ConnectionTrait,
    own: Vec<enrolment::Model>,
) -> Result<Vec<Evidence>, Fault> {
    let ids = own.iter().map(|one| one.id);
    let marks = attendance::Entity::find()
        .filter(attendance::COLUMN.enrolment_id.is_in(ids))
        .all(db)
        .await?;
    let marks: HashMap<(LessonId, EnrolmentId), State> = marks
        .into_iter()
        .map(|mark| ((mark.lesson_id, mark.enrolment_id), mark.state))
        .collect();
    let seminars = seminar::Entity::find()
        .filter(
            seminar::COLUMN
                .id
                .is_in(own.iter().map(|one| one.seminar_id)),
        )
        .all(db)
        .await?;
    let mut found = Vec::new();
    for one in with_lessons(db, seminars).await? {
        for place in own.iter().filter(|place| place.seminar_id == one.row.id) {
            for lesson in &one.lessons {
                let state = marks.get(&(lesson.id, place.id)).copied();
                if state.is_none() && place.state != enrolment::State::Enrolled {
                    continue;
                }
                found.push(Evidence {
                    person: place.person_id,
                    seminar: one.row.id,
                    title: one.row.title.clone(),
                    ends: one.row.ends_at.unwrap_or(lesson.ends_at),
                    lesson: lesson.id,
                    lesson_title: lesson.title.clone(),
                    starts_at: lesson.starts_at,
                    areas: lesson.areas(),
                    state,
                });
            }
        }
    }
    Ok(found)
}
