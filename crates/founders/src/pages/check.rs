//! Whoever is shown a certificate checks it: its number, and whether it is good. Nobody is named.

use axum::{extract::Path, response::Response};
use serde_json::json;
use web::{Error, Page, Typed};

use super::facts;
use crate::read;

const PAGE: &str = "founders/check.html";

/// `GET /certificates?code=`
pub(super) async fn ask(page: Page, typed: Typed) -> Result<Response, Error> {
    let code = typed.text("code");
    if code.is_empty() {
        return page.form(PAGE, &json!({ "asked": "", "paper": null }), &typed);
    }
    shown(&page, code).await
}

/// `GET /certificates/{code}`
pub(super) async fn one(page: Page, Path(code): Path<String>) -> Result<Response, Error> {
    shown(&page, &code).await
}

async fn shown(page: &Page, code: &str) -> Result<Response, Error> {
    let found = read::checked(page.app.db.reader(), code).await?;
    let paper = found.map(|paper| {
        json!({
            "number": paper.said(),
            "issuer": paper.issuer,
            "issued_on": paper.issued_on,
            "valid_until": paper.valid_until,
            "copies": paper.copies,
            "revoked_on": paper.revoked_on,
            "validity": facts::validity(page, &paper),
        })
    });
    let typed = Typed::default().or("code", code);
    page.form(PAGE, &json!({ "asked": code, "paper": paper }), &typed)
}
