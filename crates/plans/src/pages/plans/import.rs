//! Programmes are entered from a table: shown first, line by line, and then taken whole or not at all.

use axum::{
    extract::{FromRequest, Multipart, Request, multipart::MultipartError},
    http::StatusCode,
    response::Response,
};
use kernel::transact;
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use super::{
    acts::{answer, seen_version},
    facts,
    programme_form::draft,
};
use crate::{
    entity::PlanId,
    read::{
        contents,
        plans::{Plan, Version, known},
    },
    rules::{
        programme::Programme,
        table::{self, Wrong},
    },
    service::programmes as service,
};

const FORM: &str = "plans/import.html";

/// `GET /plans/{id}/import`
pub(in super::super) async fn form(page: Page, Id(id): Id<PlanId>) -> Result<Response, Error> {
    let page = page.nav("plans");
    let Some((plan, draft)) = draft(&page, id).await? else {
        return Ok(page.go(&format!("/plans/{id}")));
    };
    page.form(FORM, &facts(&plan, &draft), &Typed::default())
}

/// `POST /plans/{id}/import`: a file, or text that was pasted; what would be entered, or what is wrong.
pub(in super::super) async fn preview(
    page: Page,
    Id(id): Id<PlanId>,
    request: Request,
) -> Result<Response, Error> {
    let page = page.nav("plans");
    let Some((plan, draft)) = draft(&page, id).await? else {
        return Ok(page.go(&format!("/plans/{id}")));
    };
    // Only now: who may not write is told so before anything is read.
    let parts = Multipart::from_request(request, &page.app).await;
    let parts = parts.map_err(|rejection| Error::Status(rejection.status()))?;
    let text = handed(parts).await?;
    let read = match &text {
        Ok(text) => read(&page, &plan, text).await?,
        Err(table::Unreadable) => Err(vec![unreadable()]),
    };
    let mut facts = facts(&plan, &draft);
    facts["text"] = json!(text.unwrap_or_default());
    answered(&page, &draft, facts, read).await
}

/// `POST /plans/{id}/import/entry`: what was shown is entered.
pub(in super::super) async fn enter(
    page: Page,
    Id(id): Id<PlanId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("plans");
    let Some((plan, draft)) = draft(&page, id).await? else {
        return Ok(page.go(&format!("/plans/{id}")));
    };
    let table = match read(&page, &plan, typed.raw("text")).await? {
        Ok(table) => table,
        wrong => return answered(&page, &draft, facts(&plan, &draft), wrong).await,
    };
    let entered = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::enter(work, id, seen_version(&typed, "edition")?, &table).await
    });
    match entered.await {
        Ok(()) => {
            let flash = Flash::good("plans-import-entered", json!({ "count": table.len() }));
            Ok(page.go_saying(&format!("/plans/{id}"), &flash))
        }
        failed => answer(&page, id, &Typed::default(), failed, "plans-import-entered").await,
    }
}

/// The text of what was handed over: of the file, else what was pasted.
async fn handed(mut parts: Multipart) -> Result<Result<String, table::Unreadable>, Error> {
    let mut pasted = String::new();
    let mut file = None;
    while let Some(field) = parts
        .next_field()
        .await
        .map_err(|error| cut_short(&error))?
    {
        let is_file = field.file_name().is_some();
        let is_pasted = field.name() == Some("pasted");
        let bytes = field.bytes().await.map_err(|error| cut_short(&error))?;
        if is_file && !bytes.is_empty() {
            file = Some(table::text(&bytes));
        } else if is_pasted {
            pasted = String::from_utf8_lossy(&bytes).into_owned();
        }
    }
    Ok(file.unwrap_or(Ok(pasted)))
}

/// A form that ends too early, or is too large.
fn cut_short(error: &MultipartError) -> Error {
    let status = error.status();
    Error::Status(if status.is_server_error() {
        StatusCode::BAD_REQUEST
    } else {
        status
    })
}

async fn read(
    page: &Page,
    plan: &Plan,
    text: &str,
) -> Result<Result<Vec<Programme>, Vec<Wrong>>, Error> {
    let (headings, records) = table::records(text);
    Ok(table::programmes(
        &headings,
        &records,
        &known(page.app.db.reader(), &page.actor(), plan).await?,
    ))
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
async fn answered(
    page: &Page,
    draft: &Version,
    mut facts: Value,
    read: Result<Vec<Programme>, Vec<Wrong>>,
) -> Result<Response, Error> {
    match read {
        Ok(programmes) => {
            let there = contents::numbers(page.app.db.reader(), draft.row.id).await?;
            let row = |one: &Programme| {
                json!({
                    "number": one.number,
                    "goal": one.goal,
                    "name": one.name,
                    "owner_department": one.owner_department,
                    "related_departments": one.related_departments,
                    "is_priority": one.is_priority,
                    "is_new": one.is_new,
                    "measures": one.measures.iter().map(facts::measure).collect::<Vec<_>>(),
                    "replaces": there.iter().any(|(number, _)| *number == one.number),
                })
            };
            facts["rows"] = programmes.iter().map(row).collect();
            page.show(FORM, &facts)
        }
        Err(wrong) => {
            let row = |one: &Wrong| json!({ "line": one.line, "column": one.column, "key": one.key, "args": one.args });
            facts["wrong"] = wrong.iter().map(row).collect();
            page.again(FORM, &facts, &Typed::default(), &[])
        }
    }
}

fn facts(plan: &Plan, draft: &Version) -> Value {
    json!({
        "plan": facts::plan(plan),
        "version": facts::version(draft),
        "columns": table::COLUMNS,
        "text": "",
        "rows": [],
        "wrong": [],
    })
}
