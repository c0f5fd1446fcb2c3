//! What is known of seminars today.

use ::seminars::{
    entity::{
        SeminarId,
        attendance::State as Came,
        enrolment::{Mode, State},
    },
    read, service,
};
use chrono::TimeDelta;
use kernel::{Clock, Db, PersonId, Role, transact};

use super::{
    super::{
        people::{People, acting},
        stage::passed_over,
    },
    Entered, certified, edition,
    wished::Fate,
};
use crate::Failed;

/// What is known today: who came, what was reported, what was called off, who cancelled.
pub(in super::super) async fn enter(
    db: &Db,
    clock: &Clock,
    people: &People,
    entered: &[Entered],
) -> Result<(), Failed> {
    for one in entered {
        attended(db, clock, people, one.id).await?;
        match one.fate {
            Fate::Held(true) => {
                report(db, clock, people, one.id).await?;
                certified::certify(db, clock, people, one.id).await?;
            }
            Fate::Drawn => draw(db, clock, people, one.id).await?,
            Fate::CalledOff => call_off(db, clock, people, one.id).await?,
            // Whoever waits for the next place is offered one.
            Fate::Open if one.wish == 8 => give_up(db, clock, people.sme, one.id).await?,
            _ => {}
        }
    }
    Ok(())
}

/// Most came, one was late, and one in six was not there.
async fn attended(db: &Db, clock: &Clock, people: &People, id: SeminarId) -> Result<(), Failed> {
    let reception = acting(people.reception, Role::Reception);
    let Some(one) = read::seminar(db.reader(), id).await? else {
        return Ok(());
    };
    let all = read::people(db.reader(), id).await?;
    let has = all.iter().filter(|own| own.row.state == State::Enrolled);
    let has: Vec<_> = has.map(|own| (own.row.id, own.row.mode)).collect();
    for lesson in one.lessons.iter().filter(|one| one.ends_at <= clock.now()) {
        for (nth, (who, mode)) in has.iter().enumerate() {
            let state = match (nth, mode) {
                (2, _) => Came::Late,
                (nth, _) if nth % 6 == 5 => Came::Absent,
                (_, Mode::Online) => Came::Online,
                _ => Came::Present,
            };
            let marked = transact(db, reception, clock, async |work| {
                service::mark(work, lesson.id, *who, state).await
            });
            passed_over(marked.await)?;
        }
    }
    Ok(())
}

async fn report(db: &Db, clock: &Clock, people: &People, id: SeminarId) -> Result<(), Failed> {
    let coordinator = acting(people.coordinator, Role::Coordinator);
    let words = "申し込んだ方のほとんどが受講した。質問が多く、続きを望む声があった。";
    let reported = transact(db, coordinator, clock, async |work| {
        let edition = edition(work.db(), id).await?;
        service::report(work, id, edition, words).await
    });
    passed_over(reported.await)?;
    Ok(())
}

async fn call_off(db: &Db, clock: &Clock, people: &People, id: SeminarId) -> Result<(), Failed> {
    let manager = acting(people.manager, Role::Manager);
    let off = transact(db, manager, clock, async |work| {
        let edition = edition(work.db(), id).await?;
        let off = ("講師の都合がつかなくなったため。", None);
        service::call_off(work, id, edition, off).await
    });
    passed_over(off.await)?;
    Ok(())
}

/// The list is frozen, and drawn; those who won have three days to answer.
async fn draw(db: &Db, clock: &Clock, people: &People, id: SeminarId) -> Result<(), Failed> {
    let manager = acting(people.manager, Role::Manager);
    let frozen = transact(db, manager, clock, async |work| {
        service::freeze(work, id).await
    });
    passed_over(frozen.await)?;
    let until = clock.now() + TimeDelta::days(3);
    let drawn = transact(db, manager, clock, async |work| {
        let edition = edition(work.db(), id).await?;
        service::draw(work, id, edition, Some(until)).await
    });
    passed_over(drawn.await)?;
    Ok(())
}

async fn give_up(db: &Db, clock: &Clock, person: PersonId, id: SeminarId) -> Result<(), Failed> {
    let own = read::own_of(db.reader(), id, person).await?;
    if let Some(own) = own {
        let member = acting(person, Role::Member);
        let cancelled = transact(db, member, clock, async |work| {
            service::cancel(work, own.id, "").await
        });
        passed_over(cancelled.await)?;
    }
    Ok(())
}
