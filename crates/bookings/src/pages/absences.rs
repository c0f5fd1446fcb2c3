//! 無断不使用: marking at the counter who stayed away, undoing it, and the days that excuse.

mod withdrawal;

use std::collections::HashMap;

use axum::response::Response;
use kernel::{Fault, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed, sheet::Form};

pub(super) use withdrawal::{withdraw, withdrawal};

use super::{lists::ABSENCES, reached};
use crate::{
    entity::{BookingId, absence},
    read::{self, Filter},
    service,
};

/// So many absences and days are listed.
const LISTED: u64 = 100;

const TEMPLATE: &str = "bookings/rules/absences.html";

/// So many are in a file at most.
const TAKEN: u64 = 10_000;

/// `GET /counter/absences?as=`
pub(super) async fn all(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("rules");
    page.staff()?;
    if let Some(form) = Form::asked(&typed)? {
        let facts = facts(&page, TAKEN).await?;
        let rows = facts["rows"].as_array().map_or(&[][..], Vec::as_slice);
        return page.file_of_today(form, &ABSENCES, rows).await;
    }
    let typed = Typed::default().or("on", &page.app.clock.now().date().to_string());
    let facts = facts(&page, LISTED).await?;
    page.form(TEMPLATE, &facts, &typed)
}

/// The latest absences with who they were, and the days with a warning.
async fn facts(page: &Page, most: u64) -> Result<Value, Fault> {
    let db = page.app.db.reader();
    let found = read::latest_absences(db, most).await?;
    let warnings = read::latest_warnings(db, most).await?;
    let ids: Vec<BookingId> = found.iter().map(|one| one.booking_id).collect();
    let people = found.iter().map(|one| one.person_id).collect();
    let people = reached(page, people).await?;
    let cards = if found.is_empty() {
        Vec::new()
    } else {
        let filter = Filter {
            ids: Some(ids),
            ..Filter::default()
        };
        read::list(db, filter, most).await?
    };
    let cards: HashMap<BookingId, &read::Card> =
        cards.iter().map(|card| (card.booking.id, card)).collect();
    let excuse = |day: &str| warnings.iter().find(|warning| warning.on_date == day);
    let row = |one: &absence::Model| {
        let card = cards.get(&one.booking_id)?;
        let who = people.get(&one.person_id);
        let asked_on = one.asked_on.as_deref();
        let excused = excuse(&one.on_date).or_else(|| excuse(asked_on?));
        let mut facts = card.facts(page.lang, page.app.clock.now());
        facts["name"] = who.map(|who| who.name.as_str()).into();
        facts["kana"] = who.map(|who| who.kana.as_str()).into();
        facts["asked_on"] = asked_on.into();
        facts["excused"] = excused.map(|warning| warning.warning.as_str()).into();
        Some(facts)
    };
    let day = |one: &crate::entity::weather_warning::Model| json!({ "id": one.id, "on": one.on_date, "warning": one.warning });
    Ok(json!({
        "rows": found.iter().filter_map(row).collect::<Vec<_>>(),
        "warnings": warnings.iter().map(day).collect::<Vec<_>>(),
    }))
}

/// `POST /counter/absences/warnings`: a day with a warning.
pub(super) async fn warn(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("rules");
    page.staff()?;
    let on = japan::calendar::parse_date(typed.text("on"));
    let warned = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::warn_of_weather(work, on, typed.text("warning")).await
    });
    if let Err(failed) = warned.await {
        let facts = facts(&page, LISTED).await?;
        return page.refused(failed.into(), TEMPLATE, &facts, &typed);
    }
    let flash = Flash::good("bookings-warning-done", json!({ "date": on }));
    Ok(page.go_saying("/counter/absences", &flash))
}

/// `POST /bookings/{id}/absence`
pub(super) async fn mark(page: Page, Id(id): Id<BookingId>) -> Result<Response, Error> {
    page.staff()?;
    transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::mark_absent(work, id).await
    })
    .await?;
    let flash = Flash::good("bookings-absent-flash", json!({}));
    Ok(page.go_saying(&format!("/bookings/{id}"), &flash))
}

/// `POST /bookings/{id}/absence/withdrawal`
pub(super) async fn unmark(page: Page, Id(id): Id<BookingId>) -> Result<Response, Error> {
    page.staff()?;
    transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::unmark_absent(work, id).await
    })
    .await?;
    let flash = Flash::good("bookings-absence-undone-flash", json!({}));
    Ok(page.go_saying(&format!("/bookings/{id}"), &flash))
}
