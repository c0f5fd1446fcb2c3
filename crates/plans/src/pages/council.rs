//! 協議の場: the councils, one with its members and meetings.

mod meetings;
mod members;
mod minutes;
mod opinions;
mod papers;
mod write;

pub(super) use opinions::about as opinions_about;

use axum::response::Response;
use serde_json::{Value, json};
use web::{Error, Id, Page, Routes};

use super::coordinator;
use crate::{
    entity::{CouncilId, council, council_meeting, council_member},
    read,
};

/// The routes of councils.
pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/councils", all)
        .post("/councils", write::create)
        .get("/councils/new", write::new)
        .get("/councils/{id}", one)
        .post("/councils/{id}", write::change)
        .get("/councils/{id}/edit", write::edit)
        .get("/councils/{id}/members/new", members::new)
        .post("/councils/{id}/members", members::create)
        .get("/council-members/{id}/edit", members::edit)
        .post("/council-members/{id}", members::change)
        .get("/councils/{id}/meetings/new", meetings::new)
        .post("/councils/{id}/meetings", meetings::create)
        .get("/council-meetings/{id}", meetings::one)
        .post("/council-meetings/{id}", meetings::change)
        .get("/council-meetings/{id}/edit", meetings::edit)
        .get("/council-meetings/{id}/minutes", minutes::edit)
        .post("/council-meetings/{id}/minutes", minutes::change)
        .post("/council-meetings/{id}/confirmation", minutes::confirm)
        .post("/council-meetings/{id}/corrections", minutes::correct)
        .get("/council-meetings/{id}/sheet", minutes::sheet)
        .post("/council-meetings/{id}/papers", papers::add)
        .get("/council-meetings/{id}/papers/{paper}", papers::one)
        .post(
            "/council-meetings/{id}/papers/{paper}/removal",
            papers::remove,
        )
        .get("/council-meetings/{id}/opinions/new", opinions::new)
        .post("/council-meetings/{id}/opinions", opinions::create)
        .get("/opinions", opinions::all)
        .get("/opinions/{id}", opinions::one)
        .post("/opinions/{id}", opinions::change)
        .get("/opinions/{id}/edit", opinions::edit)
        .post("/opinions/{id}/answer", opinions::answer)
}

/// `GET /councils`
async fn all(page: Page) -> Result<Response, Error> {
    let page = page.nav("councils");
    coordinator(&page)?;
    let rows = read::councils(page.app.db.reader()).await?;
    let row = |(row, meetings, last): &(council::Model, usize, Option<String>)| {
        let mut facts = facts(row);
        facts["meetings"] = json!(meetings);
        facts["last"] = json!(last);
        facts
    };
    let facts = json!({ "councils": rows.iter().map(row).collect::<Vec<_>>() });
    page.show("plans/council/all.html", &facts)
}

/// `GET /councils/{id}`
async fn one(page: Page, Id(id): Id<CouncilId>) -> Result<Response, Error> {
    let page = page.nav("councils");
    coordinator(&page)?;
    let row = council(&page, id).await?;
    let db = page.app.db.reader();
    let today = page.app.clock.now().date().to_string();
    let members = read::council_members(db, id).await?;
    let (present, former): (Vec<_>, Vec<_>) = members.iter().partition(|one| !is_over(one, &today));
    let rows =
        |all: Vec<&council_member::Model>| all.into_iter().map(member_facts).collect::<Vec<_>>();
    let meetings = read::council_meetings(db, id).await?;
    let facts = json!({
        "council": facts(&row),
        "members": rows(present),
        "former": rows(former),
        "meetings": meetings.iter().map(meeting_facts).collect::<Vec<_>>(),
    });
    page.show("plans/council/one.html", &facts)
}

async fn council(page: &Page, id: CouncilId) -> Result<council::Model, Error> {
    let found = read::council(page.app.db.reader(), id).await?;
    found.ok_or_else(Error::not_found)
}

fn facts(row: &council::Model) -> Value {
    json!({ "id": row.id, "name": row.name, "purpose": row.purpose, "edition": row.edition })
}

fn is_over(row: &council_member::Model, on: &str) -> bool {
    row.valid_until.as_deref().is_some_and(|last| last < on)
}

fn member_facts(row: &council_member::Model) -> Value {
    json!({
        "id": row.id,
        "name": row.name,
        "organisation": row.organisation,
        "seat": row.seat,
        "valid_from": row.valid_from,
        "valid_until": row.valid_until,
        "edition": row.edition,
    })
}

/// A meeting as lists have it.
fn meeting_facts(row: &council_meeting::Model) -> Value {
    let state = match (&row.confirmed_at, row.minutes.is_empty()) {
        (Some(_), _) => "confirmed",
        (None, false) => "written",
        (None, true) => "none",
    };
    json!({
        "id": row.id,
        "number": row.number.to_string(),
        "held_on": row.held_on,
        "starts_at": row.starts_at,
        "ends_at": row.ends_at,
        "place": row.place,
        "agenda": crate::rules::items(&row.agenda).collect::<Vec<_>>(),
        "minutes": row.minutes,
        "state": state,
        "confirmed_at": row.confirmed_at.map(kernel::Instant::rfc3339),
        "edition": row.edition,
    })
}
