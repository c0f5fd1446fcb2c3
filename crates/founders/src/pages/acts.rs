//! What is done with an application: the manager confirms and forwards, the ward issues.

use axum::response::Response;
use kernel::{Failed, Work, transact};
use serde_json::json;
use web::{Error, Flash, Id, Page, Typed, sent};

use super::{
    counter::{ONE, given},
    only,
};
use crate::{Refused, entity::ApplicationId, rules::may_look, service};

/// `POST /counter/founders/{id}/confirmation`
pub(super) async fn confirm(
    page: Page,
    Id(id): Id<ApplicationId>,
    typed: Typed,
) -> Result<Response, Error> {
    let verb = async |work: &Work, seen| service::confirm(work, id, seen).await;
    does(&page, (id, &typed), "founders-confirmed", verb).await
}

/// `POST /counter/founders/{id}/forwarding`
pub(super) async fn forward(
    page: Page,
    Id(id): Id<ApplicationId>,
    typed: Typed,
) -> Result<Response, Error> {
    let verb = async |work: &Work, seen| service::forward(work, id, seen).await;
    does(&page, (id, &typed), "founders-forwarded", verb).await
}

/// `POST /counter/founders/{id}/return`
pub(super) async fn give_back(
    page: Page,
    Id(id): Id<ApplicationId>,
    typed: Typed,
) -> Result<Response, Error> {
    let reason = typed.text("reason");
    let verb = async |work: &Work, seen| service::give_back(work, id, seen, reason).await;
    does(&page, (id, &typed), "founders-returned", verb).await
}

/// `POST /counter/founders/{id}/refusal`
pub(super) async fn refuse(
    page: Page,
    Id(id): Id<ApplicationId>,
    typed: Typed,
) -> Result<Response, Error> {
    let reason = typed.text("reason");
    let verb = async |work: &Work, seen| service::refuse(work, id, seen, reason).await;
    does(&page, (id, &typed), "founders-refused", verb).await
}

/// `POST /counter/founders/{id}/revocation`
pub(super) async fn revoke(
    page: Page,
    Id(id): Id<ApplicationId>,
    typed: Typed,
) -> Result<Response, Error> {
    let reason = typed.text("reason");
    let verb = async |work: &Work, _seen| service::revoke(work, id, reason).await;
    does(&page, (id, &typed), "founders-revoked", verb).await
}

/// `POST /counter/founders/{id}/certificate`: the same form sent twice is one certificate.
pub(super) async fn issue(
    page: Page,
    Id(id): Id<ApplicationId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("founders");
    only(&page, may_look)?;
    let seen = typed.number("edition").unwrap_or(0);
    let issued = sent::once(&page, &typed, async |work| {
        service::issue(work, id, seen).await
    });
    let to = issued.await.map(|id| format!("/counter/founders/{id}"));
    sent::answer(
        &page,
        (ONE, &typed),
        to,
        "founders-issued",
        given(&page, id),
    )
    .await
}

/// Does something with an application as it was seen, and shows it again.
async fn does(
    page: &Page,
    (id, typed): (ApplicationId, &Typed),
    said: &str,
    verb: impl for<'w> AsyncFnOnce(&'w Work, i32) -> Result<(), Failed<Refused>>,
) -> Result<Response, Error> {
    only(page, may_look)?;
    let seen = typed.number("edition").unwrap_or(0);
    let done = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        verb(work, seen).await
    });
    match done.await {
        Ok(()) => {
            let flash = Flash::good(said, json!({}));
            Ok(page.go_saying(&format!("/counter/founders/{id}"), &flash))
        }
        Err(failed) => page.refused(failed.into(), ONE, &given(page, id).await?, typed),
    }
}
