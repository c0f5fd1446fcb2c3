//! 振り分け: who leads a case, who suits it and why, who has it.

use std::collections::BTreeMap;

use axum::response::Response;
use bookings::entity::hold;
use chrono::Days;
use kernel::{Fault, Instant, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use super::{beyond, described::described, opened};
use crate::{
    Refused,
    entity::{CaseId, ExpertId, case, meeting::Mode},
    pages::{facts, viewer},
    read::{self, CasePage, Wanted},
    rules::{self, suggest},
    service,
};

/// So many days ahead free times are counted.
const AHEAD: u64 = 27;

/// `POST /cases/{id}/lead`
pub(super) async fn lead(page: Page, Id(id): Id<CaseId>, typed: Typed) -> Result<Response, Error> {
    viewer(&page)?;
    let seen = typed.number("edition").unwrap_or(0);
    let led = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::lead(work, id, seen).await
    });
    led.await?;
    let flash = Flash::good("cases-led", json!({}));
    Ok(page.go_saying(&format!("/cases/{id}"), &flash))
}

/// `POST /cases/{id}/experts`
pub(super) async fn assign(
    page: Page,
    Id(id): Id<CaseId>,
    typed: Typed,
) -> Result<Response, Error> {
    viewer(&page)?;
    let (seen, expert) = (
        typed.number("edition").unwrap_or(0),
        typed.text("expert").parse(),
    );
    let assigned = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        let expert: ExpertId = expert.map_err(|_error| Refused::NotThere)?;
        service::assign(work, id, seen, expert).await
    });
    match assigned.await {
        Ok(()) => {
            let flash = Flash::good("cases-assigned", json!({}));
            Ok(page.go_saying(&format!("/cases/{id}"), &flash))
        }
        Err(failed) => again(&page, id, failed.into(), &typed).await,
    }
}

/// `POST /cases/{id}/experts/{expert}/removal`
pub(super) async fn unassign(
    page: Page,
    Id((id, expert)): Id<(CaseId, ExpertId)>,
    typed: Typed,
) -> Result<Response, Error> {
    viewer(&page)?;
    let (seen, why) = (typed.number("edition").unwrap_or(0), typed.text("why"));
    let ended = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::unassign(work, id, seen, (expert, why)).await
    });
    match ended.await {
        Ok(()) => {
            let flash = Flash::good("cases-unassigned", json!({}));
            Ok(page.go_saying(&format!("/cases/{id}"), &flash))
        }
        Err(failed) => again(&page, id, failed.into(), &typed).await,
    }
}

/// The page of the case with what was refused.
pub(super) async fn again(
    page: &Page,
    id: CaseId,
    error: Error,
    typed: &Typed,
) -> Result<Response, Error> {
    let (case, reading) = opened(page, id).await?;
    let mut facts = described(page, &case, reading);
    facts["agencies"] = beyond::agencies(page, reading).await?;
    if rules::may_arrange(&page.actor()) && reading.asked() && case.row.state != case::State::Closed
    {
        facts["suggestions"] = suggestions(page, &case).await?;
        facts["eligible"] = eligible(page, &case.row).await?;
    }
    page.refused(error, "consultations/case.html", &facts, typed)
}

/// How many times each expert has free in the weeks ahead.
async fn free_times(page: &Page, mode: Mode) -> Result<BTreeMap<ExpertId, usize>, Fault> {
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let wanted = Wanted {
        mode,
        fields: Vec::new(),
        lang: String::new(),
        expert: None,
        days: (now.date(), now.date() + Days::new(AHEAD)),
    };
    let mut free: BTreeMap<ExpertId, usize> = BTreeMap::new();
    for slot in read::free_hours(db, page.app.db.kept(), &wanted, now).await? {
        for expert in slot.experts {
            *free.entry(expert).or_default() += 1;
        }
    }
    Ok(free)
}

/// Who suits a case, who suits best first, each with the reasons.
pub(super) async fn suggestions(page: &Page, case: &CasePage) -> Result<Value, Error> {
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let free = free_times(page, case.row.mode).await?;
    let cards = read::cards(db).await?;
    let candidates = read::candidates(db, &case.row, &free, now).await?;
    let found = suggest(&case.fields, &case.row.lang, &case.row.company, candidates);
    let has = |id: ExpertId| case.experts.iter().any(|own| own.row.id == id);
    let time = times(page, case, now).await?;
    let row = |one: &rules::Suggestion| {
        let card = cards.iter().find(|card| card.row.id == one.expert)?;
        Some(json!({
            "id": one.expert, "name": card.name, "qualifications": card.row.qualifications,
            "fields": facts::fields(&one.fields), "speaks": one.speaks, "free": one.free,
            "open": one.load.0, "caseload": one.load.1, "known": one.known,
            "barred": one.barred, "time": time.get(&one.expert),
        }))
    };
    let others = found.iter().filter(|one| !has(one.expert));
    Ok(others.filter_map(row).collect())
}

/// What each expert has to do with the time that was asked for: they were chosen for it, are free then,
/// or not. Nothing when no time is held.
async fn times(
    page: &Page,
    case: &CasePage,
    now: Instant,
) -> Result<BTreeMap<ExpertId, &'static str>, Fault> {
    let mut meetings = case.meetings.iter().map(|one| &one.meeting);
    let asked = meetings.find(|one| one.state == hold::State::Requested && now < one.row.starts_at);
    let Some(asked) = asked.map(|one| &one.row) else {
        return Ok(BTreeMap::new());
    };
    let (db, kept) = (page.app.db.reader(), page.app.db.kept());
    let free = read::free_at(db, kept, asked.mode, asked.span()).await?;
    let fit = |card: &read::Card| match card.row.id {
        id if id == asked.expert_id => (id, "chosen"),
        id if free.contains(&id) => (id, "free"),
        id => (id, "taken"),
    };
    Ok(read::cards(db).await?.iter().map(fit).collect())
}

/// Whether it is one of those the law supports, and by which size.
pub(super) async fn eligible(page: &Page, row: &case::Model) -> Result<Value, Error> {
    let asked_on = row.asked_at.date();
    let limit = read::limit(page.app.db.reader(), row.industry, asked_on).await?;
    let size = rules::size(limit, row.capital_yen, row.employees);
    Ok(json!({ "size": size.code(), "in_ward": row.in_ward }))
}
