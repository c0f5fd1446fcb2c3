//! Asking without an account: who it is, and the link in the letter that shows it.

use accounts::service::{Guest, Proof, look_at_guest};
use axum::{extract::Path, http::HeaderMap, response::Response};
use kernel::{Failed, Secret, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Page, Typed};

use super::again;
use crate::{Refused, read, rules::Request, service};

/// What a guest types of themselves; carried from step to step.
pub(super) const FIELDS: [&str; 6] = [
    "family_name",
    "given_name",
    "family_kana",
    "given_kana",
    "email",
    "telephone",
];

/// Takes the request and leads to the page that says where to look for the letter: the same for every
/// address, known or not.
pub(super) async fn send(
    page: &Page,
    source: &str,
    typed: &Typed,
    (wish, facts): (&Request, Value),
) -> Result<Response, Error> {
    let guest = Guest {
        names: accounts::names(typed),
        email: typed.text("email").to_owned(),
        telephone: typed.text("telephone").to_owned(),
        lang: page.lang,
    };
    let asked = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::ask_as_guest(work, source, &guest, wish).await
    });
    match asked.await {
        Ok(()) => Ok(page.go("/consultations/sent")),
        Err(failed) => again(page, typed, (wish, facts), failed).await,
    }
}

/// `GET /consultations/sent`
pub(in crate::pages) async fn sent(page: Page) -> Result<Response, Error> {
    page.nav("consult")
        .show("consultations/sent.html", &json!({}))
}

/// `GET /consultations/confirm/{token}`: looking uses nothing up; mail scanners open every link before
/// the person does.
pub(in crate::pages) async fn confirm(
    page: Page,
    Path(token): Path<String>,
) -> Result<Response, Error> {
    let page = page.nav("consult");
    match look_at_guest(page.app.db.reader(), &token, page.app.clock.now()).await {
        Ok(guest) => {
            let time = read::held_for(page.app.db.reader(), guest.id).await?;
            let time = time.map(
                |span| json!({ "starts_at": span.from.rfc3339(), "ends_at": span.until.rfc3339() }),
            );
            let facts = json!({ "email": guest.email, "time": time });
            page.form("consultations/confirm.html", &facts, &Typed::default())
        }
        Err(failed) => over(&page, Refused::of_account(failed)),
    }
}

/// `POST /consultations/confirm/{token}`
pub(in crate::pages) async fn confirmed(
    page: Page,
    Path(token): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let page = page.nav("consult");
    // Nobody knows this password: whoever wants to sign in again chooses one by letter.
    let unknown = accounts::password::hash(Secret::random().reveal()).await?;
    let done = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::confirm_guest(work, &token, unknown).await
    });
    match done.await {
        Ok((person, case)) => {
            let told = Flash::good("consultations-confirmed", json!({}));
            let onwards = format!("/consultations/{case}");
            accounts::enter(
                &page,
                &headers,
                &Proof::by_letter(person),
                &onwards,
                Some(&told),
            )
            .await
        }
        Err(failed) => over(&page, failed),
    }
}

/// The letter opens nothing any more: why, and how to ask anew.
fn over(page: &Page, failed: Failed<Refused>) -> Result<Response, Error> {
    let nothing = Typed::default();
    page.refused(
        failed.into(),
        "consultations/over.html",
        &json!({}),
        &nothing,
    )
}
