//! A forgotten password.

use axum::response::Response;
use serde_json::json;
use web::{ClientAddress, Error, Page, Routes, Typed};

use super::asking::ask;
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
    let email = typed.text("email");
    let verb = async |work: &_| service::ask_reset(work, &source, email).await;
    ask(&page, FORM, &typed, verb, "/reset/sent").await
}

/// The same for every address, known or not.
async fn sent(page: Page) -> Result<Response, Error> {
    page.show("accounts/reset_sent.html", &json!({}))
}
