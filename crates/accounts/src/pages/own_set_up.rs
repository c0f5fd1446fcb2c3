//! 二要素認証の設定: a person who is signed in sets up a device, and says that the codes are kept.

use axum::{Extension, http::HeaderMap, response::Response};
use kernel::{Failed, transact};
use serde_json::json;
use web::{Error, Flash, Page, Routes, Typed, cookies};

use super::{care, second_factor::HOME, set_up, without_step};
use crate::{
    Refused,
    entity::second_step::Purpose,
    identify::{CurrentSession, STEP_COOKIE},
    read::{self, Step},
    rules, service,
};

pub(super) fn routes() -> Routes {
    Routes::new()
        .get(HERE, show)
        .post(HERE, confirm)
        .post("/mypage/second-factor/kept", kept)
}

/// Where a device is set up.
pub(super) const HERE: &str = "/mypage/second-factor/set-up";
const FORM: &str = "accounts/set_up.html";

/// The factor this person is setting up in this browser, if its time is not over.
pub(super) async fn begun(page: &Page, headers: &HeaderMap) -> Result<Option<Step>, Error> {
    let person = page.person()?.person;
    let Some(presented) = cookies::read(&page.app.site, headers, STEP_COOKIE) else {
        return Ok(None);
    };
    let now = page.app.clock.now();
    let step = read::step(page.app.db.reader(), &presented, Purpose::SetUp, now).await?;
    Ok(step.filter(|step| step.person == person))
}

pub(super) fn over(page: &Page) -> Response {
    let flash = care("accounts-flash-set-up-over");
    without_step(page, page.go_saying(HOME, &flash))
}

async fn show(page: Page, headers: HeaderMap) -> Result<Response, Error> {
    match begun(&page, &headers).await? {
        Some(step) => {
            let facts = set_up::facts(&page, &step, HERE).await?;
            page.form(FORM, &facts, &Typed::default())
        }
        None => Ok(over(&page)),
    }
}

async fn confirm(
    page: Page,
    headers: HeaderMap,
    current: Option<Extension<CurrentSession>>,
    typed: Typed,
) -> Result<Response, Error> {
    let Some(step) = begun(&page, &headers).await? else {
        return Ok(over(&page));
    };
    let session = current.map(|Extension(CurrentSession(id))| id);
    let done = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::set_up(work, &step, typed.text("code"), session).await
    });
    match done.await {
        Ok(codes) => Ok(without_step(&page, set_up::codes(&page, &codes, HOME)?)),
        Err(Failed::Refused(Refused::StepOver)) => Ok(over(&page)),
        Err(refused) => {
            let facts = set_up::facts(&page, &step, HERE).await?;
            page.refused(refused.into(), FORM, &facts, &typed)
        }
    }
}

/// The codes were shown once and are nowhere: who has not kept them is led to print others.
async fn kept(page: Page, typed: Typed) -> Result<Response, Error> {
    page.person()?;
    if typed.text("kept").is_empty() {
        let flash = care("accounts-flash-codes-not-kept");
        return Ok(page.go_saying(HOME, &flash));
    }
    let onwards = rules::next(typed.text("onwards")).unwrap_or_else(|| HOME.to_owned());
    let flash = Flash::good("accounts-flash-second-factor-ready", json!({}));
    Ok(page.go_saying(&onwards, &flash))
}
