//! The certificate on A4, with the square code by which anybody can check it.

use axum::response::Response;
use serde_json::json;
use web::{Error, Id, Page, square_code};

use super::{facts, only, own};
use crate::{
    entity::ApplicationId,
    read::{self, Listed},
    rules::may_look,
};

/// `GET /mypage/founding/{id}/certificate`
pub(super) async fn own(page: Page, Id(id): Id<ApplicationId>) -> Result<Response, Error> {
    let one = own::own(&page, id).await?;
    sheet(&page, &one, &format!("/mypage/founding/{id}"))
}

/// `GET /counter/founders/{id}/certificate`
pub(super) async fn counter(page: Page, Id(id): Id<ApplicationId>) -> Result<Response, Error> {
    only(&page, may_look)?;
    let found = read::application(page.app.db.reader(), id).await?;
    let one = found.ok_or_else(Error::not_found)?;
    sheet(&page, &one, &format!("/counter/founders/{id}"))
}

fn sheet(page: &Page, one: &Listed, back: &str) -> Result<Response, Error> {
    let paper = one.certificate.as_ref().ok_or_else(Error::not_found)?;
    let address = format!("{}/certificates/{}", page.app.site.public_url, paper.code);
    let facts = json!({
        "back": back,
        "paper": facts::certificate(page, paper),
        "application": facts::application(page, one),
        "issuer": paper.issuer,
        "source": paper.source,
        "address": address,
        "picture": square_code(&address)?,
    });
    page.show("founders/certificate.html", &facts)
}
