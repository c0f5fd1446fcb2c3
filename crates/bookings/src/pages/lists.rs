//! Lists of bookings to take away, for the spreadsheets of the office.

use accounts::read::Contact;
use axum::response::Response;
use kernel::{Fault, Instant, transact};
use serde_json::Value;
use web::{
    Error, Page, Typed,
    sheet::{Cell, Form, Sheet},
};

use super::{counter::filter, reached};
use crate::{
    read::{self, Card},
    service,
};

/// So many lines at most: ten years of a busy centre are fewer.
const MOST: u64 = 200_000;

/// The headings, as text keys.
const HEADINGS: [&str; 14] = [
    "bookings-label-reference",
    "bookings-label-date",
    "bookings-label-starts",
    "bookings-label-ends",
    "bookings-label-place",
    "bookings-label-unit",
    "bookings-label-who",
    "bookings-label-kana",
    "bookings-label-telephone",
    "bookings-label-purpose",
    "bookings-label-attendees",
    "bookings-label-standing",
    "bookings-label-arrived",
    "bookings-label-made",
];

/// `GET /counter/bookings/file?as=&…`: what the list of the counter shows, whole, as a file.
pub(super) async fn bookings(page: Page, typed: Typed) -> Result<Response, Error> {
    let staff = page.staff()?.person;
    let form = match typed.text("as") {
        "" => Form::Csv,
        code => Form::parse(code).ok_or_else(Error::not_found)?,
    };
    let db = page.app.db.reader();
    let cards = read::list(db, filter(&page, &typed).await?, MOST).await?;
    let sheet = sheet(&page, &cards).await?;
    let rows = cards.len();
    transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::note_list_taken::<Fault>(work, staff, rows)
    })
    .await?;
    Ok(sheet.file(form)?)
}

async fn sheet(page: &Page, cards: &[Card]) -> Result<Sheet, Fault> {
    let people = cards.iter().map(|card| card.booking.person_id).collect();
    let people = reached(page, people).await?;
    let headings = HEADINGS.iter().map(|key| say(page, key));
    let rows = cards
        .iter()
        .map(|card| row(page, card, people.get(&card.booking.person_id)));
    Ok(Sheet {
        name: format!("bookings-{}", page.app.clock.now().date()),
        headings: headings.collect::<Result<_, _>>()?,
        rows: rows.collect::<Result<_, _>>()?,
    })
}

fn row(page: &Page, card: &Card, who: Option<&Contact>) -> Result<Vec<Cell>, Fault> {
    let booking = &card.booking;
    let text = |text: &str| Cell::Text(text.to_owned());
    let time = |at: Instant| Cell::Time(at.in_tokyo().naive_local());
    let standing = card.standing(page.app.clock.now()).code();
    Ok(vec![
        text(&booking.reference),
        Cell::Date(booking.starts_at.date()),
        time(booking.starts_at),
        time(booking.ends_at),
        text(&card.space.name),
        text(card.unit.as_deref().unwrap_or_default()),
        text(who.map_or("", |who| &who.name)),
        text(who.map_or("", |who| &who.kana)),
        text(who.map_or("", |who| &who.telephone)),
        text(&booking.purpose),
        Cell::Number(booking.attendees.into()),
        Cell::Text(say(page, &format!("bookings-standing-{standing}"))?),
        booking.arrived_at.map_or(text(""), time),
        time(booking.created_at),
    ])
}

fn say(page: &Page, key: &str) -> Result<String, Fault> {
    let said = page.app.views.text(page.lang, key, &Value::Null);
    said.map_err(|failed| Fault::broken("wording a list", failed))
}
