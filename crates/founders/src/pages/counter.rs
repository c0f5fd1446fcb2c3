//! 窓口・区 › 創業の証明: applications, one founder's evidence, and what is done next.

use axum::response::Response;
use serde_json::{Value, json};
use web::{
    Error, Id, Page, Routes, Typed, sent,
    sheet::{Column, Form, List},
};

use super::{acts, facts, only, paper};
use crate::{
    entity::{self, ApplicationId, application},
    read::{self, Listed},
    rules::{Founder, Frozen, Role, acts_as, may_follow, may_look, may_read},
};

const LIST: &str = "founders/counter.html";
pub(super) const ONE: &str = "founders/counter_one.html";

/// The list as a file.
const FILE: List = List {
    name: "founders",
    taken: Some("founder.list_taken"),
    columns: &[
        Column::Time("founders-label-asked", "/asked_at"),
        Column::Text("founders-label-holder", "/holder"),
        Column::Text("founders-label-kana", "/kana"),
        Column::Text("founders-label-name", "/name"),
        Column::Said("founders-label-form", "/form", "founders-form-"),
        Column::Text("founders-label-head-office", "/head_office"),
        Column::Text("founders-label-field", "/field"),
        Column::Date("founders-label-day", "/day"),
        Column::Said("founders-label-state", "/state", "founders-state-"),
        Column::Text("founders-label-number", "/certificate/number"),
    ],
};

/// The routes of those who confirm and issue.
pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/counter/founders", all)
        .get("/counter/founders/{id}", one)
        .get("/counter/founders/{id}/certificate", paper::counter)
        .post("/counter/founders/{id}/confirmation", acts::confirm)
        .post("/counter/founders/{id}/forwarding", acts::forward)
        .post("/counter/founders/{id}/return", acts::give_back)
        .post("/counter/founders/{id}/refusal", acts::refuse)
        .post("/counter/founders/{id}/certificate", acts::issue)
        .post("/counter/founders/{id}/revocation", acts::revoke)
}

/// `GET /counter/founders?q=&state=&sort=&as=`
async fn all(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("founders");
    only(&page, may_look)?;
    let ward_only = !may_follow(&page.actor());
    let found = read::applications(page.app.db.reader(), ward_only).await?;
    let (asked, state) = (typed.text("q"), typed.text("state"));
    let fits = |one: &Listed| (state.is_empty() || one.row.state == state) && names(one, asked);
    let mut rows: Vec<&Listed> = found.iter().filter(|one| fits(one)).collect();
    sorted(&mut rows, typed.text("sort"));
    let rows: Vec<Value> = rows
        .into_iter()
        .map(|one| facts::application(&page, one))
        .collect();
    if let Some(form) = Form::asked(&typed)? {
        return page.file_of_today(form, &FILE, &rows).await;
    }
    let states = crate::rules::State::ALL.iter().map(|one| one.code());
    let sorts = ["asked", "name", "due"].into_iter();
    let facts = json!({
        "applications": rows,
        "states": facts::options(&page, "state", states)?,
        "sorts": facts::options(&page, "sort", sorts)?,
    });
    page.form(LIST, &facts, &typed)
}

/// Whether an application is one that somebody searches.
fn names(one: &Listed, asked: &str) -> bool {
    let key = accounts::rules::asked_key(asked);
    let who = one.who.as_ref();
    let words = [
        who.map(|who| who.name.as_str()),
        who.map(|who| who.kana.as_str()),
        Some(one.row.name.as_str()),
        Some(one.row.head_office.as_str()),
    ];
    let mut words = words.into_iter().flatten();
    words.any(|word| accounts::rules::asked_key(word).contains(&key))
}

/// The latest first, by the reading of the name, or by the day on which the ward answers.
fn sorted(rows: &mut [&Listed], by: &str) {
    match by {
        "name" => rows.sort_by_key(|one| one.who.as_ref().map(|who| who.kana.clone())),
        "due" => rows.sort_by_key(|one| {
            let waits = one.row.state == "forwarded";
            (!waits, one.row.answer_due.clone())
        }),
        _ => {}
    }
}

/// `GET /counter/founders/{id}`
async fn one(page: Page, Id(id): Id<ApplicationId>) -> Result<Response, Error> {
    let page = page.nav("founders");
    only(&page, may_look)?;
    let facts = given(&page, id).await?;
    page.form(ONE, &facts, &sent::named(Typed::default()))
}

/// One application that the reader may see, with the evidence of today and that which was confirmed.
pub(super) async fn given(page: &Page, id: ApplicationId) -> Result<Value, Error> {
    let db = page.app.db.reader();
    let one = found(page, id).await?;
    let (plan, laws) = (read::plan(db).await?, read::laws(db).await?);
    let person = one.row.person_id;
    let came = read::came(db, &[person]).await?.remove(&person);
    let came = read::told(&plan, came.unwrap_or_default());
    let today = page.app.clock.now().date();
    let progress = founder(&one.row)
        .map(|own| read::progress_of(&plan, &laws, &came, own, today))
        .map(|found| facts::progress(page, &found, &came, true))
        .transpose()?;
    let role = entity::state(&one.row.state).and_then(|state| acts_as(&page.actor(), state));
    Ok(json!({
        "application": facts::application(page, &one),
        "progress": progress,
        "frozen": frozen(&one.row),
        "manages": role == Some(Role::Manager),
        "issues": role == Some(Role::Ward),
        "source": plan.on(today).map(|row| row.source.as_str()),
    }))
}

/// An application that the reader may see.
async fn found(page: &Page, id: ApplicationId) -> Result<Listed, Error> {
    let found = read::application(page.app.db.reader(), id).await?;
    let seen = |one: &Listed| may_read(&page.actor(), one.row.forwarded_at.is_some());
    found.filter(seen).ok_or_else(Error::not_found)
}

/// The evidence as it was confirmed.
fn frozen(row: &application::Model) -> Option<Frozen> {
    let kept = row.evidence.as_deref()?;
    serde_json::from_str(kept).ok()
}

fn founder(row: &application::Model) -> Option<Founder> {
    let standing = entity::standing(&row.standing)?;
    let day = row.day.parse().ok()?;
    Some(Founder { standing, day })
}
