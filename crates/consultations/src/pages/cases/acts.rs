//! What is to be done, following up, closing.

use axum::response::Response;
use japan::calendar::parse_date;
use kernel::{Instant, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed, sent};

use super::{handled, triage::again};
use crate::{
    entity::{
        ActionId, CaseId, FollowUpId,
        case::{Outcome, State},
        case_action::{self, Owner},
        follow_up,
    },
    pages::{facts, viewer},
    read,
    rules::{ActionDraft, Closing},
    service,
};

/// Something to be done, as pages have it.
pub(super) fn action(row: &case_action::Model) -> Value {
    json!({
        "id": row.id, "what": row.what, "owner": row.owner.code(), "due_on": row.due_on,
        "done_on": row.done_on, "edition": row.edition,
    })
}

/// A time of asking again, as pages have it.
pub(super) fn follow_up_facts(row: &follow_up::Model) -> Value {
    json!({
        "id": row.id, "months": row.months, "due_on": row.due_on,
        "sent_at": row.sent_at.map(Instant::rfc3339), "done_at": row.done_at.map(Instant::rfc3339),
        "note": row.note,
    })
}

/// `POST /cases/{id}/actions`
pub(super) async fn add_action(
    page: Page,
    Id(id): Id<CaseId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("cases");
    viewer(&page)?;
    let draft = ActionDraft {
        what: typed.text("what").replace("\r\n", "\n"),
        owner: Owner::parse(typed.text("owner")),
        due_on: parse_date(typed.text("due_on")),
    };
    let added = sent::once(&page, &typed, async |work| {
        service::add_action(work, id, &draft).await
    });
    match added.await {
        Ok(_) => Ok(saved(&page, id, "actions-added")),
        Err(failed) => again(&page, id, failed.into(), &typed).await,
    }
}

/// `POST /cases/{id}/actions/{action}/completion`
pub(super) async fn complete(
    page: Page,
    Id(of): Id<(CaseId, ActionId)>,
    typed: Typed,
) -> Result<Response, Error> {
    viewer(&page)?;
    let seen = typed.number("edition").unwrap_or(0);
    let done = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::complete_action(work, of, seen).await
    });
    done.await?;
    Ok(saved(&page, of.0, "actions-done"))
}

/// `POST /cases/{id}/actions/{action}/completion/withdrawal`
pub(super) async fn reopen_action(
    page: Page,
    Id(of): Id<(CaseId, ActionId)>,
    typed: Typed,
) -> Result<Response, Error> {
    viewer(&page)?;
    let seen = typed.number("edition").unwrap_or(0);
    let opened = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::reopen_action(work, of, seen).await
    });
    opened.await?;
    Ok(saved(&page, of.0, "actions-reopened"))
}

/// `POST /cases/{id}/follow-ups/{follow_up}`
pub(super) async fn follow_up(
    page: Page,
    Id((id, follow_up)): Id<(CaseId, FollowUpId)>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("cases");
    viewer(&page)?;
    let note = typed.text("note").replace("\r\n", "\n");
    let done = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::follow_up(work, (id, follow_up), &note).await
    });
    match done.await {
        Ok(()) => Ok(saved(&page, id, "follow-ups-done")),
        Err(failed) => again(&page, id, failed.into(), &typed).await,
    }
}

/// `GET /cases/{id}/closing`
pub(super) async fn closing(page: Page, Id(id): Id<CaseId>) -> Result<Response, Error> {
    let page = page.nav("cases");
    let case = handled(&page, id).await?;
    if case.row.state == State::Closed {
        return Ok(page.go(&format!("/cases/{id}")));
    }
    let filled = Typed::default().or("edition", &case.row.edition.to_string());
    page.form(
        "consultations/closing.html",
        &closing_facts(&page, &case)?,
        &filled,
    )
}

/// `POST /cases/{id}/closing`
pub(super) async fn close(page: Page, Id(id): Id<CaseId>, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("cases");
    let case = handled(&page, id).await?;
    let wish = Closing {
        outcome: Outcome::parse(typed.text("outcome")),
        note: typed.text("note").replace("\r\n", "\n"),
    };
    let seen = typed.number("edition").unwrap_or(0);
    let closed = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::close(work, id, seen, &wish).await
    });
    match closed.await {
        Ok(()) => Ok(saved(&page, id, "cases-closed-now")),
        Err(failed) => {
            let facts = closing_facts(&page, &case)?;
            page.refused(failed.into(), "consultations/closing.html", &facts, &typed)
        }
    }
}

fn closing_facts(page: &Page, case: &read::CasePage) -> Result<Value, Error> {
    Ok(json!({
        "case": { "id": case.row.id, "reference": case.row.reference, "edition": case.row.edition },
        "choices": facts::choices(page)?,
    }))
}

/// `POST /cases/{id}/closing/withdrawal`
pub(super) async fn reopen(
    page: Page,
    Id(id): Id<CaseId>,
    typed: Typed,
) -> Result<Response, Error> {
    viewer(&page)?;
    let seen = typed.number("edition").unwrap_or(0);
    let opened = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::reopen(work, id, seen).await
    });
    opened.await?;
    Ok(saved(&page, id, "cases-reopened"))
}

pub(super) fn saved(page: &Page, id: CaseId, key: &str) -> Response {
    page.go_saying(&format!("/cases/{id}"), &Flash::good(key, json!({})))
}
