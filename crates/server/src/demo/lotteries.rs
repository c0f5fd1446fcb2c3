//! The community room is drawn by the month, three months ahead: one month is drawn, for the next people
//! can apply.

use ::lotteries::{
    Refused,
    entity::{LotteryId, entry::State, tier::Who},
    read,
    rules::{TermsDraft, may_apply},
    service::{self, Apply},
};
use bookings::{
    entity::{SpaceId, space::Kind},
    read::Catalogue,
};
use chrono::{Datelike, Months, NaiveDate};
use kernel::{Actor, Clock, Db, Failed as No, PersonId, Role, Via, transact};

use super::{
    people::{People, acting},
    spaces::Opened,
    stage::passed_over,
};
use crate::Failed;

/// People apply so many months before the month of use.
const AHEAD: u32 = 3;

/// On these days of the month they apply: some early, some late.
const DAYS: [u32; 2] = [5, 17];

/// What for: who applies at one time, and for which of the free times.
const WISHES: [(&str, i32, [usize; 2]); 6] = [
    ("地域の勉強会", 24, [2, 7]),
    ("異業種の交流会", 30, [2, 11]),
    ("店長の研修", 18, [2, 16]),
    ("ものづくりの展示", 20, [2, 7]),
    ("新入社員の研修", 16, [5, 11]),
    ("商店会の集まり", 28, [2, 5]),
];

/// Sets the terms, so that the month after the next was drawn by now.
pub(super) async fn settle(
    db: &Db,
    clock: &Clock,
    opened: &[Opened],
    today: NaiveDate,
) -> Result<(), Failed> {
    let Some(room) = room(opened) else {
        return Ok(());
    };
    let month = today.with_day(1).unwrap_or(today);
    let draft = TermsDraft {
        space: Some(room),
        first: month.checked_add_months(Months::new(AHEAD - 1)),
        months_before: Some(AHEAD),
        from_day: Some(1),
        until_day: Some(28),
        most: Some(3),
        draw_days: Some(3),
        answer_days: Some(28),
        tiers: vec![Some(Who::Inside), Some(Who::Everyone)],
        bands: [(9, 12), (13, 17), (18, 21)]
            .map(|(from, until)| (Some(from * 60), Some(until * 60)))
            .to_vec(),
        source: (
            "区民交流活動室抽選要領".to_owned(),
            "Rules of the lottery for the community activity room".to_owned(),
        ),
    };
    let set = transact(db, Actor::system(Via::Cli), clock, async |work| {
        service::set_terms(work, &draft).await
    });
    passed_over(set.await)?;
    Ok(())
}

fn room(opened: &[Opened]) -> Option<SpaceId> {
    let room = opened.iter().find(|one| one.space.kind == Kind::Community);
    room.map(|one| one.id)
}

/// What happens with lotteries on a morning that has passed: they are announced and frozen as by
/// themselves, people apply, and the manager draws.
pub(super) async fn play(
    db: &Db,
    clock: &Clock,
    people: &People,
    opened: &[Opened],
    day: NaiveDate,
) -> Result<(), Failed> {
    let Some(room) = room(opened) else {
        return Ok(());
    };
    let system = || Actor::system(Via::Task);
    let announced = transact(db, system(), clock, async |work| {
        Ok::<_, No<Refused>>(service::announce(work, room).await?)
    });
    passed_over(announced.await)?;
    for one in read::of_space(db.reader(), room).await? {
        if may_apply(&one, clock.now()).is_ok() && DAYS.contains(&day.day()) {
            apply(db, clock, people, (one.id, day)).await?;
        }
        if one.frozen_at.is_some() && one.drawn_at.is_none() {
            let manager = acting(people.manager, Role::Manager);
            let drawn = transact(db, manager, clock, async |work| {
                service::draw(work, one.id).await
            });
            passed_over(drawn.await)?;
            answer(db, clock, people, one.id).await?;
        }
    }
    for id in read::to_freeze(db.reader(), clock.now()).await? {
        let frozen = transact(db, system(), clock, async |work| {
            service::freeze(work, id).await
        });
        passed_over(frozen.await)?;
    }
    Ok(())
}

/// Those with an account apply themselves, the others at the counter.
async fn apply(
    db: &Db,
    clock: &Clock,
    people: &People,
    (id, day): (LotteryId, NaiveDate),
) -> Result<(), Failed> {
    let catalogue = Catalogue::load(db.reader()).await?;
    let Some(listed) = read::lottery(db.reader(), id).await? else {
        return Ok(());
    };
    let slots = read::free_slots(db.reader(), &catalogue, &listed).await?;
    let free = slots.into_iter().filter(|(_, units)| *units > 0);
    let free: Vec<_> = free.map(|((from, _), _)| from).collect();
    let who = [people.founder, people.sme].into_iter();
    let who: Vec<PersonId> = who.chain(people.guests.iter().copied()).collect();
    let late = usize::from(day.day() != DAYS[0]);
    for (person, (purpose, attendees, times)) in who.into_iter().zip(WISHES) {
        let wish = Apply {
            lottery: id,
            starts_at: times.get(late).and_then(|time| free.get(*time)).copied(),
            person,
            organisation: None,
            purpose: purpose.to_owned(),
            attendees: Some(attendees),
        };
        let own = person == people.founder || person == people.sme;
        let actor = if own {
            Actor::person(person, [Role::Member].into_iter().collect(), Via::Page)
        } else {
            acting(people.reception, Role::Reception)
        };
        let entered = transact(db, actor, clock, async |work| {
            service::apply(work, &wish).await
        });
        passed_over(entered.await)?;
    }
    Ok(())
}

/// Of those who won, who came to the counter says so at once.
async fn answer(db: &Db, clock: &Clock, people: &People, id: LotteryId) -> Result<(), Failed> {
    let entries = read::entries_of(db.reader(), id).await?;
    let won = entries.iter().filter(|own| own.state == State::Won);
    for own in won.filter(|own| people.guests.contains(&own.person_id)) {
        let reception = acting(people.reception, Role::Reception);
        let said = transact(db, reception, clock, async |work| {
            service::confirm(work, own.id).await
        });
        passed_over(said.await)?;
    }
    Ok(())
}
