//! A dispatch is approved, refused, or ended by the centre.

use axum::response::Response;
use kernel::{Failed, transact};
use serde_json::json;
use web::{Error, Flash, Id, Page, Typed};

use super::{given, seen};
use crate::{Refused, entity::DispatchId, rules::Approval, service};

const ONE: &str = "consultations/dispatch.html";

/// `POST /dispatches/{id}/approval`
pub(super) async fn approve(
    page: Page,
    Id(id): Id<DispatchId>,
    typed: Typed,
) -> Result<Response, Error> {
    seen(&page, id).await?;
    let (edition, approval) = (
        typed.number("edition").unwrap_or(0),
        Approval {
            times: typed.number("times"),
            note: typed.text("note").replace("\r\n", "\n"),
        },
    );
    let done = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::approve_dispatch(work, id, edition, &approval).await
    });
    let done = done.await;
    answered(page, (id, typed), done, "dispatches-approved").await
}

/// `POST /dispatches/{id}/refusal`
pub(super) async fn refuse(
    page: Page,
    Id(id): Id<DispatchId>,
    typed: Typed,
) -> Result<Response, Error> {
    seen(&page, id).await?;
    let edition = typed.number("edition").unwrap_or(0);
    let reason = typed.text("reason").replace("\r\n", "\n");
    let done = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::refuse_dispatch(work, id, edition, &reason).await
    });
    let done = done.await;
    answered(page, (id, typed), done, "dispatches-refused").await
}

/// `POST /dispatches/{id}/withdrawal`
pub(super) async fn withdraw(
    page: Page,
    Id(id): Id<DispatchId>,
    typed: Typed,
) -> Result<Response, Error> {
    seen(&page, id).await?;
    let edition = typed.number("edition").unwrap_or(0);
    let reason = typed.text("reason").replace("\r\n", "\n");
    let done = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::withdraw_dispatch(work, id, edition, &reason).await
    });
    let done = done.await;
    answered(page, (id, typed), done, "dispatches-withdrawn").await
}

/// Back to the dispatch, or its page again with what was refused.
async fn answered(
    page: Page,
    (id, typed): (DispatchId, Typed),
    done: Result<(), Failed<Refused>>,
    said: &str,
) -> Result<Response, Error> {
    match done {
        Ok(()) => {
            let flash = Flash::good(said, json!({}));
            Ok(page.go_saying(&format!("/dispatches/{id}"), &flash))
        }
        Err(failed) => {
            let page = page.nav("dispatches");
            let seen = seen(&page, id).await?;
            let facts = given(&page, &seen).await?;
            page.refused(failed.into(), ONE, &facts, &typed)
        }
    }
}
