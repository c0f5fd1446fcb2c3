//! Rows of the grid: their hours as they are written into pages.

mod day;

use std::borrow::Cow;

use chrono::NaiveDate;
use kernel::{Fault, Instant, Span};
use serde::Serialize;
use serde_json::{Value, json};
use views::{Failed, Hour, HourRow, HourState};
use web::Page;

use super::{book_form::clock, slot};
use crate::{
    entity::SpaceId,
    read::{Catalogue, Row},
    rules::{
        hours_on,
        strip::{Cell, State},
    },
};

pub(crate) use day::{Shown, grid};

/// A row with its hours, and how many of them are free.
#[derive(Serialize)]
pub(crate) struct RowFacts<'r> {
    pub(crate) id: SpaceId,
    pub(crate) name: &'r str,
    /// What it is, in a line.
    pub(crate) line: &'r str,
    pub(crate) date: NaiveDate,
    /// How what is sent begins when one of these hours is chosen.
    pub(crate) slot: String,
    pub(crate) hours: Vec<Hour>,
    pub(crate) free_hours: usize,
}

/// The rows with their hours.
pub(crate) fn rows<'r>(
    page: &Page,
    catalogue: &'r Catalogue,
    rows: &[Row<'r>],
) -> Result<Vec<RowFacts<'r>>, Fault> {
    rows.iter().map(|one| row(page, catalogue, one)).collect()
}

/// What stands at the head of a row.
pub(crate) struct Head<'r> {
    /// How the row is read out.
    pub(crate) place: Cow<'r, str>,
    /// Where it leads.
    pub(crate) href: String,
    /// What it says.
    pub(crate) text: Cow<'r, str>,
    /// And below it.
    pub(crate) line: &'r str,
}

/// The rows under their heads, as markup.
pub(crate) fn written(
    page: &Page,
    rows: &[RowFacts<'_>],
    heads: &[Head<'_>],
) -> Result<String, Fault> {
    let rows = rows.iter().zip(heads);
    let rows: Vec<HourRow<'_>> = rows
        .map(|(row, head)| HourRow {
            place: &head.place,
            href: &head.href,
            head: &head.text,
            line: head.line,
            slot: &row.slot,
            hours: &row.hours,
        })
        .collect();
    page.app
        .views
        .hour_rows(page.lang, &rows)
        .map_err(unwritten)
}

/// The hours of a row below each other, as markup.
pub(crate) fn listed(page: &Page, row: &RowFacts<'_>) -> Result<String, Fault> {
    let row = HourRow {
        place: row.name,
        href: "",
        head: "",
        line: "",
        slot: &row.slot,
        hours: &row.hours,
    };
    page.app.views.hour_list(page.lang, &row).map_err(unwritten)
}

fn unwritten(failed: Failed) -> Fault {
    Fault::broken("writing hours", failed)
}

fn row<'r>(page: &Page, catalogue: &'r Catalogue, row: &Row<'r>) -> Result<RowFacts<'r>, Fault> {
    let free = row.cells.iter().filter(|cell| cell.can_be_chosen());
    let midnight = Span::day(row.date).from;
    let hours = row.cells.iter().map(|one| hour(page, row, midnight, one));
    Ok(RowFacts {
        id: row.place.space.id,
        name: row.place.name(page.lang),
        line: catalogue.line(&page.app.views, page.lang, row.place)?,
        date: row.date,
        slot: slot::beginning(row.place.space.id, row.date),
        hours: hours.collect::<Result<_, _>>()?,
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
        (Some(_), _) if row.drawn => say(page, "bookings-drawn", &Value::Null),
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

fn hour(page: &Page, row: &Row<'_>, midnight: Instant, cell: &Cell) -> Result<Hour, Fault> {
    let say = |key, args: Value| say(page, key, &args);
    let (state, text) = match cell.state {
        State::Free { units, few: true } => {
            let left = say("bookings-left", json!({ "count": units }))?;
            (HourState::Free, left)
        }
        State::Free { .. } => (HourState::Free, String::new()),
        State::Partly => (HourState::Free, say("bookings-partly", Value::Null)?),
        State::Taken => (HourState::Taken, String::new()),
        State::Closed => (HourState::Closed, closed(page, row, cell.span)?),
        State::Over => (HourState::Closed, say("bookings-over", Value::Null)?),
    };
    let minutes = |at: Instant| u32::try_from((at - midnight).num_minutes()).unwrap_or(0);
    Ok(Hour {
        state,
        from: minutes(cell.span.from),
        until: minutes(cell.span.until),
        columns: cell.hours,
        text,
    })
}
