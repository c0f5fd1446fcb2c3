//! Moving to another e-mail address.

use axum::response::Response;
use kernel::transact;
use serde_json::json;
use web::{ClientAddress, Error, Flash, Page, Routes, Typed};

use super::proven;
use crate::{rules, service};

pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/mypage/address", show)
        .post("/mypage/address", send)
}

const FORM: &str = "accounts/address.html";

async fn show(page: Page) -> Result<Response, Error> {
    page.person()?;
    page.form(FORM, &json!({}), &Typed::default())
}

async fn send(
    page: Page,
    ClientAddress(address): ClientAddress,
    typed: Typed,
) -> Result<Response, Error> {
    match ask(&page, &rules::source(address), &typed).await {
        Ok(()) => {
            let flash = Flash::good("accounts-flash-change-sent", json!({}));
            Ok(page.go_saying("/mypage/profile", &flash))
        }
        Err(error) => page.refused(error, FORM, &json!({}), &typed),
    }
}

async fn ask(page: &Page, source: &str, typed: &Typed) -> Result<(), Error> {
    let person = page.person()?.person;
    proven(page, source, typed).await?;
    transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::ask_change(work, source, person, typed.text("email")).await
    })
    .await?;
    Ok(())
}
