//! Changing the password.

use axum::{Extension, response::Response};
use kernel::{Failed, transact};
use serde_json::json;
use web::{ClientAddress, Error, Flash, Page, Routes, Typed};

use super::proven;
use crate::{Refused, entity::SessionId, identify::CurrentSession, password, rules, service};

pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/mypage/password", show)
        .post("/mypage/password", change)
}

const FORM: &str = "accounts/password.html";

async fn show(page: Page) -> Result<Response, Error> {
    page.person()?;
    page.form(FORM, &json!({}), &Typed::default())
}

async fn change(
    page: Page,
    ClientAddress(address): ClientAddress,
    current: Option<Extension<CurrentSession>>,
    typed: Typed,
) -> Result<Response, Error> {
    let this = current.map(|Extension(CurrentSession(id))| id);
    match set(&page, &rules::source(address), this, &typed).await {
        Ok(()) => {
            let flash = Flash::good("accounts-flash-password-changed", json!({}));
            Ok(page.go_saying("/mypage/profile", &flash))
        }
        Err(error) => page.refused(error, FORM, &json!({}), &typed),
    }
}

async fn set(
    page: &Page,
    source: &str,
    this: Option<SessionId>,
    typed: &Typed,
) -> Result<(), Error> {
    let person = page.person()?.person;
    let profile = proven(page, source, typed).await?;
    let password = typed.raw("password");
    let own = [&*profile.names.full(), &*profile.names.reading()];
    if let Some(wrong) = rules::password_is_wrong(password, &profile.email, &own) {
        return Err(Failed::from(Refused::Invalid(vec![wrong])).into());
    }
    let hash = password::hash(password).await?;
    transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::change_password(work, person, hash, this).await
    })
    .await?;
    Ok(())
}
