//! How far people are, computed from who came: nothing of it is stored, so what is taken back at the
//! door is taken back here.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use kernel::{Fault, PersonId};
use sea_orm::entity::prelude::*;
use seminars::{
    entity::{attendance::State, lesson},
    read::Evidence as Lesson,
};

use super::{CONSULTATIONS, Laws, Plan};
use crate::rules::{Area, Attendance, Course, Founder, Kind, Progress, progress};

/// One lesson or meeting of a person, with what it is called.
#[derive(Clone, Debug)]
pub struct Came {
    /// As the rules read it.
    pub attendance: Attendance,
    /// The seminar's name; empty for a consultation.
    pub title: String,
    /// The lesson's name, or empty.
    pub lesson: String,
}

/// Every lesson and meeting of some people; consultations of cases that few know of are left out.
pub async fn came(
    db: &impl ConnectionTrait,
    people: &[PersonId],
) -> Result<BTreeMap<PersonId, Vec<Came>>, Fault> {
    let mut found: BTreeMap<PersonId, Vec<Came>> = BTreeMap::new();
    for one in seminars::read::evidence(db, people).await? {
        found.entry(one.person).or_default().push(of_lesson(one));
    }
    for one in consultations::read::evidence(db, people).await? {
        found.entry(one.person).or_default().push(Came {
            attendance: Attendance {
                day: one.day,
                programme: CONSULTATIONS.to_owned(),
                course: None,
                session: one.meeting.to_string(),
                areas: areas(&one.areas),
                kind: Kind::Attended,
                provider: CONSULTATIONS.to_owned(),
            },
            title: String::new(),
            lesson: String::new(),
        });
    }
    Ok(found)
}

fn of_lesson(one: Lesson) -> Came {
    let own = one.areas.iter().map(|area: &lesson::Area| area.code());
    let own: Vec<&str> = own.collect();
    Came {
        attendance: Attendance {
            day: one.starts_at.date(),
            programme: one.seminar.to_string(),
            course: Some(Course {
                code: one.seminar.to_string(),
                ends: one.ends.date(),
            }),
            session: one.lesson.to_string(),
            areas: areas(&own),
            kind: match one.state {
                None => Kind::Booked,
                Some(State::Present) => Kind::Attended,
                Some(State::Late) => Kind::Late,
                Some(State::LeftEarly) => Kind::LeftEarly,
                Some(State::Online) => Kind::Online,
                Some(State::Absent) => Kind::Absent,
            },
            provider: "centre".to_owned(),
        },
        title: one.title,
        lesson: one.lesson_title,
    }
}

fn areas(codes: &[&str]) -> BTreeSet<Area> {
    let named = |area: &Area| codes.contains(&area.code());
    Area::ALL.into_iter().filter(named).collect()
}

/// What of it is told to others than the person: what belongs to the plan, consultations only where
/// the plan counts them.
pub fn told(plan: &Plan, came: Vec<Came>) -> Vec<Came> {
    let mut told = came;
    told.retain(|one| belongs(plan, &one.attendance));
    told
}

/// What a person is told of their own: what belongs to the plan, and where else they were so far.
pub fn told_themselves(plan: &Plan, came: Vec<Came>, today: NaiveDate) -> Vec<Came> {
    let was = |own: &Attendance| own.day <= today && own.kind.never().is_none();
    let mut told = came;
    told.retain(|one| belongs(plan, &one.attendance) || was(&one.attendance));
    told
}

fn belongs(plan: &Plan, own: &Attendance) -> bool {
    if own.programme == CONSULTATIONS {
        return plan.has_consultations();
    }
    let mut courses = plan.courses.iter();
    courses.any(|course| course.seminar_id.to_string() == own.programme)
}

/// How far somebody is on a day.
pub fn progress_of(
    plan: &Plan,
    laws: &Laws,
    came: &[Came],
    founder: Founder,
    day: NaiveDate,
) -> Progress {
    let attendances: Vec<Attendance> = came.iter().map(|one| one.attendance.clone()).collect();
    progress(&plan.scheme, &attendances, founder, &laws.eligibility, day)
}
