//! ログイン and ログアウト.

use axum::{http::HeaderMap, response::Response};
use kernel::{Fault, PersonId, Role, transact};
use serde_json::json;
use web::{ClientAddress, Error, Flash, Page, Routes, Typed, cookies};

use super::{enter, without_step};
use crate::{
    identify::{COOKIE, STEP_COOKIE},
    read, rules, service,
};

pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/sign-in", show)
        .post("/sign-in", sign_in)
        .post("/sign-out", sign_out)
}

const FORM: &str = "accounts/sign_in.html";

async fn show(page: Page, typed: Typed) -> Result<Response, Error> {
    if let Some(viewer) = &page.viewer {
        return Ok(page.go(&onwards(&typed, viewer.actor.roles.is_staff())));
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
        Ok(proof) => {
            let onwards = onwards(&typed, is_staff(&page, proof.person).await?);
            enter(&page, &headers, &proof, &onwards, None).await
        }
        Err(refused) => page.refused(refused.into(), FORM, &json!({}), &typed),
    }
}

/// Where the person was going, else where their day begins: the counter, or マイページ.
fn onwards(typed: &Typed, staff: bool) -> String {
    let home = if staff { "/counter" } else { "/mypage" };
    rules::next(typed.text("next")).unwrap_or_else(|| home.to_owned())
}

async fn is_staff(page: &Page, person: PersonId) -> Result<bool, Fault> {
    let known = read::person(page.app.db.reader(), person).await?;
    let staff = [Role::Reception, Role::Coordinator, Role::Manager];
    Ok(known.is_some_and(|known| {
        let is = |role: Role| known.role_keys.contains(&format!("role-{}", role.code()));
        staff.into_iter().any(is)
    }))
}

async fn sign_out(page: Page, headers: HeaderMap) -> Result<Response, Error> {
    let site = &page.app.site;
    let session = cookies::read(site, &headers, COOKIE);
    let step = cookies::read(site, &headers, STEP_COOKIE);
    if session.is_some() || step.is_some() {
        transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
            service::end_step(work, step.as_deref().unwrap_or_default()).await?;
            service::sign_out(work, session.as_deref().unwrap_or_default()).await
        })
        .await?;
    }
    let mut response = page.go_saying("/", &Flash::good("accounts-flash-signed-out", json!({})));
    let removal = cookies::set(site, COOKIE, String::new(), Some(0));
    cookies::add(response.headers_mut(), removal);
    Ok(without_step(&page, response))
}
