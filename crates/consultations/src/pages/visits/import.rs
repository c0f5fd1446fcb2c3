//! Targets are entered from a table: shown first, line by line, and then taken whole or not at all.

use axum::{
    extract::{FromRequest, Multipart, Request, multipart::MultipartError},
    http::StatusCode,
    response::Response,
};
use kernel::transact;
use plans::rules::table::{self, Wrong};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use super::{facts, runner};
use crate::{
    entity::VisitCampaignId,
    read,
    rules::{TARGET_COLUMNS, TargetDraft, visit_targets},
    service,
};

const FORM: &str = "consultations/visit_import.html";

/// `GET /visits/{id}/import`
pub(super) async fn form(page: Page, Id(id): Id<VisitCampaignId>) -> Result<Response, Error> {
    let page = page.nav("visits");
    let facts = given(&page, id).await?;
    page.form(FORM, &facts, &Typed::default())
}

/// `POST /visits/{id}/import`: a file, or text that was pasted; what would be entered, or what is wrong.
pub(super) async fn preview(
    page: Page,
    Id(id): Id<VisitCampaignId>,
    request: Request,
) -> Result<Response, Error> {
    let page = page.nav("visits");
    let mut facts = given(&page, id).await?;
    // Only now: who may not write is told so before anything is read.
    let parts = Multipart::from_request(request, &page.app).await;
    let parts = parts.map_err(|rejection| Error::Status(rejection.status()))?;
    let text = handed(parts).await?;
    let read = match &text {
        Ok(text) => targets(&page, id, text).await?,
        Err(table::Unreadable) => Err(vec![unreadable()]),
    };
    facts["text"] = json!(text.unwrap_or_default());
    answered(&page, facts, read)
}

/// `POST /visits/{id}/import/entry`: what was shown is entered.
pub(super) async fn enter(
    page: Page,
    Id(id): Id<VisitCampaignId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("visits");
    let facts = given(&page, id).await?;
    let rows = match targets(&page, id, typed.raw("text")).await? {
        Ok(rows) => rows,
        wrong => return answered(&page, facts, wrong),
    };
    let entered = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::enter_targets(work, id, &rows).await
    });
    entered.await?;
    let flash = Flash::good("visits-import-entered", json!({ "count": rows.len() }));
    Ok(page.go_saying(&format!("/visits/{id}"), &flash))
}

/// The text of what was handed over: of the file, else what was pasted.
async fn handed(mut parts: Multipart) -> Result<Result<String, table::Unreadable>, Error> {
    let mut pasted = String::new();
    let mut file = None;
    while let Some(field) = parts.next_field().await.map_err(|error| cut(&error))? {
        let is_file = field.file_name().is_some();
        let is_pasted = field.name() == Some("pasted");
        let bytes = field.bytes().await.map_err(|error| cut(&error))?;
        if is_file && !bytes.is_empty() {
            file = Some(table::text(&bytes));
        } else if is_pasted {
            pasted = String::from_utf8_lossy(&bytes).into_owned();
        }
    }
    Ok(file.unwrap_or(Ok(pasted)))
}

/// A form that ends too early, or is too large.
fn cut(error: &MultipartError) -> Error {
    let status = error.status();
    Error::Status(if status.is_server_error() {
        StatusCode::BAD_REQUEST
    } else {
        status
    })
}

async fn targets(
    page: &Page,
    id: VisitCampaignId,
    text: &str,
) -> Result<Result<Vec<TargetDraft>, Vec<Wrong>>, Error> {
    let (headings, records) = table::records(text);
    let there = read::targets_of(page.app.db.reader(), id).await?;
    let known = there
        .into_iter()
        .map(|one| (one.row.company, one.row.address));
    let known: Vec<(String, String)> = known.collect();
    Ok(visit_targets(&headings, &records, &known))
}

const fn unreadable() -> Wrong {
    Wrong {
        line: 1,
        column: None,
        key: "plans-import-unreadable",
        args: Value::Null,
    }
}

/// The page again: with every line that is wrong (422), or with what would be entered.
fn answered(
    page: &Page,
    mut facts: Value,
    read: Result<Vec<TargetDraft>, Vec<Wrong>>,
) -> Result<Response, Error> {
    match read {
        Ok(rows) => {
            let row = |one: &TargetDraft| json!({ "company": one.company, "address": one.address, "telephone": one.telephone, "note": one.note });
            facts["rows"] = rows.iter().map(row).collect();
            page.show(FORM, &facts)
        }
        Err(wrong) => {
            let row = |one: &Wrong| json!({ "line": one.line, "column": one.column, "key": one.key, "args": one.args });
            facts["wrong"] = wrong.iter().map(row).collect();
            page.again(FORM, &facts, &Typed::default(), &[])
        }
    }
}

async fn given(page: &Page, id: VisitCampaignId) -> Result<Value, Error> {
    runner(page)?;
    let today = page.app.clock.now().date();
    let mut campaigns = read::campaigns(page.app.db.reader()).await?.into_iter();
    let campaign = campaigns.find(|one| one.row.id == id);
    Ok(json!({
        "campaign": facts::campaign(&campaign.ok_or_else(Error::not_found)?, today),
        "columns": TARGET_COLUMNS,
        "text": "",
        "rows": [],
        "wrong": [],
    }))
}
