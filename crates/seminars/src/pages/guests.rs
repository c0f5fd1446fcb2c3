//! Enrolling without an account: the link in the letter makes the enrolment.

use accounts::service::{Guest, Proof, look_at_guest};
use axum::{extract::Path, http::HeaderMap, response::Response};
use kernel::{Failed, Secret, transact};
use serde_json::json;
use web::{Error, Flash, Page, Routes, Typed};

use super::public::again;
use crate::{Refused, entity::SeminarId, letters::title, read, rules::Wish, service};

/// The routes of guests.
pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/enrolments/sent", sent)
        .get("/enrolments/confirm/{token}", confirm)
        .post("/enrolments/confirm/{token}", confirmed)
}

/// Takes the enrolment of somebody who is not signed in, and leads to the page that says where to look
/// for the letter: the same for every address, known or not.
pub(super) async fn send(
    page: &Page,
    source: &str,
    (id, typed): (SeminarId, &Typed),
    wish: &Wish,
) -> Result<Response, Error> {
    let guest = Guest {
        names: accounts::names(typed),
        email: typed.text("email").to_owned(),
        telephone: typed.text("telephone").to_owned(),
        lang: page.lang,
    };
    let asked = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::enrol_as_guest(work, source, id, (&guest, wish)).await
    });
    match asked.await {
        Ok(()) => Ok(page.go("/enrolments/sent")),
        Err(failed) => again(page, id, failed, typed).await,
    }
}

/// `GET /enrolments/sent`
async fn sent(page: Page) -> Result<Response, Error> {
    page.nav("learn").show("seminars/sent.html", &json!({}))
}

/// `GET /enrolments/confirm/{token}`: looking uses nothing up; mail scanners open every link before the
/// person does.
async fn confirm(page: Page, Path(token): Path<String>) -> Result<Response, Error> {
    let page = page.nav("learn");
    let db = page.app.db.reader();
    match look_at_guest(db, &token, page.app.clock.now()).await {
        Ok(guest) => {
            let asked = read::asked_by(db, guest.id).await?;
            let asked = asked.ok_or_else(Error::not_found)?;
            let facts = json!({ "email": guest.email, "title": title(&asked, page.lang) });
            page.form("seminars/confirm.html", &facts, &Typed::default())
        }
        Err(failed) => over(&page, Refused::of_account(failed)),
    }
}

/// `POST /enrolments/confirm/{token}`
async fn confirmed(
    page: Page,
    Path(token): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let page = page.nav("learn");
    // Nobody knows this password: whoever wants to sign in again chooses one by letter.
    let unknown = accounts::password::hash(Secret::random().reveal()).await?;
    let done = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::confirm_guest(work, &token, unknown).await
    });
    match done.await {
        Ok((person, made)) => {
            let told = Flash::good("seminars-received", json!({}));
            let (proof, onwards) = (Proof::by_letter(person), format!("/enrolments/{made}"));
            accounts::enter(&page, &headers, &proof, &onwards, Some(&told)).await
        }
        Err(failed) => over(&page, failed),
    }
}

/// The letter enrols nobody any more: why, and what to do.
fn over(page: &Page, failed: Failed<Refused>) -> Result<Response, Error> {
    let nothing = Typed::default();
    page.refused(failed.into(), "seminars/over.html", &json!({}), &nothing)
}
