//! The counter: lists of bookings, booking for someone at the counter, marking arrival.

mod numbers;

use axum::response::Response;
use chrono::NaiveDate;
use kernel::{Failed, Fault, Span, transact};
use serde_json::{Value, json};
use web::{Error, FieldError, Flash, Id, Page, Typed};

use self::numbers::{by_number, by_part};
use super::{figures, reached};
use crate::{
    entity::{BookingId, booking, hold, own_use},
    read::{self, Card, Filter},
    refused::Refused,
    service,
};

/// So many bookings are listed at most.
const LISTED: u64 = 200;

/// `GET /counter/bookings?q=&date=&person=&all=`
pub(super) async fn all(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("bookings");
    page.staff()?;
    let db = page.app.db.reader();
    if within(page.app.clock.now().date(), &typed).is_err() {
        let wrong = FieldError::new("date", "bookings-date-unreadable");
        let facts = json!({ "own_uses": [], "rows": [], "limit": LISTED, "full": false });
        return page.again("bookings/counter.html", &facts, &typed, &[wrong]);
    }
    let filter = filter(&page, &typed).await?;
    let cards = read::list(db, filter, LISTED).await?;
    let rows = with_money(&page, &cards).await?;
    let (_, own) = read::with_ward_reference(db, typed.text("q")).await?;
    let own_use = |own: &own_use::Model| json!({ "id": own.id, "called": own.called() });
    let own: Vec<Value> = own.iter().map(own_use).collect();
    let facts = json!({ "own_uses": own, "rows": rows, "limit": LISTED, "full": rows.len() as u64 >= LISTED });
    page.form("bookings/counter.html", &facts, &typed)
}

/// A reference finds its booking, as does the ward's number; otherwise those of a day, or from today
/// on, of everyone or of the people named.
///
/// What cannot be read is refused: a list that is taken away must not be wider than was asked for.
pub(super) async fn filter(page: &Page, typed: &Typed) -> Result<Filter, Error> {
    let today = page.app.clock.now().date();
    let q = typed.text("q");
    if let Some(filter) = by_number(page, q).await? {
        return Ok(filter);
    }
    let mut filter = Filter {
        standing_only: typed.text("all").is_empty(),
        ..Filter::default()
    };
    if !q.is_empty() {
        if let Some(filter) = by_part(page, q).await? {
            return Ok(filter);
        }
        filter.named = Some(q.to_owned());
    } else if !typed.text("person").is_empty() {
        let person = typed.text("person").parse();
        filter.people = Some(vec![person.map_err(|_error| Error::not_found())?]);
    }
    filter.within = within(today, typed)?;
    if filter.within.is_none() {
        filter.from = Some(Span::day(today).from);
    }
    Ok(filter)
}

/// The day or the month of a list.
fn within(today: NaiveDate, typed: &Typed) -> Result<Option<Span>, Error> {
    let within = match (typed.text("date"), typed.text("month")) {
        ("", "") => return Ok(None),
        ("", month) => figures::month_of(today, month),
        (date, _) => super::date_near(today, date).map(Span::day),
    };
    within.ok_or_else(Error::not_found).map(Some)
}

/// The bookings with names, and how far each is paid; a request costs nothing yet.
async fn with_money(page: &Page, cards: &[Card]) -> Result<Vec<Value>, Fault> {
    let ids: Vec<BookingId> = cards.iter().map(|card| card.booking.id).collect();
    let owings = read::owings(page.app.db.reader(), &ids).await?;
    let mut rows = named(page, cards).await?;
    for (row, card) in rows.iter_mut().zip(cards) {
        let owing = owings.get(&card.booking.id);
        let free = (card.state != hold::State::Requested).then_some("free");
        row["paid"] = owing.map(|owing| owing.status).or(free).into();
        row["owed"] = owing.map(|owing| owing.open).into();
    }
    Ok(rows)
}

/// The bookings with the names of their people.
pub(super) async fn named(page: &Page, cards: &[Card]) -> Result<Vec<Value>, Fault> {
    let people = cards.iter().map(|card| card.booking.person_id).collect();
    let people = reached(page, people).await?;
    let row = |card: &Card| {
        let who = people.get(&card.booking.person_id);
        let mut facts = card.facts(page.lang, page.app.clock.now());
        facts["name"] = who.map(|who| who.name.as_str()).into();
        facts["kana"] = who.map(|who| who.kana.as_str()).into();
        facts["telephone"] = who.map(|who| who.telephone.as_str()).into();
        facts["has_address"] = who.is_some_and(|who| who.email.is_some()).into();
        facts
    };
    Ok(cards.iter().map(row).collect())
}

/// `GET /counter/bookings/new?q=`: for whom?
pub(super) async fn new(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("bookings");
    page.staff()?;
    let people = match typed.text("q") {
        "" => Vec::new(),
        q => {
            accounts::read::find_people(page.app.db.reader(), q, None)
                .await?
                .items
        }
    };
    let facts = json!({ "people": people, "asked": !typed.text("q").is_empty() });
    page.form("bookings/for_whom.html", &facts, &typed)
}

/// `POST /bookings/{id}/arrival`
pub(super) async fn arrive(
    page: Page,
    Id(id): Id<BookingId>,
    typed: Typed,
) -> Result<Response, Error> {
    page.staff()?;
    let arrived = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::arrive(work, id).await
    });
    told(&page, &typed, "bookings-arrived-flash", arrived.await).await
}

/// `POST /bookings/{id}/arrival/withdrawal`
pub(super) async fn leave_again(
    page: Page,
    Id(id): Id<BookingId>,
    typed: Typed,
) -> Result<Response, Error> {
    page.staff()?;
    let waiting = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::leave_again(work, id).await
    });
    told(
        &page,
        &typed,
        "bookings-arrival-undone-flash",
        waiting.await,
    )
    .await
}

/// Back to the board, or to the booking from which it was done.
async fn told(
    page: &Page,
    typed: &Typed,
    key: &str,
    outcome: Result<booking::Model, Failed<Refused>>,
) -> Result<Response, Error> {
    let booking = outcome?;
    let who = accounts::read::contact(page.app.db.reader(), booking.person_id).await?;
    let name = who.map(|who| who.name).unwrap_or_default();
    let flash = Flash::good(key, json!({ "name": name }));
    let back = if typed.text("back") == "booking" {
        format!("/bookings/{}", booking.id)
    } else {
        format!("/counter?date={}", booking.starts_at.date())
    };
    Ok(page.go_saying(&back, &flash))
}
