//! 協定: the agreements with partners, one with its term, ending it.

mod write;

use axum::response::Response;
use japan::calendar::parse_date;
use kernel::{Failed, transact};
use serde_json::{Value, json};
use web::{
    Error, Id, Page, Routes, Typed, sent,
    sheet::{Column, Form, List},
};

use super::{
    coordination::{agency_options, chosen, kept},
    coordinator,
};
use crate::{
    CoordinationRefused as Refused,
    entity::AgreementId,
    read::{self, Agreement, AgreementFilter},
    rules::AgreementState,
    service,
};

const ONE: &str = "plans/coordination/agreement.html";

const AGREEMENTS: List = List {
    name: "agreements",
    taken: None,
    columns: &[
        Column::Text("coordination-label-agency", "/agency"),
        Column::Text("coordination-label-agreement", "/name"),
        Column::Said("coordination-label-state", "/state", "coordination-state-"),
        Column::Date("coordination-label-signed", "/signed_on"),
        Column::Date("coordination-label-from", "/valid_from"),
        Column::Date("coordination-label-until", "/valid_until"),
        Column::Date("coordination-label-notice-on", "/notice_on"),
        Column::Date("coordination-label-ended", "/ended_on"),
        Column::Text("coordination-label-ended-why", "/ended_why"),
        Column::Text("coordination-label-about", "/about"),
    ],
};

/// The routes of agreements.
pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/agreements", all)
        .post("/agreements", write::create)
        .get("/agreements/new", write::new)
        .get("/agreements/{id}", one)
        .post("/agreements/{id}", write::change)
        .get("/agreements/{id}/edit", write::edit)
        .post("/agreements/{id}/end", end)
        .post("/agreements/{id}/end/withdrawal", resume)
}

/// `GET /agreements?q=&agency=&state=&as=`: without a state, those that are not over.
async fn all(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("coordination");
    coordinator(&page)?;
    let filter = AgreementFilter {
        asked: typed.text("q").to_owned(),
        agency: typed.text("agency").parse().ok(),
    };
    let today = page.app.clock.now().date();
    let mut found = read::agreements(page.app.db.reader(), &filter, today).await?;
    found.retain(|one| is_asked(one.state, typed.text("state")));
    let rows: Vec<Value> = found.iter().map(facts).collect();
    if let Some(form) = Form::asked(&typed)? {
        return page.file_of_today(form, &AGREEMENTS, &rows).await;
    }
    let kept = kept(&typed, &["q", "agency", "state"]);
    let facts = json!({
        "agreements": rows,
        "states": AgreementState::ALL,
        "agencies": agency_options(&page, &chosen(&typed, "agency")).await?,
        "narrowed": !kept.is_empty(),
        "kept": kept,
    });
    page.form("plans/coordination/agreements.html", &facts, &typed)
}

fn is_asked(state: AgreementState, asked: &str) -> bool {
    match asked {
        "" => !matches!(state, AgreementState::Renewed | AgreementState::Ended),
        "all" => true,
        code => json!(state) == code,
    }
}

/// `GET /agreements/{id}`
async fn one(page: Page, Id(id): Id<AgreementId>) -> Result<Response, Error> {
    let page = page.nav("coordination");
    coordinator(&page)?;
    let found = seen(&page, id).await?;
    let typed = Typed::default()
        .or("ended_on", found.row.ended_on.as_deref().unwrap_or(""))
        .or("ended_why", found.row.ended_why.as_deref().unwrap_or(""));
    page.form(ONE, &json!({ "agreement": facts(&found) }), &typed)
}

/// `POST /agreements/{id}/end`: before its time, with a reason.
async fn end(page: Page, Id(id): Id<AgreementId>, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("coordination");
    coordinator(&page)?;
    let (seen, last) = (typed.number("edition"), parse_date(typed.text("ended_on")));
    let why = typed.text("ended_why").replace("\r\n", "\n");
    let ended = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        let seen = seen.ok_or(Refused::Changed)?;
        service::end_agreement(work, id, seen, last, &why).await
    });
    answer(&page, id, &typed, ended.await, "coordination-ended").await
}

/// `POST /agreements/{id}/end/withdrawal`: it goes on.
async fn resume(page: Page, Id(id): Id<AgreementId>, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("coordination");
    coordinator(&page)?;
    let seen = typed.number("edition");
    let resumed = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::resume_agreement(work, id, seen.ok_or(Refused::Changed)?).await
    });
    answer(&page, id, &typed, resumed.await, "coordination-resumed").await
}

/// Back to the agreement with a word of what was done, or its page with why not.
async fn answer(
    page: &Page,
    id: AgreementId,
    typed: &Typed,
    done: Result<(), Failed<Refused>>,
    said: &str,
) -> Result<Response, Error> {
    let done = done.map(|()| format!("/agreements/{id}"));
    let facts = async { Ok(json!({ "agreement": facts(&seen(page, id).await?) })) };
    sent::answer(page, (ONE, typed), done, said, facts).await
}

async fn seen(page: &Page, id: AgreementId) -> Result<Agreement, Error> {
    let today = page.app.clock.now().date();
    let found = read::agreement(page.app.db.reader(), id, today).await?;
    found.ok_or_else(Error::not_found)
}

/// An agreement as pages and files have it.
fn facts(one: &Agreement) -> Value {
    let row = &one.row;
    json!({
        "id": row.id,
        "agency_id": row.agency_id,
        "agency": one.agency,
        "name": row.name,
        "about": row.about,
        "signed_on": row.signed_on,
        "valid_from": row.valid_from,
        "valid_until": row.valid_until,
        "notice_days": row.notice_days,
        "notice_on": one.term.notice_on().filter(|_| row.ended_on.is_none()),
        "state": one.state,
        "follows": row.follows,
        "next": one.next,
        "ended_on": row.ended_on,
        "ended_why": row.ended_why,
        "edition": row.edition,
        "written_at": row.written_at.rfc3339(),
    })
}
