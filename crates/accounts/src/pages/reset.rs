//! A forgotten password.

use axum::response::Response;
use kernel::transact;
use serde_json::json;
use web::{ClientAddress, Error, Page, Routes, Typed};

use crate::{rules, service};

pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/reset", show)
        .post("/reset", send)
        .get("/reset/sent", sent)
}

const FORM: &str = "accounts/reset.html";

async fn show(page: Page, typed: Typed) -> Result<Response, Error> {
    page.form(FORM, &json!({}), &typed)
}

async fn send(
    page: Page,
    ClientAddress(address): ClientAddress,
    typed: Typed,
) -> Result<Response, Error> {
    let source = rules::source(address);
    let done = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::ask_reset(work, &source, typed.text("email")).await
    });
    match done.await {
        Ok(()) => Ok(page.go("/reset/sent")),
        Err(refused) => page.refused(refused.into(), FORM, &json!({}), &typed),
    }
}

/// The same for every address, known or not.
async fn sent(page: Page) -> Result<Response, Error> {
    page.show("accounts/reset_sent.html", &json!({}))
}
