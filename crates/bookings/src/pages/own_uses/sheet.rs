//! The list of a month to take away, for the spreadsheets of the office and of the ward.

use kernel::{Fault, Instant};
use serde_json::Value;
use web::{
    Page,
    sheet::{Cell, Sheet},
};

use crate::read::OwnCard;

/// The headings, as text keys.
const HEADINGS: [&str; 11] = [
    "bookings-label-date",
    "bookings-label-starts",
    "bookings-label-ends",
    "bookings-label-place",
    "bookings-own-reason",
    "bookings-own-programme",
    "bookings-own-minutes",
    "bookings-label-standing",
    "bookings-own-by",
    "bookings-own-made-at",
    "bookings-own-ended-at",
];

/// One line for each use.
pub(super) fn of(page: &Page, name: String, cards: &[OwnCard]) -> Result<Sheet, Fault> {
    let headings = HEADINGS.iter().map(|key| say(page, key));
    let rows = cards.iter().map(|card| row(page, card));
    Ok(Sheet {
        name,
        headings: headings.collect::<Result<_, _>>()?,
        rows: rows.collect::<Result<_, _>>()?,
    })
}

fn row(page: &Page, card: &OwnCard) -> Result<Vec<Cell>, Fault> {
    let text = |text: &str| Cell::Text(text.to_owned());
    let time = |at: Instant| Cell::Time(at.in_tokyo().naive_local());
    let standing = card.standing(page.app.clock.now()).code();
    Ok(vec![
        Cell::Date(card.row.starts_at.date()),
        time(card.row.starts_at),
        time(card.row.ends_at),
        text(&card.space),
        text(&card.reason),
        text(&card.row.programme),
        Cell::Number(card.minutes()),
        Cell::Text(say(page, &format!("bookings-own-standing-{standing}"))?),
        text(&card.by),
        time(card.row.made_at),
        card.row.ended_at.map_or(text(""), time),
    ])
}

fn say(page: &Page, key: &str) -> Result<String, Fault> {
    let said = page.app.views.text(page.lang, key, &Value::Null);
    said.map_err(|failed| Fault::broken("wording a list", failed))
}
