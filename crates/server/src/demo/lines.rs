//! Who waits for a room that is taken: some still do, some were asked, some answered.

use bookings::{
    entity::{BookingId, WaitingId, space::Kind},
    read::{self, Card, Filter},
    refused::Refused,
    rules::Use,
    service,
    tasks::LinesMove,
};
use chrono::{NaiveDate, TimeDelta};
use kernel::{Clock, Db, Failed as No, PersonId, Role, Work, transact};
use tasks::Sweep;

use super::{
    people::{People, acting},
    wishes::wish,
};
use crate::Failed;

/// So many days before today two begin to wait: one until it is over, one who does not answer.
const EARLIER: i64 = 4;

/// What happens in the lines on a morning that has passed.
pub(super) async fn play(
    db: &Db,
    clock: &Clock,
    people: &People,
    day: NaiveDate,
    today: NaiveDate,
) -> Result<(), Failed> {
    let days = (today - day).num_days();
    if days == EARLIER {
        let soon = taken(db, clock, people, TimeDelta::days(2)).await?;
        let later = taken(db, clock, people, TimeDelta::days(20)).await?;
        if let (Some(soon), Some(later)) = (soon.first(), later.first()) {
            join(db, clock, people.founder, soon).await?;
            join(db, clock, people.founder, later).await?;
            call_off(db, clock, later).await?;
        }
    }
    if days <= EARLIER {
        LinesMove.run(db, clock).await?;
    }
    Ok(())
}

/// The lines as they are now: waiting, asked, answered in either way, left.
pub(super) async fn enter(db: &Db, clock: &Clock, people: &People) -> Result<(), Failed> {
    let cards = taken(db, clock, people, TimeDelta::days(3)).await?;
    let [line, asked, accepted, declined, left, ..] = cards.as_slice() else {
        return Ok(());
    };
    join(db, clock, people.sme, line).await?;
    join(db, clock, people.founder, line).await?;
    if join(db, clock, people.founder, asked).await?.is_some() {
        call_off(db, clock, asked).await?;
    }
    if let Some(id) = join(db, clock, people.sme, accepted).await? {
        call_off(db, clock, accepted).await?;
        act(db, clock, people.sme, async |work| {
            service::accept_offer(work, id).await.map(|_| ())
        })
        .await?;
    }
    if let Some(id) = join(db, clock, people.sme, declined).await? {
        call_off(db, clock, declined).await?;
        leave(db, clock, people.sme, id).await?;
    }
    if let Some(id) = join(db, clock, people.sme, left).await? {
        leave(db, clock, people.sme, id).await?;
    }
    Ok(())
}

/// Others' bookings of a small meeting room, so far ahead at the earliest.
async fn taken(
    db: &Db,
    clock: &Clock,
    people: &People,
    ahead: TimeDelta,
) -> Result<Vec<Card>, Failed> {
    let filter = Filter {
        from: Some(clock.now() + ahead),
        standing_only: true,
        ..Filter::default()
    };
    let mut cards = read::list(db.reader(), filter, 500).await?;
    let own = [people.founder, people.sme];
    cards.retain(|card| {
        card.space.kind == Kind::Meeting
            && card.booking.starts_at > clock.now() + ahead
            && !own.contains(&card.booking.person_id)
    });
    Ok(cards)
}

async fn join(
    db: &Db,
    clock: &Clock,
    person: PersonId,
    card: &Card,
) -> Result<Option<WaitingId>, Failed> {
    let r#use = Use::new(card.booking.span(), "取引先との打合せ", 2);
    let wish = wish(card.space.id, person, r#use);
    act(db, clock, person, async |work| {
        service::join_line(work, &wish)
            .await
            .map(|joined| joined.id)
    })
    .await
}

async fn leave(db: &Db, clock: &Clock, person: PersonId, id: WaitingId) -> Result<(), Failed> {
    let left = act(db, clock, person, async |work| {
        service::leave_line(work, id).await.map(|_| ())
    });
    left.await.map(|_| ())
}

/// The other's booking is called off, by themselves.
async fn call_off(db: &Db, clock: &Clock, card: &Card) -> Result<(), Failed> {
    let id: BookingId = card.booking.id;
    let called_off = act(db, clock, card.booking.person_id, async |work| {
        service::cancel(work, id).await.map(|_| ())
    });
    called_off.await.map(|_| ())
}

/// Does something as a member; a refusal is part of the play.
async fn act<T>(
    db: &Db,
    clock: &Clock,
    person: PersonId,
    verb: impl for<'w> AsyncFnOnce(&'w Work) -> Result<T, No<Refused>>,
) -> Result<Option<T>, Failed> {
    let actor = acting(person, Role::Member);
    match transact(db, actor, clock, verb).await {
        Ok(done) => Ok(Some(done)),
        Err(No::Refused(refusal)) => {
            tracing::debug!(%refusal, "passed over");
            Ok(None)
        }
        Err(No::Fault(fault)) => Err(fault.into()),
    }
}
