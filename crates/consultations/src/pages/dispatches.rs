//! 専門家派遣: what was asked for, one of them, and what is decided and arranged about it.

mod apply;
mod decide;
mod facts;
mod meet;
mod terms;

use axum::response::Response;
use japan::fiscal::FiscalYear;
use serde_json::json;
use surveys::read::answers_of;
use web::{Error, Id, Page, Routes, Typed};

use super::{facts as words, viewer};
use crate::{
    entity::{
        DispatchId, case,
        dispatch::{self, State},
    },
    read,
    rules::{self, Reading},
};

pub(super) use facts::dispatch;

/// So many stand on one page.
const PAGE: u64 = 50;
/// The furthest place in a list that can be asked for.
const FURTHEST: u64 = 1_000_000;

/// The routes of dispatches.
pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/consultations/{id}/dispatches/new", apply::own_new)
        .post("/consultations/{id}/dispatches", apply::own)
        .post(
            "/consultations/{id}/dispatches/{dispatch}/withdrawal",
            apply::own_withdraw,
        )
        .get("/cases/{id}/dispatches/new", apply::staff_new)
        .post("/cases/{id}/dispatches", apply::staff)
        .get("/dispatches", all)
        .get("/dispatches/{id}", one)
        .post("/dispatches/{id}/approval", decide::approve)
        .post("/dispatches/{id}/refusal", decide::refuse)
        .post("/dispatches/{id}/withdrawal", decide::withdraw)
        .get("/dispatches/{id}/meetings/new", meet::new)
        .post("/dispatches/{id}/meetings", meet::create)
        .and(terms::routes())
}

/// `GET /dispatches?state=&year=&after=`: staff; of a case that is for few to know only they see the
/// theme.
async fn all(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("dispatches");
    page.staff()?;
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let after = typed.number("after").unwrap_or(0).min(FURTHEST);
    let typed = typed.or("state", State::Requested.code());
    let state = State::parse(typed.text("state"));
    let year = FiscalYear::parse(typed.text("year"));
    let actor = (&page.actor(), now);
    let found = read::dispatches(db, (state, year), actor, (after, PAGE + 1)).await?;
    let at = |after: u64| {
        let year = year.map(|year| year.year().to_string()).unwrap_or_default();
        let state = state.map_or("", State::code);
        format!("/dispatches?state={state}&year={year}&after={after}")
    };
    let rows = found.iter().take(usize::try_from(PAGE).unwrap_or(50));
    let facts = json!({
        "dispatches": rows.map(facts::listed).collect::<Vec<_>>(),
        "previous": (after > 0).then(|| at(after.saturating_sub(PAGE))),
        "next": (found.len() as u64 > PAGE).then(|| at(after + PAGE)),
        "keeps": rules::may_keep_experts(&page.actor()),
    });
    page.form("consultations/dispatches.html", &facts, &typed)
}

/// A dispatch with its case, and what whoever looks may read of it.
struct Seen {
    row: dispatch::Model,
    case: case::Model,
    reading: Reading,
}

/// A dispatch for staff, and for experts who have its case.
async fn seen(page: &Page, id: DispatchId) -> Result<Seen, Error> {
    viewer(page)?;
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let row = read::dispatch_row(db, id).await?;
    let row = row.ok_or_else(Error::not_found)?;
    let case = read::case_row(db, row.case_id).await?;
    let case = case.ok_or_else(Error::not_found)?;
    let standing = read::standing(db, &page.actor(), case.id, now).await?;
    let reading = rules::may_read(&page.actor(), &case, standing, now);
    if reading == Reading::Outside && !page.actor().roles.is_staff() {
        return Err(Error::not_found());
    }
    let mut rows = read::dispatches_of(db, case.id, reading).await?.into_iter();
    let row = rows.find(|own| own.id == row.id);
    Ok(Seen {
        row: row.ok_or_else(Error::not_found)?,
        case,
        reading,
    })
}

/// `GET /dispatches/{id}`
async fn one(page: Page, Id(id): Id<DispatchId>) -> Result<Response, Error> {
    let page = page.nav("dispatches");
    let seen = seen(&page, id).await?;
    let facts = given(&page, &seen).await?;
    page.form("consultations/dispatch.html", &facts, &Typed::default())
}

/// What the page of a dispatch is given.
async fn given(page: &Page, seen: &Seen) -> Result<serde_json::Value, Error> {
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let mut facts = facts::one(page, seen).await?;
    let answers = if seen.reading.said() {
        answers_of(db, "dispatch", seen.row.id.0).await?
    } else {
        Vec::new()
    };
    facts["answers"] = json!(answers);
    facts["meetings"] = facts::meetings(page, seen, now).await?;
    Ok(facts)
}
