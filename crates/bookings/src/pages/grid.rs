//! Rows of the grid as the templates take them.

use chrono::NaiveDate;
use kernel::{Fault, Instant, Span};
use serde::Serialize;
use serde_json::{Value, json};
use web::Page;

use super::{book_form::clock, described::described, slot};
use crate::{
    read::{PlaceFacts, Row},
    rules::{
        hours_on,
        strip::{Cell, State},
    },
};

/// A row with its hours, and how many of them are free.
#[derive(Serialize)]
pub(crate) struct RowFacts<'r> {
    place: PlaceFacts<'r>,
    date: NaiveDate,
    /// How what is sent begins when one of these hours is chosen.
    slot: String,
    cells: Vec<CellFacts>,
    free_hours: usize,
}

/// An hour, or several alike; times are minutes after midnight.
#[derive(Serialize)]
struct CellFacts {
    state: &'static str,
    from: i64,
    until: i64,
    hours: usize,
    /// What is said instead of the usual word.
    text: String,
}

/// The rows with their cells.
pub(crate) fn rows<'r>(page: &Page, rows: &[Row<'r>]) -> Result<Vec<RowFacts<'r>>, Fault> {
    rows.iter().map(|one| row(page, one)).collect()
}

fn row<'r>(page: &Page, row: &Row<'r>) -> Result<RowFacts<'r>, Fault> {
    let free = row.cells.iter().filter(|cell| cell.can_be_chosen());
    let midnight = Span::day(row.date).from;
    let cells = row.cells.iter().map(|one| cell(page, row, midnight, one));
    Ok(RowFacts {
        place: described(page, row.place)?,
        date: row.date,
        slot: slot::beginning(row.place.space.id, row.date),
        cells: cells.collect::<Result<_, _>>()?,
        free_hours: free.map(|cell| cell.hours).sum(),
    })
}

/// Why a time cannot be chosen: a closure, or the day opens later, or it is too late for it.
fn closed(page: &Page, row: &Row<'_>, span: Span) -> Result<String, Fault> {
    if let Some(closure) = row.calendar.why(span) {
        return Ok(closure.reason.said(page.lang).to_owned());
    }
    let open = hours_on(row.calendar, row.date).map(|hours| hours.on(row.date));
    match (open.filter(|open| open.overlaps(&span)), row.opens) {
        (None, _) => say(page, "bookings-shut", &Value::Null),
        (Some(_), None) => say(page, "bookings-over", &Value::Null),
        (Some(_), Some(at)) => {
            let (date, time) = (at.date(), clock(at));
            say(
                page,
                "bookings-opens-on",
                &json!({ "date": date, "time": time }),
            )
        }
    }
}

fn say(page: &Page, key: &str, args: &Value) -> Result<String, Fault> {
    let said = page.app.views.text(page.lang, key, args);
    said.map_err(|failed| Fault::broken("wording a cell", failed))
}

fn cell(page: &Page, row: &Row<'_>, midnight: Instant, cell: &Cell) -> Result<CellFacts, Fault> {
    let say = |key, args: Value| say(page, key, &args);
    let (state, text) = match cell.state {
        State::Free { units, few: true } => {
            let left = say("bookings-left", json!({ "count": units }))?;
            ("free", left)
        }
        State::Free { .. } => ("free", String::new()),
        State::Partly => ("free", say("bookings-partly", Value::Null)?),
        State::Taken => ("taken", String::new()),
        State::Closed => ("closed", closed(page, row, cell.span)?),
        State::Over => ("closed", say("bookings-over", Value::Null)?),
    };
    Ok(CellFacts {
        state,
        from: (cell.span.from - midnight).num_minutes(),
        until: (cell.span.until - midnight).num_minutes(),
        hours: cell.hours,
        text,
    })
}
