//! Rows of the grid as the templates take them.

use kernel::{Fault, Instant};
use serde_json::{Map, Value, json};
use web::Page;

use super::slot;
use crate::{
    read::Row,
    rules::strip::{Cell, State},
};

/// The rows with their cells, and how many hours of each are free.
pub(crate) fn rows(page: &Page, rows: &[Row<'_>]) -> Result<Vec<Value>, Fault> {
    let words = Words::of(page)?;
    rows.iter().map(|one| row(page, &words, one)).collect()
}

/// What cells say when it is not the usual word.
struct Words {
    free: String,
    partly: String,
    over: String,
    shut: String,
}

impl Words {
    fn of(page: &Page) -> Result<Self, Fault> {
        Ok(Self {
            free: say(page, "ui-free", &Value::Null)?,
            partly: say(page, "bookings-partly", &Value::Null)?,
            over: say(page, "bookings-over", &Value::Null)?,
            shut: say(page, "bookings-shut", &Value::Null)?,
        })
    }
}

fn say(page: &Page, key: &str, args: &Value) -> Result<String, Fault> {
    let said = page.app.views.text(page.lang, key, args);
    said.map_err(|failed| Fault::broken("wording a cell", failed))
}

fn row(page: &Page, words: &Words, row: &Row<'_>) -> Result<Value, Fault> {
    let free = row.cells.iter().filter(|cell| cell.can_be_chosen());
    let hours: usize = free.map(|cell| cell.hours).sum();
    let cells: Result<Vec<Value>, Fault> = row
        .cells
        .iter()
        .map(|one| cell(page, words, row, one))
        .collect();
    Ok(json!({
        "place": row.place.facts(page.lang),
        "date": row.date,
        "cells": cells?,
        "free_hours": hours,
    }))
}

fn cell(page: &Page, words: &Words, row: &Row<'_>, cell: &Cell) -> Result<Value, Fault> {
    let (state, text) = match cell.state {
        State::Free { units, few: true } => {
            let left = say(page, "bookings-left", &json!({ "count": units }))?;
            ("free", left)
        }
        State::Free { .. } => ("free", String::new()),
        State::Partly => ("free", words.partly.clone()),
        State::Taken => ("taken", String::new()),
        State::Closed => ("closed", words.shut.clone()),
        State::Over => ("closed", words.over.clone()),
    };
    let mut facts = Map::new();
    facts.insert("state".to_owned(), state.into());
    facts.insert("from".to_owned(), clock(cell.span.from).into());
    facts.insert("until".to_owned(), end(cell.span.until).into());
    facts.insert("hours".to_owned(), cell.hours.into());
    if cell.can_be_chosen() {
        let value = slot::write(row.place.space.id, cell.span);
        facts.insert("value".to_owned(), value.into());
        let word = if text.is_empty() { &words.free } else { &text };
        let (place, span) = (row.place.name(page.lang), &cell.span);
        let name = format!("{place} {}〜{} {word}", clock(span.from), end(span.until));
        facts.insert("name".to_owned(), name.into());
    }
    facts.insert("text".to_owned(), text.into());
    Ok(Value::Object(facts))
}

fn clock(at: Instant) -> String {
    at.in_tokyo().format("%-H:%M").to_string()
}

/// Midnight at the end of a day is 24:00.
fn end(at: Instant) -> String {
    match clock(at) {
        midnight if midnight == "0:00" => "24:00".to_owned(),
        time => time,
    }
}
