//! What figures of seminars are made of.

use std::collections::{BTreeMap, HashMap, HashSet};

use accounts::read::merged_people;
use kernel::{Fault, Instant, PersonId, Span};
use sea_orm::{
    QueryOrder, QuerySelect, QueryTrait, Select, entity::prelude::*, sea_query::SelectStatement,
};

use crate::{
    entity::{
        EnrolmentId, LessonId, SeminarId, attendance, enrolment, lesson,
        seminar::{self, State},
    },
    rules::{Held, Seat, Who, who},
};

/// The lessons that were held within a time, and how many applied for their seminars. People who were
/// merged are one person. Who was marked at a lesson had a place there, whatever became of it later: they
/// gave it up, or the seminar was called off after some of its lessons.
pub async fn held(
    db: &impl ConnectionTrait,
    span: Span,
    now: Instant,
) -> Result<(Vec<Held>, BTreeMap<SeminarId, i64>), Fault> {
    let within = || {
        lesson::Entity::find()
            .filter(lesson::COLUMN.starts_at.gte(span.from))
            .filter(lesson::COLUMN.starts_at.lt(span.until))
            .filter(lesson::COLUMN.ends_at.lte(now))
            .filter(lesson::Column::SeminarId.in_subquery(ids(stood(), seminar::Column::Id)))
    };
    let lessons = within().order_by_asc(lesson::COLUMN.starts_at);
    let lessons = lessons.all(db).await?;
    let of_seminars = ids(within(), lesson::Column::SeminarId);
    let seminars = seminar::Entity::find()
        .filter(seminar::Column::Id.in_subquery(of_seminars.clone()))
        .all(db)
        .await?;
    let seminars: HashMap<_, _> = seminars.into_iter().map(|row| (row.id, row)).collect();
    let enrolments = enrolment::Entity::find()
        .filter(enrolment::Column::SeminarId.in_subquery(of_seminars))
        .order_by_asc(enrolment::COLUMN.number)
        .all(db)
        .await?;
    let mut applications: BTreeMap<SeminarId, i64> = BTreeMap::new();
    for one in &enrolments {
        *applications.entry(one.seminar_id).or_default() += 1;
    }
    let marks = marks(db, ids(within(), lesson::Column::Id)).await?;
    let marked: HashSet<LessonId> = marks.keys().map(|(lesson, _)| *lesson).collect();
    let merged = merged_people(db).await?;
    let into = |person: PersonId| merged.get(&person).copied().unwrap_or(person);
    let known = known(db, span.from).await?.into_iter();
    let known: HashSet<Who> = known.map(|(by, named)| who(into(by), &named)).collect();
    let seat = |lesson: LessonId, one: &enrolment::Model| Seat {
        person: into(one.person_id),
        attendee: one.attendee.clone(),
        came: marks.get(&(lesson, one.id)).is_some_and(|came| *came),
        new: !known.contains(&who(into(one.person_id), &one.attendee)),
    };
    let told = |row: lesson::Model| {
        let seminar = seminars.get(&row.seminar_id)?;
        if seminar.state == State::CalledOff && !marked.contains(&row.id) {
            return None;
        }
        let of_it = enrolments
            .iter()
            .filter(|one| one.seminar_id == row.seminar_id);
        let own = of_it
            .filter(|one| one.had_place_at(row.starts_at) || marks.contains_key(&(row.id, one.id)));
        Some(Held {
            lesson: row.id,
            seminar: row.seminar_id,
            title: seminar.title.clone(),
            day: row.starts_at.date(),
            audience: seminar.audience,
            programme: seminar.programme.clone(),
            places: i64::from(seminar.here) + i64::from(seminar.online),
            seats: own.map(|one| seat(row.id, one)).collect(),
        })
    };
    let held: Vec<Held> = lessons.into_iter().filter_map(told).collect();
    applications.retain(|id, _| held.iter().any(|one| one.seminar == *id));
    Ok((held, applications))
}

/// Seminars of which lessons can have been held.
fn stood() -> Select<seminar::Entity> {
    let stood = [State::Published, State::Reported, State::CalledOff];
    seminar::Entity::find().filter(seminar::Column::State.is_in(stood))
}

/// Who was marked, and whether they were there.
async fn marks(
    db: &impl ConnectionTrait,
    lessons: SelectStatement,
) -> Result<HashMap<(LessonId, EnrolmentId), bool>, Fault> {
    let rows = attendance::Entity::find()
        .filter(attendance::Column::LessonId.in_subquery(lessons))
        .all(db)
        .await?;
    let told = |row: attendance::Model| {
        let came = row.state != attendance::State::Absent;
        ((row.lesson_id, row.enrolment_id), came)
    };
    Ok(rows.into_iter().map(told).collect())
}

/// Who had come to a lesson before a moment: who enrolled, and whom they named.
async fn known(
    db: &impl ConnectionTrait,
    before: Instant,
) -> Result<Vec<(PersonId, String)>, Fault> {
    let lessons = lesson::Entity::find().filter(lesson::COLUMN.starts_at.lt(before));
    let came = attendance::Entity::find()
        .filter(attendance::Column::State.ne(attendance::State::Absent))
        .filter(attendance::Column::LessonId.in_subquery(ids(lessons, lesson::Column::Id)));
    let came = ids(came, attendance::Column::EnrolmentId);
    let people = enrolment::Entity::find()
        .select_only()
        .column(enrolment::Column::PersonId)
        .column(enrolment::Column::Attendee)
        .distinct()
        .filter(enrolment::Column::Id.in_subquery(came))
        .into_tuple()
        .all(db)
        .await?;
    Ok(people)
}

fn ids<E: EntityTrait>(rows: Select<E>, column: impl ColumnTrait) -> SelectStatement {
    rows.select_only().column(column).into_query()
}
