//! The lessons and the people behind a figure.

use std::collections::BTreeMap;

use accounts::read::{Contact, contacts};
use axum::response::Response;
use kernel::PersonId;
use serde_json::{Value, json};
use web::{Error, Page, Typed};

use super::{named, period::Period};
use crate::{
    pages::keeper,
    read,
    rules::{By, Held, Seat, Who},
};

/// `GET /counter/seminars/figures/rows?month=&year=&by=audience&is=founder`
pub(super) async fn rows(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("seminars");
    keeper(&page)?;
    let now = page.app.clock.now();
    let period = Period::asked(&typed, now.date())?;
    let (mut held, applied) = read::held(page.app.db.reader(), period.span(), now).await?;
    let (by, is) = (By::parse(typed.text("by")), typed.text("is"));
    if by.is_none() && !typed.text("by").is_empty() {
        return Err(Error::not_found());
    }
    let mut of = None;
    if let Some(by) = by {
        of = Some(named(&page, by, is, &held)?);
        held.retain(|one| by.value(one) == is);
    }
    let lesson = |one: &Held| lesson(one, applied.get(&one.seminar).copied());
    let facts = json!({
        "period": period.facts(now.date()),
        "by": by.map(By::code),
        "of": of,
        "lessons": held.iter().map(lesson).collect::<Vec<_>>(),
        "people": people(&page, &held).await?,
    });
    page.show("seminars/figures_rows.html", &facts)
}

fn lesson(one: &Held, applications: Option<i64>) -> Value {
    json!({
        "id": one.lesson,
        "seminar": one.seminar,
        "title": one.title,
        "day": one.day,
        "places": one.places,
        "applications": applications,
        "expected": one.seats.len(),
        "came": one.seats.iter().filter(|seat| seat.came).count(),
    })
}

/// Everybody who came, in the order of the reading: how often, and whether for the first time. Whom a
/// company named stands with whoever enrolled them.
async fn people(page: &Page, held: &[Held]) -> Result<Vec<Value>, Error> {
    let mut came: BTreeMap<Who, (usize, &Seat)> = BTreeMap::new();
    for seat in held.iter().flat_map(|one| &one.seats) {
        if seat.came {
            came.entry(seat.who()).or_insert((0, seat)).0 += 1;
        }
    }
    let mut ids: Vec<PersonId> = came.values().map(|(_, seat)| seat.person).collect();
    ids.dedup();
    let mut known = Vec::new();
    for some in ids.chunks(1_000) {
        known.extend(contacts(page.app.db.reader(), some.to_vec()).await?);
    }
    known.sort_by(|a, b| a.kana.cmp(&b.kana));
    let told = known.iter().flat_map(|by| {
        let own = came.values().filter(|(_, seat)| seat.person == by.person);
        own.map(|(times, seat)| person(by, *times, seat))
    });
    Ok(told.collect())
}

fn person(by: &Contact, times: usize, seat: &Seat) -> Value {
    let named = (!seat.attendee.is_empty()).then_some(seat.attendee.as_str());
    json!({
        "name": named.unwrap_or(&by.name),
        "kana": by.kana,
        "by": named.map(|_| &by.name),
        "times": times,
        "new": seat.new,
    })
}
