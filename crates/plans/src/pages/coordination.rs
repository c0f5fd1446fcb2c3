//! 連携・調整の記録 and やること: the log, and what is to be done after it.

mod action_write;
mod actions;
mod write;

use axum::response::Response;
use kernel::Fault;
use organisations::{
    entity::AgencyId,
    read::{AgencyFilter, agencies, agency},
};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};
use web::{Error, Id, Page, Routes, Typed};

use super::coordinator;
use crate::{
    entity::CoordinationEntryId,
    read::{self, Entry, EntryFilter},
};

/// So many stand on one page.
const PAGE: u64 = 50;
/// The furthest place in a list that can be asked for.
const FURTHEST: u64 = 1_000_000;
/// So many partners can be chosen from.
const MOST_AGENCIES: u64 = 2_000;

/// The routes of the log and of actions.
pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/coordination", all)
        .post("/coordination", write::create)
        .get("/coordination/new", write::new)
        .get("/coordination/{id}", one)
        .post("/coordination/{id}", write::change)
        .get("/coordination/{id}/edit", write::edit)
        .get("/coordination/{id}/actions/new", action_write::new)
        .post("/coordination/{id}/actions", action_write::create)
        .get("/actions", actions::all)
        .get("/actions/{id}", actions::one)
        .post("/actions/{id}", action_write::change)
        .get("/actions/{id}/edit", action_write::edit)
        .post("/actions/{id}/completion", actions::complete)
        .post("/actions/{id}/completion/withdrawal", actions::reopen)
}

/// `GET /coordination?q=&agency=&after=`
async fn all(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("coordination");
    coordinator(&page)?;
    let filter = EntryFilter {
        asked: typed.text("q").to_owned(),
        agency: typed.text("agency").parse().ok(),
    };
    let after = typed.number("after").unwrap_or(0).min(FURTHEST);
    let found = read::entries(page.app.db.reader(), &filter, after, PAGE + 1).await?;
    let rows = found.iter().take(usize::try_from(PAGE).unwrap_or(50));
    let at = |after| at("/coordination", &typed, &["q", "agency"], after);
    let facts = json!({
        "entries": rows.map(facts).collect::<Vec<_>>(),
        "agencies": agency_options(&page, &chosen(&typed, "agency")).await?,
        "narrowed": !kept(&typed, &["q", "agency"]).is_empty(),
        "previous": (after > 0).then(|| at(after.saturating_sub(PAGE))),
        "next": (found.len() as u64 > PAGE).then(|| at(after + PAGE)),
    });
    page.form("plans/coordination/entries.html", &facts, &typed)
}

/// `GET /coordination/{id}`
async fn one(page: Page, Id(id): Id<CoordinationEntryId>) -> Result<Response, Error> {
    let page = page.nav("coordination");
    coordinator(&page)?;
    let entry = entry(&page, id).await?;
    let actions = read::actions_of(page.app.db.reader(), id).await?;
    let rows = actions.iter().map(|one| actions::facts(&page, one));
    let facts = json!({ "entry": facts(&entry), "actions": rows.collect::<Vec<_>>() });
    page.show("plans/coordination/entry.html", &facts)
}

async fn entry(page: &Page, id: CoordinationEntryId) -> Result<Entry, Error> {
    let found = read::entry(page.app.db.reader(), id).await?;
    found.ok_or_else(Error::not_found)
}

/// An entry as pages have it.
fn facts(entry: &Entry) -> Value {
    let row = &entry.row;
    let agency = |(id, name): &(AgencyId, String)| json!({ "id": id, "name": name });
    json!({
        "id": row.id,
        "held_on": row.held_on,
        "subject": row.subject,
        "took_part": row.took_part,
        "discussed": row.discussed,
        "agreed": row.agreed,
        "agencies": entry.agencies.iter().map(agency).collect::<Vec<_>>(),
        "open": entry.open,
        "by": entry.by,
        "edition": row.edition,
        "written_at": row.written_at.rfc3339(),
    })
}

/// The partners that can be chosen: those the centre works with, and those chosen already.
pub(super) async fn agency_options(page: &Page, chosen: &[AgencyId]) -> Result<Vec<Value>, Fault> {
    let db = page.app.db.reader();
    let mut found = agencies(db, &AgencyFilter::default(), 0, MOST_AGENCIES).await?;
    for id in chosen {
        if !found.iter().any(|row| row.id == *id) {
            found.extend(agency(db, *id).await?);
        }
    }
    let option = |row: &organisations::entity::agency::Model| json!({ "value": row.id.to_string(), "label": row.name });
    Ok(found.iter().map(option).collect())
}

/// The partners that a field names.
pub(super) fn chosen(typed: &Typed, name: &str) -> Vec<AgencyId> {
    let ids = typed.all(name).into_iter();
    ids.filter_map(|id| id.parse().ok()).take(100).collect()
}

/// What narrows a list, for its file.
pub(super) fn kept(typed: &Typed, names: &[&str]) -> Vec<Value> {
    let typed_in = names.iter().filter(|name| !typed.text(name).is_empty());
    let row = |name: &&str| json!({ "name": name, "value": typed.text(name) });
    typed_in.map(row).collect()
}

/// The same list from another place on.
pub(super) fn at(path: &str, typed: &Typed, names: &[&str], after: u64) -> String {
    let part = |name: &&str| {
        let value = utf8_percent_encode(typed.text(name), NON_ALPHANUMERIC);
        format!("{name}={value}&")
    };
    let query: String = names.iter().map(part).collect();
    format!("{path}?{query}after={after}")
}
