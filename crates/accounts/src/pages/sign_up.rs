//! 利用者登録: a name and an address first, the password when the letter has come.

use axum::response::Response;
use serde_json::json;
use web::{ClientAddress, Error, Page, Routes, Typed};

use super::{asking::ask, names};
use crate::{rules, service};

pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/sign-up", show)
        .post("/sign-up", send)
        .get("/sign-up/sent", sent)
}

const FORM: &str = "accounts/sign_up.html";

async fn show(page: Page, typed: Typed) -> Result<Response, Error> {
    page.form(FORM, &json!({}), &typed)
}

async fn send(
    page: Page,
    ClientAddress(address): ClientAddress,
    typed: Typed,
) -> Result<Response, Error> {
    let asked = service::SignUp {
        names: names(&typed),
        email: typed.text("email").to_owned(),
        next: rules::next(typed.text("next")),
        lang: page.lang,
    };
    let source = rules::source(address);
    let verb = async |work: &_| service::ask_sign_up(work, &source, asked).await;
    ask(&page, FORM, &typed, verb, "/sign-up/sent").await
}

/// The same for every address, known or not.
async fn sent(page: Page) -> Result<Response, Error> {
    page.show("accounts/sign_up_sent.html", &json!({}))
}
