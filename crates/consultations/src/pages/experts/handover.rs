//! An expert leaves: what is ahead of them, and to whom it goes.

use std::collections::HashMap;

use axum::response::Response;
use bookings::read::Catalogue;
use kernel::transact;
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use super::{card, facts, keeper};
use crate::{
    entity::{CaseId, ExpertId, MeetingId, case::State, meeting},
    read::{self, Card, Listed, Planned, Queue, Wanted},
    rules,
    service::{self, Onwards},
};

const FORM: &str = "consultations/handover.html";
/// So many days ahead meetings are handed over.
const AHEAD: u64 = 400;
/// So many cases are listed.
const CASES: u64 = 200;
/// How the form calls another day.
const NEW_DAY: &str = "new-day";

/// `GET /counter/experts/{id}/handover`
pub(super) async fn show(
    page: Page,
    Id(id): Id<ExpertId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("experts");
    keeper(&page)?;
    let card = card(&page, id).await?;
    let facts = given(&page, &card).await?;
    page.form(FORM, &facts, &typed)
}

/// `POST /counter/experts/{id}/handover`: all of it at once.
pub(super) async fn hand_over(
    page: Page,
    Id(id): Id<ExpertId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("experts");
    keeper(&page)?;
    let card = card(&page, id).await?;
    let meetings = chosen(&page, id, &typed).await?;
    let done = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::hand_over(work, id, typed.text("why"), &meetings).await
    });
    match done.await {
        Ok(()) => {
            let flash = Flash::good("experts-handed-over", json!({ "count": meetings.len() }));
            Ok(page.go_saying(&format!("/counter/experts/{id}"), &flash))
        }
        Err(failed) => {
            let facts = given(&page, &card).await?;
            page.refused(failed.into(), FORM, &facts, &typed)
        }
    }
}

/// Whether an expert has cases that go on, or meetings that are still to come.
pub(super) async fn is_needed(page: &Page, id: ExpertId) -> Result<bool, Error> {
    let has = |facts: &Value, of: &str| facts[of].as_array().is_some_and(|all| !all.is_empty());
    let facts = given(page, &card(page, id).await?).await?;
    Ok(has(&facts, "meetings") || has(&facts, "cases"))
}

/// What was chosen for each meeting; one left as it is says nothing.
async fn chosen(
    page: &Page,
    id: ExpertId,
    typed: &Typed,
) -> Result<Vec<(MeetingId, Onwards)>, Error> {
    let ahead = ahead(page, id).await?;
    let onwards = |one: &Planned| {
        let meeting = one.meeting.row.id;
        let onwards = match typed.text(&format!("to-{meeting}")) {
            NEW_DAY => Onwards::NewDay,
            other => Onwards::To(other.parse().ok()?),
        };
        Some((meeting, onwards))
    };
    Ok(ahead.iter().filter_map(onwards).collect())
}

async fn ahead(page: &Page, id: ExpertId) -> Result<Vec<Planned>, Error> {
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let catalogue = Catalogue::current(&page.app).await?;
    let mut all = read::coming(db, &catalogue, id, (now, AHEAD)).await?;
    all.retain(|one| one.meeting.is_ahead(now) && one.meeting.row.starts_at > now);
    Ok(all)
}

async fn given(page: &Page, card: &Card) -> Result<Value, Error> {
    let mut meetings = Vec::new();
    for one in ahead(page, card.row.id).await? {
        let mut fact = facts::meeting(&one, page.app.clock.now());
        // Of a case that is none of the reader's business only the time is handed on.
        let told = is_told(page, one.meeting.row.case_id).await?;
        if !told {
            fact["name"] = json!(page.worded("cases-secret")?);
            fact["reference"] = json!("");
        }
        fact["choices"] = choices(page, card, &one, told).await?;
        meetings.push(fact);
    }
    let cases = cases(page, card).await?;
    Ok(json!({ "expert": facts::expert(card), "meetings": meetings, "cases": cases }))
}

/// Whether whoever reads may know of whom an expert has this case.
async fn is_told(page: &Page, id: CaseId) -> Result<bool, Error> {
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let Some(case) = read::case_row(db, id).await? else {
        return Ok(false);
    };
    let standing = read::standing(db, &page.actor(), id, now).await?;
    Ok(!case.need_to_know || rules::may_read(&page.actor(), &case, standing, now).asked())
}

/// Those who have the time of a meeting free, and advise on its fields where they may be known; another
/// day after them.
async fn choices(page: &Page, card: &Card, one: &Planned, told: bool) -> Result<Value, Error> {
    let free = free(page, &one.meeting.row, told).await?;
    let cards = read::cards(page.app.db.reader()).await?;
    let suits = |other: &&Card| other.row.id != card.row.id && free.contains(&other.row.id);
    let option = |other: &Card| json!({ "value": other.row.id, "label": other.name });
    let mut all: Vec<Value> = cards.iter().filter(suits).map(option).collect();
    let words = page.worded("experts-handover-new-day")?;
    all.push(json!({ "value": NEW_DAY, "label": words }));
    Ok(all.into())
}

async fn free(page: &Page, row: &meeting::Model, told: bool) -> Result<Vec<ExpertId>, Error> {
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let mut fields = if told {
        read::fields_of(db, vec![row.case_id]).await?
    } else {
        HashMap::new()
    };
    let day = row.starts_at.date();
    let wanted = Wanted {
        mode: row.mode,
        fields: fields.remove(&row.case_id).unwrap_or_default(),
        lang: String::new(),
        expert: None,
        days: (day, day),
    };
    let slots = read::free_hours(db, page.app.db.kept(), &wanted, now).await?;
    let at = slots
        .into_iter()
        .find(|slot| slot.span.from == row.starts_at);
    Ok(at.map(|slot| slot.experts).unwrap_or_default())
}

/// The open cases of an expert, for coordinators to find somebody else for: also those in which nothing
/// is to come. What few may know is not named.
async fn cases(page: &Page, card: &Card) -> Result<Vec<Value>, Error> {
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let queue = Queue {
        state: Some(State::Running),
        expert: Some(card.row.id),
        lead: None,
        reference: None,
    };
    let found = read::listed(db, &queue, (&page.actor(), now), (0, CASES)).await?;
    let secret = page.worded("cases-secret")?;
    let row = |one: &Listed| {
        let told = one.reading.asked() || !one.row.need_to_know;
        let link = told.then(|| format!("/cases/{}", one.row.id));
        let name = if told { &one.name } else { &secret };
        json!({ "link": link, "reference": told.then_some(&one.row.reference), "name": name })
    };
    Ok(found.iter().map(row).collect())
}
