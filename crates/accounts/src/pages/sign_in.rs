//! ログイン and ログアウト.

use axum::{http::HeaderMap, response::Response};
use kernel::transact;
use serde_json::json;
use web::{ClientAddress, Error, Flash, Page, Routes, Typed, cookies};

use super::cookie_of;
use crate::{identify::COOKIE, rules, service};

pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/sign-in", show)
        .post("/sign-in", sign_in)
        .post("/sign-out", sign_out)
}

const FORM: &str = "accounts/sign_in.html";

async fn show(page: Page, typed: Typed) -> Result<Response, Error> {
    if page.viewer.is_some() {
        return Ok(page.go(&onwards(&typed)));
    }
    page.form(FORM, &json!({}), &typed)
}

async fn sign_in(
    page: Page,
    ClientAddress(address): ClientAddress,
    headers: HeaderMap,
    typed: Typed,
) -> Result<Response, Error> {
    let (email, password) = (typed.text("email"), typed.raw("password"));
    let asking = (&page.app.db, &page.app.clock, page.actor());
    match service::prove(asking, &rules::source(address), email, password).await {
        Ok(person) => {
            let cookie = cookie_of(&page, &headers, person).await?;
            let mut response = page.go(&onwards(&typed));
            cookies::add(response.headers_mut(), cookie);
            Ok(response)
        }
        Err(refused) => page.refused(refused.into(), FORM, &json!({}), &typed),
    }
}

/// Where the person was going, else マイページ.
fn onwards(typed: &Typed) -> String {
    rules::next(typed.text("next")).unwrap_or_else(|| "/mypage".to_owned())
}

async fn sign_out(page: Page, headers: HeaderMap) -> Result<Response, Error> {
    let site = &page.app.site;
    if let Some(presented) = cookies::read(site, &headers, COOKIE) {
        transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
            service::sign_out(work, &presented).await
        })
        .await?;
    }
    let mut response = page.go_saying("/", &Flash::good("accounts-flash-signed-out", json!({})));
    let removal = cookies::set(site, COOKIE, String::new(), Some(0));
    cookies::add(response.headers_mut(), removal);
    Ok(response)
}
