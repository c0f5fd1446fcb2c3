//! 申込時の質問: what is asked of those who enrol, written as long as the seminar is a draft.

use axum::response::Response;
use kernel::{Failed, transact};
use serde_json::{Value, json};
use surveys::{
    entity::survey_question::Kind,
    rows,
    rules::{ROWS, Written, moved, orphaned},
};
use web::{Error, Flash, Id, Page, Routes, Typed};

use super::{counter::found, keeper};
use crate::{
    Refused,
    entity::{
        SeminarId,
        seminar::{self, State},
    },
    letters::title,
    read, service,
};

const FORM: &str = "seminars/questions.html";

/// The routes of questions.
pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/counter/seminars/{id}/questions", form)
        .post("/counter/seminars/{id}/questions", write)
}

/// `GET /counter/seminars/{id}/questions`
async fn form(page: Page, Id(id): Id<SeminarId>) -> Result<Response, Error> {
    let page = page.nav("seminars");
    keeper(&page)?;
    let row = found(&page, id).await?.row;
    let asked = read::questions(page.app.db.reader(), id).await?;
    let typed = rows::filled(Typed::default(), &rows::written(&asked));
    let facts = given(&page, &row, asked.len() + 1, false).await?;
    page.form(FORM, &facts, &typed)
}

/// `POST /counter/seminars/{id}/questions`: saves them, or moves one about, which is saved later.
async fn write(page: Page, Id(id): Id<SeminarId>, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("seminars");
    keeper(&page)?;
    let row = found(&page, id).await?.row;
    let (written, shown) = sent(&typed);
    if let Some(moved) = moved(&written, shown, typed.text("act")) {
        return again(&page, &row, moved, typed.raw("edition")).await;
    }
    let edition = typed.number("edition").unwrap_or(0);
    let done = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::ask(work, id, edition, &written).await
    });
    match done.await {
        Ok(()) => {
            let flash = Flash::good("seminars-questions-saved", json!({}));
            Ok(page.go_saying(&format!("/counter/seminars/{id}"), &flash))
        }
        Err(failed) => {
            let facts = given(&page, &row, shown, false).await?;
            page.refused(failed.into(), FORM, &facts, &typed)
        }
    }
}

/// The form once more after a question was moved or taken out; what hung on that one is marked.
async fn again(
    page: &Page,
    row: &seminar::Model,
    (written, shown): (Vec<Written>, usize),
    edition: &str,
) -> Result<Response, Error> {
    let typed = rows::filled(Typed::default().or("edition", edition), &written);
    let facts = given(page, row, shown, true).await?;
    let orphaned = orphaned(&written);
    if orphaned.is_empty() {
        return page.form(FORM, &facts, &typed);
    }
    let refused = Failed::Refused(Refused::Invalid(orphaned));
    page.refused(refused.into(), FORM, &facts, &typed)
}

/// The rows that were sent, and how many are shown again: no fewer than say something.
fn sent(typed: &Typed) -> (Vec<Written>, usize) {
    let written = rows::typed(typed);
    let used = written.iter().rposition(|row| !row.is_empty());
    let shown = typed.number("rows").unwrap_or(1);
    let shown = used.map_or(shown, |at| shown.max(at + 1));
    (written, shown)
}

/// What the form is given; `moved` when it shows what is not saved yet.
async fn given(
    page: &Page,
    row: &seminar::Model,
    shown: usize,
    moved: bool,
) -> Result<Value, Error> {
    let shown = shown.clamp(1, ROWS.len());
    let asked = read::questions(page.app.db.reader(), row.id).await?;
    Ok(json!({
        "seminar": { "id": row.id, "title": title(row, page.lang), "edition": row.edition },
        "rows": (1..=shown).collect::<Vec<_>>(),
        "kinds": Kind::OF_APPLICATIONS.map(Kind::code),
        "may_more": shown < ROWS.len(),
        "moved": moved,
        "writes": row.state == State::Draft,
        "questions": surveys::asked(page, &asked),
    }))
}
