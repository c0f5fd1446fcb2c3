//! The certificate of founders in the demonstration: the ward's plan, a course that is over, and
//! founders in every state. The course that runs belongs to the plan too.

mod course;
mod decided;

use ::founders::{
    rules::SchemeDraft,
    samples::scheme::a_scheme,
    service::{self, CourseDraft},
};
use ::seminars::{
    entity::{EnrolmentId, LessonId, SeminarId, attendance::State as Came, enrolment::Mode},
    rules::Wish,
    service as taught,
};
use chrono::NaiveDate;
use kernel::{Clock, Db, PersonId, Role, transact};

use super::{
    people::{People, acting},
    seminars::Entered,
    stage::passed_over,
};
use crate::Failed;

use course::course;
use decided::decide;

/// What becomes of a founder.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    /// Has all, and may apply.
    Completed,
    /// Was not at one of the lessons.
    Lacking,
    Asked,
    Forwarded,
    Issued,
    Revoked,
    Returned,
}

/// The course that is over.
pub(super) struct Held {
    lessons: Vec<LessonId>,
    founders: Vec<(PersonId, EnrolmentId, Fate)>,
}

/// The ward writes its plan down; a course is set up, and people enrol.
pub(super) async fn settle(
    db: &Db,
    clock: &Clock,
    people: &People,
    (running, today): (&[Entered], NaiveDate),
) -> Result<Option<Held>, Failed> {
    let Some((id, lessons)) = course(db, clock, people, today).await? else {
        return Ok(None);
    };
    plan(
        db,
        clock,
        people,
        running.first().map(|one| one.id).into_iter().chain([id]),
    )
    .await?;
    let mut founders = Vec::new();
    for (person, fate) in cast(people) {
        let wish = Wish {
            mode: Some(Mode::Online),
            ..Wish::default()
        };
        let reception = acting(people.reception, Role::Reception);
        let enrolled = transact(db, reception, clock, async |work| {
            taught::enrol(work, id, person, &wish).await
        });
        let chair = passed_over(enrolled.await)?;
        founders.extend(chair.map(|chair| (person, chair, fate)));
    }
    Ok(Some(Held { lessons, founders }))
}

/// Who takes part: those with an account show what a founder sees.
fn cast(people: &People) -> Vec<(PersonId, Fate)> {
    let fates = [
        Fate::Asked,
        Fate::Forwarded,
        Fate::Issued,
        Fate::Revoked,
        Fate::Returned,
        Fate::Lacking,
    ];
    let known = [
        (people.founder, Fate::Completed),
        (people.sme, Fate::Issued),
    ];
    let guests = people.guests.iter().copied().zip(fates);
    known.into_iter().chain(guests).collect()
}

/// The ward's plan, in force since long ago, with these courses.
async fn plan(
    db: &Db,
    clock: &Clock,
    people: &People,
    courses: impl Iterator<Item = SeminarId>,
) -> Result<(), Failed> {
    let officer = acting(people.ward, Role::WardOfficer);
    let scheme = SchemeDraft {
        source: "目黒区創業支援等事業計画（見本）".to_owned(),
        issuer: "目黒区長".to_owned(),
        ward: "東京都目黒区 目黒区".to_owned(),
        ..a_scheme("2021-12-23")
    };
    let set = transact(db, officer, clock, async |work| {
        service::set_scheme(work, &scheme).await
    });
    passed_over(set.await)?;
    for seminar in courses {
        let course = CourseDraft {
            seminar: Some(seminar),
            from: scheme.valid_from,
            ..CourseDraft::default()
        };
        let added = transact(db, officer, clock, async |work| {
            service::add_course(work, &course, 0).await
        });
        passed_over(added.await)?;
    }
    Ok(())
}

/// What is known today: who came, who applied, and what was decided.
pub(super) async fn enter(
    db: &Db,
    clock: &Clock,
    people: &People,
    held: Option<Held>,
) -> Result<(), Failed> {
    let Some(held) = held else {
        return Ok(());
    };
    let reception = acting(people.reception, Role::Reception);
    for (person, chair, fate) in held.founders {
        for (nth, lesson) in held.lessons.iter().enumerate() {
            let state = match (fate, nth) {
                (Fate::Lacking, 2) => Came::Absent,
                (_, 3) => Came::Late,
                _ => Came::Online,
            };
            let marked = transact(db, reception, clock, async |work| {
                taught::mark(work, *lesson, chair, state).await
            });
            passed_over(marked.await)?;
        }
        decide(db, clock, people, (person, fate)).await?;
    }
    Ok(())
}
