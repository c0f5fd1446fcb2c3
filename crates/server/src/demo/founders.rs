//! The certificate of founders in the demonstration: the ward's plan, a course that is over, and
//! founders in every state. The course that runs belongs to the plan too.

use ::founders::{
    entity::ApplicationId,
    rules::{ApplicationDraft, SchemeDraft},
    samples::{application::an_application, scheme::a_scheme},
    service::{self, CourseDraft},
};
use ::seminars::{
    entity::{
        EnrolmentId, LessonId, SeminarId,
        attendance::State as Came,
        enrolment::Mode,
        lesson::Area,
        seminar::{Audience, Way},
    },
    rules::{LessonDraft, SeminarDraft, Wish},
    service as taught,
};
use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use kernel::{Clock, Db, Failed as No, Instant, PersonId, Role, Span, Work, transact};

use super::{
    people::{People, acting},
    seminars::{Entered, programme},
    stage::passed_over,
};
use crate::Failed;

/// So many days ago each lesson was, and what it taught: the last is more than a month after the first.
const LESSONS: [(u64, Area, &str); 5] = [
    (100, Area::Management, "事業計画"),
    (93, Area::Finance, "お金の計算"),
    (86, Area::People, "人と働く"),
    (79, Area::Sales, "売り方"),
    (65, Area::Management, "発表会"),
];

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

async fn course(
    db: &Db,
    clock: &Clock,
    people: &People,
    today: NaiveDate,
) -> Result<Option<(SeminarId, Vec<LessonId>)>, Failed> {
    let first = today - Days::new(LESSONS[0].0);
    let draft = SeminarDraft {
        title: "創業塾 夏期".to_owned(),
        title_en: String::new(),
        purpose: "創業の準備を、順を追って自分で進められるようになります。".to_owned(),
        contents: "事業計画、資金、人、売り方を5回で学びます。".to_owned(),
        contents_en: String::new(),
        audience: Some(Audience::Founder),
        way: Some(Way::FirstCome),
        fee_yen: Some(0),
        fee: String::new(),
        programme: programme(db, first).await?,
        here: Some(0),
        online: Some(30),
        apply_from: Some(Ok(clock.now())),
        apply_until: Some(Ok(at(first, 9))),
    };
    let writes = acting(people.coordinator, Role::Coordinator);
    let made = transact(db, writes, clock, async |work| {
        let id = taught::set_up(work, &draft).await?;
        let lessons = add(work, id, today).await?;
        taught::submit(work, id, i32::try_from(lessons.len()).unwrap_or(0) + 1).await?;
        Ok::<_, No<::seminars::Refused>>((id, lessons))
    });
    let Some((id, lessons)) = passed_over(made.await)? else {
        return Ok(None);
    };
    let other = acting(people.manager, Role::Manager);
    let edition = i32::try_from(lessons.len()).unwrap_or(0) + 2;
    let published = transact(db, other, clock, async |work| {
        taught::publish(work, id, edition).await
    });
    passed_over(published.await)?;
    Ok(Some((id, lessons)))
}

async fn add(
    work: &Work,
    id: SeminarId,
    today: NaiveDate,
) -> Result<Vec<LessonId>, No<::seminars::Refused>> {
    let mut lessons = Vec::new();
    for (edition, (days, area, title)) in (1..).zip(LESSONS) {
        let from = at(today - Days::new(days), 18);
        let lesson = LessonDraft {
            title: title.to_owned(),
            span: Span::try_new(from, from + TimeDelta::hours(2)),
            areas: vec![area],
            space: None,
            link: "https://meet.example/founders".to_owned(),
            lecturer_id: None,
            lecturer: "助言 ともこ".to_owned(),
            devices: Vec::new(),
        };
        lessons.push(taught::add_lesson(work, id, edition, &lesson).await?);
    }
    Ok(lessons)
}

fn at(day: NaiveDate, hour: i64) -> Instant {
    Instant::at(day, NaiveTime::MIN) + TimeDelta::hours(hour)
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

async fn decide(
    db: &Db,
    clock: &Clock,
    people: &People,
    (person, fate): (PersonId, Fate),
) -> Result<(), Failed> {
    if matches!(fate, Fate::Completed | Fate::Lacking) {
        return Ok(());
    }
    let draft = draft(clock.now().date(), fate);
    let applied = transact(db, acting(person, Role::Member), clock, async |work| {
        service::apply(work, &draft).await
    });
    let Some(id) = passed_over(applied.await)? else {
        return Ok(());
    };
    let manager = acting(people.manager, Role::Manager);
    let done = transact(db, manager, clock, async |work| {
        managed(work, id, fate).await
    });
    passed_over(done.await)?;
    let officer = acting(people.ward, Role::WardOfficer);
    let decided = transact(db, officer, clock, async |work| {
        if matches!(fate, Fate::Issued | Fate::Revoked) {
            service::issue(work, id, 3).await?;
        }
        if fate == Fate::Revoked {
            service::revoke(work, id, "申請の内容が事実と違っていたため。").await?;
        }
        Ok::<_, No<::founders::Refused>>(())
    });
    passed_over(decided.await)?;
    Ok(())
}

/// What the manager does.
async fn managed(
    work: &Work,
    id: ApplicationId,
    fate: Fate,
) -> Result<(), No<::founders::Refused>> {
    match fate {
        Fate::Completed | Fate::Lacking | Fate::Asked => Ok(()),
        Fate::Returned => {
            let why = "本店の所在地を、登記するとおりに番地まで書いてください。";
            service::give_back(work, id, 1, why).await
        }
        Fate::Forwarded | Fate::Issued | Fate::Revoked => {
            service::confirm(work, id, 1).await?;
            service::forward(work, id, 2).await
        }
    }
}

fn draft(today: NaiveDate, fate: Fate) -> ApplicationDraft {
    let (name, field) = match fate {
        Fate::Asked => ("株式会社見本珈琲", "コーヒー豆の小売"),
        Fate::Forwarded => ("株式会社見本工房", "木工品の製造"),
        Fate::Returned => ("株式会社見本翻訳", "翻訳"),
        Fate::Revoked => ("株式会社見本配送", "荷物の配送"),
        _ => ("株式会社見本設計", "住宅の設計"),
    };
    ApplicationDraft {
        name: name.to_owned(),
        field: field.to_owned(),
        head_office: "東京都目黒区見本町二丁目1番1号".to_owned(),
        address: "東京都目黒区見本町三丁目4番5号".to_owned(),
        // Of all purposes the one that no day ends.
        purposes: ["guarantee".to_owned()].into(),
        ..an_application(&(today + Days::new(60)).to_string())
    }
}
