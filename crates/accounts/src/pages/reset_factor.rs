//! 二要素認証の解除: the manager takes the second factor of someone who lost their device.

use axum::response::Response;
use kernel::{PersonId, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Routes, Typed};

use crate::{read, rules, service};

pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/counter/people/{id}/second-factor", ask)
        .post("/counter/people/{id}/second-factor", reset)
}

const FORM: &str = "accounts/reset_factor.html";

/// The person and their second factor, for the manager only.
async fn facts(page: &Page, id: PersonId) -> Result<Value, Error> {
    page.staff()?;
    if !rules::may_reset_second_factor(&page.actor(), id) {
        return Err(Error::forbidden());
    }
    let db = page.app.db.reader();
    let person = read::person(db, id).await?.ok_or_else(Error::not_found)?;
    let factor = read::second_factor(db, id).await?;
    let factor = factor.ok_or_else(Error::not_found)?;
    Ok(json!({ "person": person, "factor": factor }))
}

async fn ask(page: Page, Id(id): Id<PersonId>) -> Result<Response, Error> {
    let page = page.nav("people");
    let facts = facts(&page, id).await?;
    page.form(FORM, &facts, &Typed::default())
}

async fn reset(page: Page, Id(id): Id<PersonId>) -> Result<Response, Error> {
    let page = page.nav("people");
    facts(&page, id).await?;
    transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::reset_second_factor(work, id).await
    })
    .await?;
    let flash = Flash::good("accounts-flash-second-factor-reset", json!({}));
    Ok(page.go_saying(&format!("/counter/people/{id}"), &flash))
}
