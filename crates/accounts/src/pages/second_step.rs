//! ログインの二つ目の確認: after the password, the six digits or a passkey, or setting up a device.

use axum::{http::HeaderMap, response::Response};
use kernel::{Failed, Secret, transact};
use serde_json::{Value, json};
use web::{Error, Page, Routes, Typed, cookies};

use super::{
    care, device,
    passkeys::{self, given, told_to_show},
    session_cookie, set_up, without_step,
};
use crate::{
    Refused,
    entity::second_step::Purpose,
    identify::{STEP_COOKIE, viewer_of},
    read::{self, Step},
    service,
};

pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/sign-in/code", show)
        .post("/sign-in/code", give)
        .post("/sign-in/code/challenge", ask)
        .get("/sign-in/set-up", show_set_up)
        .post("/sign-in/set-up", confirm)
}

const CODE: &str = "accounts/code.html";
const SET_UP: &str = "accounts/set_up.html";

/// The way in that this browser has begun, if it is of this kind and its time is not over.
pub(super) async fn begun(
    page: &Page,
    headers: &HeaderMap,
    sets_up: bool,
) -> Result<Option<Step>, Error> {
    let Some(presented) = cookies::read(&page.app.site, headers, STEP_COOKIE) else {
        return Ok(None);
    };
    let now = page.app.clock.now();
    let step = read::step(page.app.db.reader(), &presented, Purpose::SignIn, now).await?;
    Ok(step.filter(|step| step.secret.is_some() == sets_up))
}

/// Too late, or never begun: the password first.
pub(super) fn over(page: &Page) -> Response {
    let flash = care("accounts-refused-step-over");
    without_step(page, page.go_saying("/sign-in", &flash))
}

async fn show(page: Page, headers: HeaderMap) -> Result<Response, Error> {
    match begun(&page, &headers, false).await? {
        Some(step) => page.form(CODE, &facts(&page, &step).await?, &Typed::default()),
        None => Ok(over(&page)),
    }
}

/// In the demonstration the digits stand on the page: nobody has to have a device.
async fn facts(page: &Page, step: &Step) -> Result<Value, Error> {
    let db = page.app.db.reader();
    let factor = read::second_factor(db, step.person).await?;
    let passkeys = passkeys::centre(page).is_some();
    let now = page.app.clock.now();
    let digits = if page.app.site.demo {
        read::demonstration_digits(db, step.person, now).await?
    } else {
        None
    };
    Ok(json!({ "factor": factor, "passkeys": passkeys, "digits": digits }))
}

async fn ask(page: Page, headers: HeaderMap) -> Result<Response, Error> {
    let step = begun(&page, &headers, false).await?;
    let step = step.ok_or(Failed::from(Refused::StepOver))?;
    told_to_show(&page, step.person, step.id.into()).await
}

async fn give(page: Page, headers: HeaderMap, typed: Typed) -> Result<Response, Error> {
    let Some(step) = begun(&page, &headers, false).await? else {
        return Ok(over(&page));
    };
    match finish(&page, &headers, &step, &typed).await {
        Ok(session) => {
            let mut response = page.go(&step.onwards);
            cookies::add(response.headers_mut(), session_cookie(&page, &session));
            Ok(without_step(&page, response))
        }
        Err(Failed::Refused(Refused::StepOver)) => Ok(over(&page)),
        Err(refused) => {
            let facts = facts(&page, &step).await?;
            page.refused(refused.into(), CODE, &facts, &typed)
        }
    }
}

async fn finish(
    page: &Page,
    headers: &HeaderMap,
    step: &Step,
    typed: &Typed,
) -> Result<Secret, Failed<Refused>> {
    let (db, clock, actor) = (&page.app.db, &page.app.clock, page.actor());
    let centre = passkeys::centre(page);
    let asked = (step.person, step.id.into());
    let asking = (db, clock, actor);
    let second = service::examine(asking, centre.as_ref(), asked, given(typed)).await?;
    let device = device(headers);
    transact(db, actor, clock, async |work| {
        service::finish_sign_in(work, step, &second, &device).await
    })
    .await
}

async fn show_set_up(page: Page, headers: HeaderMap) -> Result<Response, Error> {
    match begun(&page, &headers, true).await? {
        Some(step) => {
            let facts = set_up::facts(&page, &step, "/sign-in/set-up").await?;
            page.form(SET_UP, &facts, &Typed::default())
        }
        None => Ok(over(&page)),
    }
}

async fn confirm(page: Page, headers: HeaderMap, typed: Typed) -> Result<Response, Error> {
    let Some(step) = begun(&page, &headers, true).await? else {
        return Ok(over(&page));
    };
    let device = device(&headers);
    let done = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::finish_set_up(work, &step, typed.text("code"), &device).await
    });
    match done.await {
        Ok((session, codes)) => welcome(page, &session, &codes, &step.onwards).await,
        Err(Failed::Refused(Refused::StepOver)) => Ok(over(&page)),
        Err(refused) => {
            let facts = set_up::facts(&page, &step, "/sign-in/set-up").await?;
            page.refused(refused.into(), SET_UP, &facts, &typed)
        }
    }
}

/// The recovery codes, to someone who is signed in from this answer on.
pub(super) async fn welcome(
    mut page: Page,
    session: &Secret,
    codes: &[String],
    onwards: &str,
) -> Result<Response, Error> {
    page.viewer = viewer_of(&page.app, session).await?;
    let mut response = set_up::codes(&page, codes, onwards)?;
    cookies::add(response.headers_mut(), session_cookie(&page, session));
    Ok(without_step(&page, response))
}
