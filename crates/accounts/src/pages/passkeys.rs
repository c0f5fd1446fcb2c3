//! パスキー: a person who is signed in makes one, or shows one.

use axum::{Extension, Json, http::HeaderMap, response::IntoResponse, response::Response};
use kernel::{Failed, PersonId, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Page, Routes, Typed};

use super::{
    device,
    own_set_up::{begun, over},
    second_factor::HOME,
    set_up, without_step,
};
use crate::{
    Refused,
    entity::BrowserId,
    identify::CurrentSession,
    passkey::Centre,
    read::Step,
    service::{self, Enrolled, Given},
};

pub(super) fn routes() -> Routes {
    Routes::new()
        .get(NEW, blank)
        .post(NEW, add)
        .post("/mypage/passkeys/new/challenge", ask_to_make)
        .post("/mypage/passkeys/challenge", ask_to_show)
}

/// Where a passkey is made.
pub(super) const NEW: &str = "/mypage/passkeys/new";
/// The page on which one is made, here and on the way in.
pub(super) const FORM: &str = "accounts/passkey.html";

/// The centre as passkeys know it; `None` where it is reached by a number, and they are not offered.
pub(super) fn centre(page: &Page) -> Option<Centre> {
    let name = &page.app.venue(page.lang).name;
    Centre::at(&page.app.site.public_url, name)
}

/// What was given beside the password.
pub(super) fn given(typed: &Typed) -> Given<'_> {
    Given {
        code: typed.text("code"),
        passkey: typed.raw("passkey"),
    }
}

/// The facts of the page that makes a passkey; `action` is where its form goes.
pub(super) fn facts(action: &str) -> Value {
    json!({ "action": action, "challenge": format!("{action}/challenge") })
}

/// The form as it is first shown: named like the browser, until its owner knows better.
pub(super) fn named(headers: &HeaderMap) -> Typed {
    Typed::default().or("name", &device(headers))
}

/// What the script hands to the browser, which then makes a passkey for this step.
pub(super) async fn told_to_make(page: &Page, step: &Step) -> Result<Response, Error> {
    let centre = centre(page).ok_or_else(Error::not_found)?;
    let told = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::ask_to_make(work, &centre, step.person, step.id.into()).await
    });
    Ok(Json(told.await?).into_response())
}

/// What the script hands to the browser, which then shows one of the person's passkeys.
pub(super) async fn told_to_show(
    page: &Page,
    person: PersonId,
    browser: BrowserId,
) -> Result<Response, Error> {
    let centre = centre(page).ok_or_else(Error::not_found)?;
    let told = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::ask_to_show(work, &centre, person, browser).await
    });
    Ok(Json(told.await?).into_response())
}

async fn blank(page: Page, headers: HeaderMap) -> Result<Response, Error> {
    centre(&page).ok_or_else(Error::not_found)?;
    match begun(&page, &headers).await? {
        Some(_) => page.form(FORM, &facts(NEW), &named(&headers)),
        None => Ok(over(&page)),
    }
}

async fn ask_to_make(page: Page, headers: HeaderMap) -> Result<Response, Error> {
    let step = begun(&page, &headers).await?;
    told_to_make(&page, &step.ok_or(Failed::from(Refused::StepOver))?).await
}

async fn ask_to_show(
    page: Page,
    current: Option<Extension<CurrentSession>>,
) -> Result<Response, Error> {
    let person = page.person()?.person;
    let Extension(CurrentSession(session)) = current.ok_or(Error::SignInFirst)?;
    told_to_show(&page, person, session.into()).await
}

async fn add(
    page: Page,
    headers: HeaderMap,
    current: Option<Extension<CurrentSession>>,
    typed: Typed,
) -> Result<Response, Error> {
    let centre = centre(&page).ok_or_else(Error::not_found)?;
    let Some(step) = begun(&page, &headers).await? else {
        return Ok(over(&page));
    };
    match made(&page, &centre, &step, current, &typed).await {
        Ok(Some(codes)) => Ok(without_step(&page, set_up::codes(&page, &codes, HOME)?)),
        Ok(None) => {
            let flash = Flash::good("accounts-flash-passkey-added", json!({}));
            Ok(without_step(&page, page.go_saying(HOME, &flash)))
        }
        Err(Failed::Refused(Refused::StepOver)) => Ok(over(&page)),
        Err(refused) => page.refused(refused.into(), FORM, &facts(NEW), &typed),
    }
}

async fn made(
    page: &Page,
    centre: &Centre,
    step: &Step,
    current: Option<Extension<CurrentSession>>,
    typed: &Typed,
) -> Result<Option<Enrolled>, Failed<Refused>> {
    let (db, clock, actor) = (&page.app.db, &page.app.clock, page.actor());
    let session = current.map(|Extension(CurrentSession(id))| id);
    let answer = typed.raw("passkey");
    let made = service::made((db, clock, actor), centre, step.id.into(), answer).await?;
    transact(db, actor, clock, async |work| {
        service::register(work, step, &made, typed.text("name"), session).await
    })
    .await
}
