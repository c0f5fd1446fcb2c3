//! Rows of the grid as the templates take them.

use chrono::NaiveDate;
use kernel::{Fault, Instant, Span};
use serde::Serialize;
use serde_json::{Value, json};
use web::Page;

use super::{described::described, slot};
use crate::{
    read::{PlaceFacts, Row},
    rules::strip::{Cell, State},
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

fn cell(page: &Page, row: &Row<'_>, midnight: Instant, cell: &Cell) -> Result<CellFacts, Fault> {
    let say = |key, args: Value| {
        let said = page.app.views.text(page.lang, key, &args);
        said.map_err(|failed| Fault::broken("wording a cell", failed))
    };
    let (state, text) = match cell.state {
        State::Free { units, few: true } => {
            let left = say("bookings-left", json!({ "count": units }))?;
            ("free", left)
        }
        State::Free { .. } => ("free", String::new()),
        State::Partly => ("free", say("bookings-partly", Value::Null)?),
        State::Taken => ("taken", String::new()),
        State::Closed => match row.calendar.why(cell.span) {
            Some(closure) => ("closed", closure.reason.said(page.lang).to_owned()),
            None => ("closed", say("bookings-shut", Value::Null)?),
        },
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
