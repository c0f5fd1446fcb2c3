//! API tokens: made, shown once, listed, ended.

use axum::response::Response;
use kernel::{Failed, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Routes, Typed};

use crate::{
    Refused,
    entity::{TokenId, api_token::Scope},
    read, rules, service,
};

pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/mypage/tokens", list)
        .post("/mypage/tokens", make)
        .post("/mypage/tokens/{id}/end", end)
}

const LIST: &str = "accounts/tokens.html";

async fn list(page: Page) -> Result<Response, Error> {
    page.form(LIST, &facts(&page, None).await?, &blank())
}

/// A new token reads only, unless asked otherwise.
fn blank() -> Typed {
    Typed::default().or("scope", "read")
}

async fn facts(page: &Page, made: Option<String>) -> Result<Value, Error> {
    let person = page.person()?.person;
    let tokens = read::tokens(page.app.db.reader(), person).await?;
    Ok(json!({ "tokens": tokens, "made": made }))
}

/// Answers with the page itself: the token is nowhere else, and no redirect could carry it.
async fn make(page: Page, typed: Typed) -> Result<Response, Error> {
    let person = page.person()?.person;
    let made = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        let scope = Scope::parse(typed.text("scope")).ok_or_else(unknown_scope)?;
        service::issue_token(work, person, typed.text("name"), scope).await
    });
    match made.await {
        Ok(token) => page.form(LIST, &facts(&page, Some(token)).await?, &blank()),
        Err(refused) => page.refused(refused.into(), LIST, &facts(&page, None).await?, &typed),
    }
}

fn unknown_scope() -> Failed<Refused> {
    let wrong = rules::detail("scope", "accounts-wrong-scope");
    Refused::Invalid(vec![wrong]).into()
}

async fn end(page: Page, Id(id): Id<TokenId>) -> Result<Response, Error> {
    let person = page.person()?.person;
    transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::end_token(work, person, id).await
    })
    .await?;
    let flash = Flash::good("accounts-flash-token-ended", json!({}));
    Ok(page.go_saying("/mypage/tokens", &flash))
}
