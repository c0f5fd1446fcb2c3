//! The hours of several places on one day: a table; or a grid, and on a phone one place open and
//! the others a line each.

use std::collections::{HashMap, hash_map::Entry};

use kernel::Fault;
use serde::Serialize;
use serde_json::{Value, json};
use web::Page;

use super::{Head, RowFacts, listed, say, unwritten, written};
use crate::entity::SpaceId;

/// The hours of the places that fit.
#[derive(Serialize)]
#[serde(untagged)]
pub(crate) enum Shown<'r> {
    /// As a table.
    Table { rows: Vec<RowFacts<'r>> },
    /// As a grid, and as a list on a phone.
    Grid {
        rows_html: String,
        shown: Option<OpenFacts<'r>>,
        others: Vec<OtherFacts<'r>>,
    },
}

/// The place that is open on a phone, with its hours as markup.
#[derive(Serialize)]
pub(crate) struct OpenFacts<'r> {
    id: SpaceId,
    name: &'r str,
    line: &'r str,
    hours_html: String,
}

/// Another place, with a badge that says how much of it is free.
#[derive(Serialize)]
pub(crate) struct OtherFacts<'r> {
    id: SpaceId,
    name: &'r str,
    line: &'r str,
    badge_html: String,
}

/// The rows as a grid whose heads lead to the spaces, for the person for whom staff looks; and as a
/// list in which the space is open that was asked for, else the first with free hours.
pub(crate) fn grid<'r>(
    page: &Page,
    rows: Vec<RowFacts<'r>>,
    guest: &str,
    asked: &str,
) -> Result<Shown<'r>, Fault> {
    let rest = if guest.is_empty() {
        String::new()
    } else {
        format!("&for={guest}")
    };
    let heads = rows.iter().map(|row| Head {
        place: row.name.into(),
        href: format!("/spaces/{}?week={}{rest}", row.id, row.date),
        text: row.name.into(),
        line: row.line,
    });
    let rows_html = written(page, &rows, &heads.collect::<Vec<_>>())?;
    let asked = asked.parse().ok().map(SpaceId);
    let chosen = rows.iter().position(|row| Some(row.id) == asked);
    let free = || rows.iter().position(|row| row.free_hours > 0);
    let open = chosen.or_else(free).unwrap_or(0);
    let (mut shown, mut others) = (None, Vec::with_capacity(rows.len()));
    // Many have the same hours free: each badge is made once.
    let mut badges = HashMap::<usize, String>::new();
    for (number, row) in rows.into_iter().enumerate() {
        if number == open {
            let hours_html = listed(page, &row)?;
            let (id, name, line) = (row.id, row.name, row.line);
            shown = Some(OpenFacts {
                id,
                name,
                line,
                hours_html,
            });
            continue;
        }
        let badge_html = match badges.entry(row.free_hours) {
            Entry::Occupied(made) => made.get().clone(),
            Entry::Vacant(new) => new.insert(badge(page, row.free_hours)?).clone(),
        };
        others.push(OtherFacts {
            id: row.id,
            name: row.name,
            line: row.line,
            badge_html,
        });
    }
    Ok(Shown::Grid {
        rows_html,
        shown,
        others,
    })
}

fn badge(page: &Page, free: usize) -> Result<String, Fault> {
    let facts = if free > 0 {
        let text = say(page, "bookings-free-hours", &json!({ "count": free }))?;
        json!({ "symbol": "circle", "kind": "act", "text": text })
    } else {
        let text = say(page, "bookings-none-free", &Value::Null)?;
        json!({ "symbol": "cross", "text": text })
    };
    let badge = page.app.views.component("badge", page.lang, &facts);
    badge.map_err(unwritten)
}
