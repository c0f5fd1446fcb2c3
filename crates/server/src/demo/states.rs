//! What the days before left out: states that a counter meets sooner or later.

use accounts::entity::api_token::Scope;
use bookings::{
    entity::{BookingId, booking_paper::Kind as Paper, calendar_feed, hold::State, space::Kind},
    read::{self, Card, Filter},
    rules::Use,
    service::{self, Change, Feed},
};
use chrono::{Days, NaiveDate, TimeDelta};
use kernel::{Actor, Clock, Db, Fault, Role, Span, Via, Work, transact};
use views::Lang;

use super::{
    people::{People, acting},
    spaces::Opened,
    stage::passed_over,
    wishes::{ANY_HOUR, times, wish},
};
use crate::Failed;

/// So many bookings of the days before and ahead are looked through.
const LOOKED: u64 = 5_000;

/// Plays all of it, once everything else is there.
pub(super) async fn enter(
    db: &Db,
    clock: &Clock,
    people: &People,
    opened: &[Opened],
) -> Result<(), Failed> {
    let reception = acting(people.reception, Role::Reception);
    transact::<_, Fault, _>(db, reception, clock, async |work| {
        papers(work).await?;
        twice_absent(work).await?;
        excuse(work).await?;
        feeds(work, opened).await
    })
    .await?;
    let founder = acting(people.founder, Role::Member);
    transact::<_, Fault, _>(db, founder, clock, async |work| {
        let own = Feed {
            kind: calendar_feed::Kind::Own,
            space: None,
        };
        passed_over(service::make_feed(work, own).await)?;
        for (name, scope) in [("集計", Scope::Read), ("予約アプリ", Scope::Write)] {
            let token = accounts::service::issue_token(work, people.founder, name, scope).await;
            passed_over(token)?;
        }
        Ok(())
    })
    .await?;
    invite(db, clock, people).await?;
    release(db, clock).await
}

/// Sixteen days ago somebody booked a room for two or three weeks from now, and never pays.
pub(super) async fn play(
    db: &Db,
    clock: &Clock,
    people: &People,
    opened: &[Opened],
    (day, today): (NaiveDate, NaiveDate),
) -> Result<(), Failed> {
    let rooms = opened.iter().filter(|one| one.space.kind == Kind::Meeting);
    if (today - day).num_days() != 16 {
        return Ok(());
    }
    transact::<_, Fault, _>(db, Actor::system(Via::Cli), clock, async |work| {
        let first = today + Days::new(14);
        let tried =
            rooms.flat_map(|room| times(first, 7, &ANY_HOUR, 1).map(move |span| (room.id, span)));
        for (room, span) in tried {
            let wish = wish(room, people.guests[5], Use::new(span, "勉強会", 4));
            if passed_over(service::reserve(work, &wish).await)?.is_some() {
                break;
            }
        }
        Ok(())
    })
    .await?;
    Ok(())
}

/// The bookings from some weeks ago to some weeks ahead that are in this state.
async fn in_state(work: &Work, state: State) -> Result<Vec<Card>, Fault> {
    let from = work.now() - TimeDelta::days(45);
    let filter = Filter {
        within: Some(Span {
            from,
            until: from + TimeDelta::days(105),
        }),
        ..Filter::default()
    };
    let mut cards = read::list(work.db(), filter, LOOKED).await?;
    cards.retain(|card| card.state == state);
    Ok(cards)
}

/// One of each paper beside the permits: of a change, of what was called off, of a refusal.
async fn papers(work: &Work) -> Result<(), Fault> {
    let now = work.now();
    for (state, paper) in [
        (State::Cancelled, Paper::Cancellation),
        (State::Refused, Paper::Refusal),
    ] {
        for card in in_state(work, state).await? {
            let issued = service::issue_paper(work, card.booking.id, paper).await;
            if passed_over(issued)?.is_some() {
                break;
            }
        }
    }
    let ahead = in_state(work, State::Confirmed).await?;
    for card in ahead.iter().filter(|card| now < card.booking.starts_at) {
        let booking = &card.booking;
        let wish = Change {
            booking: booking.id,
            version: booking.version,
            r#use: Use::new(booking.span(), "目的を改めた打合せ", booking.attendees),
        };
        if read::is_owed(work.db(), booking.id).await?
            || passed_over(service::change(work, &wish).await)?.is_none()
        {
            continue;
        }
        passed_over(service::issue_paper(work, booking.id, Paper::Permit).await)?;
        if passed_over(service::issue_paper(work, booking.id, Paper::Change).await)?.is_some() {
            break;
        }
    }
    Ok(())
}

/// Somebody stayed away twice, and is kept from booking for a time.
async fn twice_absent(work: &Work) -> Result<(), Fault> {
    let over: Vec<Card> = in_state(work, State::Confirmed)
        .await?
        .into_iter()
        .filter(|card| card.booking.ends_at < work.now() && card.booking.arrived_at.is_none())
        .collect();
    let of = |card: &&Card| card.booking.person_id;
    let mut latest = over.iter().rev();
    let twice = latest.find(|card| over.iter().filter(|other| of(other) == of(card)).count() > 1);
    let Some(person) = twice.map(|card| card.booking.person_id) else {
        return Ok(());
    };
    let own = over
        .iter()
        .rev()
        .filter(|card| card.booking.person_id == person);
    let ids: Vec<BookingId> = own.map(|card| card.booking.id).take(2).collect();
    for id in ids {
        passed_over(service::mark_absent(work, id).await)?;
    }
    Ok(())
}

/// On the day of the oldest absence there was a warning.
async fn excuse(work: &Work) -> Result<(), Fault> {
    let found = read::latest_absences(work.db(), LOOKED).await?;
    let day = found.last().and_then(|one| one.on_date.parse().ok());
    passed_over(service::warn_of_weather(work, day, "大雪警報").await)?;
    Ok(())
}

/// The counter's own calendar, and that of a room.
async fn feeds(work: &Work, opened: &[Opened]) -> Result<(), Fault> {
    let room = opened.iter().find(|one| one.space.kind == Kind::Meeting);
    for (kind, space) in [
        (calendar_feed::Kind::Counter, None),
        (calendar_feed::Kind::Space, room.map(|one| one.id)),
    ] {
        passed_over(service::make_feed(work, Feed { kind, space }).await)?;
    }
    Ok(())
}

/// The company invites somebody who has not answered yet.
async fn invite(db: &Db, clock: &Clock, people: &People) -> Result<(), Failed> {
    let today = clock.now().date();
    let own = organisations::read::represented(db.reader(), people.sme, today).await?;
    let Some(company) = own.first() else {
        return Ok(());
    };
    let actor = acting(people.sme, Role::Member);
    transact::<_, Fault, _>(db, actor, clock, async |work| {
        let invited =
            organisations::service::invite(work, company.id, "partner@demo.example", Lang::Ja);
        passed_over(invited.await)
    })
    .await?;
    Ok(())
}

/// What was not paid by its day gives way, as the sweep would have it.
async fn release(db: &Db, clock: &Clock) -> Result<(), Failed> {
    let ids = read::unpaid(db.reader(), clock.now(), 3).await?;
    for id in ids {
        transact::<_, Fault, _>(db, Actor::system(Via::Task), clock, async |work| {
            service::release_unpaid(work, id).await
        })
        .await?;
    }
    Ok(())
}
