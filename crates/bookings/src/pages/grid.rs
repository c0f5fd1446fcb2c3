//! Rows of the grid as the templates take them.

use serde_json::{Value, json};
use views::Lang;

use super::slot;
use crate::{
    read::Row,
    rules::strip::{Cell, State},
};

/// A row with its cells, and how many hours of it are free.
pub(crate) fn row(row: &Row<'_>, lang: Lang) -> Value {
    let hours: usize = row
        .cells
        .iter()
        .filter(|cell| cell.can_be_chosen())
        .map(|cell| cell.hours)
        .sum();
    let few = row
        .cells
        .iter()
        .any(|cell| matches!(cell.state, State::Free { few: true, .. }));
    json!({
        "place": row.place.facts(lang),
        "date": row.date,
        "cells": row.cells.iter().map(|one| cell(row, one)).collect::<Vec<_>>(),
        "free_hours": hours,
        "few": few,
    })
}

fn cell(row: &Row<'_>, cell: &Cell) -> Value {
    let clock = |at: kernel::Instant| at.in_tokyo().format("%-H:%M").to_string();
    // Midnight at the end of a day is 24:00.
    let until = match clock(cell.span.until).as_str() {
        "0:00" => "24:00".to_owned(),
        text => text.to_owned(),
    };
    let mut facts = json!({
        "from": clock(cell.span.from),
        "until": until,
        "hours": cell.hours,
        "state": match cell.state {
            State::Free { .. } | State::Partly => "free",
            State::Taken => "taken",
            State::Closed => "closed",
            State::Over => "over",
        },
    });
    if cell.can_be_chosen() {
        facts["value"] = slot::write(row.place.space.id, cell.span).into();
    }
    if let State::Free { units, few: true } = cell.state {
        facts["few"] = units.into();
    }
    if cell.state == State::Partly {
        facts["partly"] = true.into();
    }
    facts
}
