//! マイページ: the next date, what follows it, the last notices, and what one has registered.

use axum::response::Response;
use bookings::read::{Card, Catalogue};
use consultations::read::Planned;
use kernel::{Instant, PersonId};
use serde_json::{Value, json};
use web::{Error, Page};

use super::{clock, notices};
use crate::read;

/// So many dates are listed here; `/mypage/bookings` has all of them.
const DATES: u64 = 6;
/// So many meetings are listed here.
const MEETINGS: usize = 3;
/// So many days ahead an expert sees here whom they meet; `/mypage/advising` has more.
const ADVISING: u64 = 14;
/// So many notices are listed here.
const NOTICES: u64 = 3;

/// `GET /mypage`
pub(super) async fn mypage(page: Page) -> Result<Response, Error> {
    let viewer = page.person()?;
    let db = page.app.db.reader();
    let now = page.app.clock.now();
    let cards = read::coming(db, vec![viewer.person], now, DATES).await?;
    let facts = |card: &Card| card.facts(page.lang, now);
    let next = cards.first().map(|card| {
        let mut next = facts(card);
        next["from"] = clock(card.booking.starts_at).into();
        next["until"] = clock(card.booking.ends_at).into();
        next
    });
    let coming: Vec<Value> = cards.iter().skip(1).map(facts).collect();
    let (meetings, advising) = meetings(&page, now).await?;
    let met = |one: &Planned, with: &str| meeting(one, with, now);
    let facts = json!({
        "next": next,
        "meetings": meetings.iter().map(|one| met(one, &one.expert)).collect::<Vec<_>>(),
        "meets_first": meets_first(&meetings, &cards),
        "advising": advising.iter().map(|one| met(one, &one.name)).collect::<Vec<_>>(),
        "coming": coming,
        "lots": to_answer(&page, viewer.person, now).await?,
        "restrictions": bookings::read::restrictions(db, viewer.person, None, now, page.lang).await?,
        "notices": notices::of(&page, viewer.person, NOTICES).await?,
    });
    page.show("portal/mypage.html", &facts)
}

/// What was won in a lottery of rooms and waits for an answer.
async fn to_answer(page: &Page, person: PersonId, now: Instant) -> Result<Vec<Value>, Error> {
    let catalogue = Catalogue::current(&page.app).await?;
    let open = lotteries::read::to_answer(page.app.db.reader(), person, now).await?;
    let fact = |own: &lotteries::read::Own| {
        let place = catalogue.place(own.lottery.space_id);
        json!({
            "id": own.row.id,
            "space": place.map(|place| place.name(page.lang)),
            "starts_at": own.row.starts_at.rfc3339(),
            "ends_at": own.row.ends_at.rfc3339(),
            "answer_by": own.row.answer_by.map(Instant::rfc3339),
        })
    };
    Ok(open.iter().map(fact).collect())
}

/// Whether the next thing to come is a meeting.
fn meets_first(meetings: &[Planned], cards: &[Card]) -> bool {
    let booking = cards.first().map(|card| card.booking.starts_at);
    let meeting = meetings.first().map(|one| one.meeting.row.starts_at);
    meeting.is_some_and(|at| booking.is_none_or(|booking| at < booking))
}

/// One's own meetings to come, and those in which one advises.
async fn meetings(page: &Page, now: Instant) -> Result<(Vec<Planned>, Vec<Planned>), Error> {
    let (db, person) = (page.app.db.reader(), page.person()?.person);
    let catalogue = Catalogue::current(&page.app).await?;
    let own = consultations::read::coming_of(db, &catalogue, vec![person], now).await?;
    let own = own.into_iter().map(|(_, one)| one).take(MEETINGS);
    let advising = match consultations::read::expert_on(db, person, now.date()).await? {
        Some(expert) => {
            consultations::read::coming(db, &catalogue, expert.id, (now, ADVISING)).await?
        }
        None => Vec::new(),
    };
    let ahead = advising.into_iter().filter(|one| one.meeting.is_ahead(now));
    Ok((own.collect(), ahead.take(MEETINGS).collect()))
}

/// A meeting, and with whom.
fn meeting(one: &Planned, with: &str, now: Instant) -> Value {
    let row = &one.meeting.row;
    json!({
        "case": row.case_id,
        "reference": one.reference,
        "starts_at": row.starts_at.rfc3339(),
        "ends_at": row.ends_at.rfc3339(),
        "with": with,
        "mode": row.mode.code(),
        "room": one.room,
        "place": row.link,
        "standing": one.meeting.standing(now),
    })
}
