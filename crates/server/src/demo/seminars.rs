//! Seminars of the demonstration: twenty around today, in every state; one a running 創業塾 whose
//! first lessons were attended.

mod asked;
mod certified;
mod today;
mod wished;

use ::seminars::{
    entity::{
        SeminarId,
        enrolment::Mode,
        lesson::Area,
        seminar::{Audience, Way},
    },
    read,
    rules::{LessonDraft, SeminarDraft, Wish},
    service,
};
use bookings::entity::{SpaceId, space::Kind};
use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use japan::fiscal::FiscalYear;
use kernel::{Clock, Db, Instant, PersonId, Role, Span, transact};
use plans::{entity::ProgrammeId, read::offered::offered};

pub(super) use self::today::enter;
use self::wished::{Fate, WISHED, Wished};
use super::{
    people::{People, acting},
    spaces::Opened,
    stage::passed_over,
};
use crate::Failed;

/// One that was entered, and what becomes of it today.
pub(super) struct Entered {
    pub(super) id: SeminarId,
    fate: Fate,
    wish: usize,
}

/// Enters all of them, as long as nobody has booked the rooms: what becomes known today comes later.
pub(super) async fn settle(
    db: &Db,
    clock: &Clock,
    people: &People,
    opened: &[Opened],
    today: NaiveDate,
) -> Result<Vec<Entered>, Failed> {
    let room = opened.iter().find(|one| one.space.kind == Kind::Seminar);
    let mut all = Vec::new();
    for (at, wish) in WISHED.iter().enumerate() {
        let room = room.map(|room| room.id).filter(|_| wish.4.0 > 0);
        if let Some(id) = enter_one(db, clock, people, (wish, room, today)).await? {
            let fate = wish.5;
            all.push(Entered { id, fate, wish: at });
        }
    }
    Ok(all)
}

/// Writes one with its lessons, and lets another publish it.
async fn enter_one(
    db: &Db,
    clock: &Clock,
    people: &People,
    (wish, room, today): (&Wished, Option<SpaceId>, NaiveDate),
) -> Result<Option<SeminarId>, Failed> {
    let (.., fate) = wish;
    let coordinator = acting(people.coordinator, Role::Coordinator);
    let draft = draft(db, clock, wish, today).await?;
    let made = transact(db, coordinator, clock, async |work| {
        service::set_up(work, &draft).await
    });
    let Some(id) = passed_over(made.await)? else {
        return Ok(None);
    };
    add_lessons(db, clock, people, id, (wish, room, today)).await?;
    let questions = asked::questions(wish.0);
    if !questions.is_empty() {
        let asked = transact(db, coordinator, clock, async |work| {
            let edition = edition(work.db(), id).await?;
            service::ask(work, id, edition, &questions).await
        });
        passed_over(asked.await)?;
    }
    if *fate == Fate::Draft {
        return Ok(Some(id));
    }
    let submitted = transact(db, coordinator, clock, async |work| {
        let edition = edition(work.db(), id).await?;
        service::submit(work, id, edition).await
    });
    passed_over(submitted.await)?;
    if *fate != Fate::Review {
        let manager = acting(people.manager, Role::Manager);
        let published = transact(db, manager, clock, async |work| {
            let edition = edition(work.db(), id).await?;
            service::publish(work, id, edition).await
        });
        passed_over(published.await)?;
    }
    enrol(db, clock, people, id, wish).await?;
    Ok(Some(id))
}

async fn edition(db: &impl sea_orm::ConnectionTrait, id: SeminarId) -> Result<i32, kernel::Fault> {
    let found = read::seminar(db, id).await?;
    Ok(found.map_or(0, |one| one.row.edition))
}

async fn draft(
    db: &Db,
    clock: &Clock,
    (title, contents, (audience, _), (day, ..), (here, online, _), fate): &Wished,
    today: NaiveDate,
) -> Result<SeminarDraft, Failed> {
    let at = |days: i64, hour: i64| {
        Instant::at(today + TimeDelta::days(days), NaiveTime::MIN) + TimeDelta::hours(hour)
    };
    let apply_from = match fate {
        Fate::Coming(days) => at(*days, 10),
        Fate::Review | Fate::Draft => at(day - 30, 10),
        _ => clock.now(),
    };
    let apply_until = match fate {
        Fate::Closed | Fate::Drawn => at(-1, 17),
        _ => at(day - 1, 17),
    };
    Ok(SeminarDraft {
        title: (*title).to_owned(),
        title_en: String::new(),
        purpose: "学んだことを、次の日から自分の仕事に使えるようになります。".to_owned(),
        contents: (*contents).to_owned(),
        contents_en: String::new(),
        audience: Some(*audience),
        way: Some(match fate {
            Fate::Draw | Fate::Drawn => Way::Draw,
            Fate::Screened => Way::Screening,
            _ => Way::FirstCome,
        }),
        fee_yen: Some(if *day == 8 { 1_500 } else { 0 }),
        fee: String::new(),
        programme: programme(db, today + TimeDelta::days(*day)).await?,
        here: Some(*here),
        online: Some(*online),
        apply_from: Some(Ok(apply_from)),
        apply_until: Some(Ok(apply_until)),
    })
}

/// The courses for founders of the year's plan, or whatever else it has.
pub(super) async fn programme(db: &Db, day: NaiveDate) -> Result<Option<ProgrammeId>, Failed> {
    let year = FiscalYear::of(day).year();
    let found = offered(db.reader(), &[year]).await?;
    let named = found.iter().find(|one| one.number == Some(3));
    Ok(named.or_else(|| found.first()).map(|one| one.id))
}

/// Every week one; where the room is closed or taken, on one of the days after.
async fn add_lessons(
    db: &Db,
    clock: &Clock,
    people: &People,
    id: SeminarId,
    (wish, room, today): (&Wished, Option<SpaceId>, NaiveDate),
) -> Result<(), Failed> {
    let (title, _, (_, areas), (first, hour, weeks), (_, online, _), _) = wish;
    let coordinator = acting(people.coordinator, Role::Coordinator);
    for week in 0..*weeks {
        let day = today + TimeDelta::days(*first) + Days::new(7 * week);
        for day in day.iter_days().take(10) {
            let from = Instant::at(day, NaiveTime::MIN) + TimeDelta::hours(*hour);
            let lesson = LessonDraft {
                title: named(*weeks, week),
                span: Span::try_new(from, from + TimeDelta::hours(2)),
                areas: taught(areas, week),
                space: room,
                link: if *online > 0 {
                    "https://meet.example/seminar".to_owned()
                } else {
                    String::new()
                },
                lecturer_id: title.starts_with("創業塾").then_some(people.expert),
                lecturer: "助言 ともこ".to_owned(),
                devices: Vec::new(),
            };
            let added = transact(db, coordinator, clock, async |work| {
                let edition = edition(work.db(), id).await?;
                service::add_lesson(work, id, edition, &lesson).await
            });
            if passed_over(added.await)?.is_some() {
                break;
            }
        }
    }
    Ok(())
}

/// What the lessons of the long course are called.
fn named(weeks: u64, week: u64) -> String {
    let names = ["事業計画", "お金の計算", "人と働く", "売り方", "発表会"];
    let nth = usize::try_from(week).unwrap_or(0);
    let name = names.get(nth).filter(|_| weeks > 2);
    name.map_or_else(String::new, |name| (*name).to_owned())
}

/// A course teaches one area after the other.
fn taught(areas: &[Area], week: u64) -> Vec<Area> {
    let nth = usize::try_from(week).unwrap_or(0);
    let own = nth.checked_rem(areas.len()).and_then(|at| areas.get(at));
    own.copied().into_iter().collect()
}

/// So many enrol as would like to, at the counter; those with an account by themselves.
async fn enrol(
    db: &Db,
    clock: &Clock,
    people: &People,
    id: SeminarId,
    (title, _, (audience, _), _, (here, online, many), _): &Wished,
) -> Result<(), Failed> {
    let reception = acting(people.reception, Role::Reception);
    let known: &[PersonId] = match audience {
        Audience::Founder => &[people.founder],
        Audience::Anyone => &[people.founder, people.sme],
        Audience::Business | Audience::Worker => &[people.sme],
        Audience::Resident => &[],
    };
    // Not everywhere the same ones.
    let others = people
        .guests
        .iter()
        .cycle()
        .skip(title.len() % 7 * 5)
        .copied();
    let who = known.iter().copied().chain(others).take(*many);
    for (nth, person) in who.enumerate() {
        let away = *here == 0 || (*online > 0 && nth.is_multiple_of(2));
        let wish = Wish {
            mode: Some(if away { Mode::Online } else { Mode::Here }),
            company: if nth % 3 == 1 {
                "見本商店".to_owned()
            } else {
                String::new()
            },
            needs: if nth == 4 {
                "車いすで参加します。".to_owned()
            } else {
                String::new()
            },
            // Two of three are those for whom it is meant.
            within: Some(known.contains(&person) || !nth.is_multiple_of(3)),
            answers: asked::answers(title, nth),
        };
        let actor = if known.contains(&person) {
            acting(person, Role::Member)
        } else {
            reception
        };
        let enrolled = transact(db, actor, clock, async |work| {
            service::enrol(work, id, person, &wish).await
        });
        passed_over(enrolled.await)?;
    }
    Ok(())
}
