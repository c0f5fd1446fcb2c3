//! 二要素認証: whether a person has a second factor, and everything they do with it themselves.

use axum::{Extension, http::HeaderMap, response::Response};
use kernel::{Failed, transact};
use serde_json::{Value, json};
use web::{ClientAddress, Error, Flash, Page, Routes, Typed, cookies};

use super::{care, proven, set_up, step_cookie, without_step};
use crate::{
    Refused,
    entity::second_step::Purpose,
    identify::{CurrentSession, STEP_COOKIE},
    read::{self, Step},
    rules, service,
};

pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/mypage/second-factor", show)
        .post("/mypage/second-factor", act)
        .get("/mypage/second-factor/set-up", show_set_up)
        .post("/mypage/second-factor/set-up", confirm)
        .post("/mypage/second-factor/kept", kept)
}

const HOME: &str = "/mypage/second-factor";
const THERE: &str = "/mypage/second-factor/set-up";
const FORM: &str = "accounts/second_factor.html";
const SET_UP: &str = "accounts/set_up.html";

async fn show(page: Page) -> Result<Response, Error> {
    let facts = facts(&page).await?;
    page.form(FORM, &facts, &Typed::default().or("act", "set_up"))
}

async fn facts(page: &Page) -> Result<Value, Error> {
    let viewer = page.person()?;
    let factor = read::second_factor(page.app.db.reader(), viewer.person).await?;
    let needed = rules::needs_second_factor(viewer.actor.roles);
    Ok(json!({ "factor": factor, "needed": needed }))
}

/// Sets up a device, prints new recovery codes, or does without from now on: each needs the
/// password, and a code when there is a device already.
async fn act(
    page: Page,
    ClientAddress(address): ClientAddress,
    typed: Typed,
) -> Result<Response, Error> {
    page.person()?;
    let source = rules::source(address);
    let done = match typed.text("act") {
        "set_up" => begin(&page, &source, &typed).await,
        "print" => print(&page, &source, &typed).await,
        "remove" => remove(&page, &source, &typed).await,
        _ => Err(Failed::from(unknown_act()).into()),
    };
    match done {
        Ok(response) => Ok(response),
        Err(error) => page.refused(error, FORM, &facts(&page).await?, &typed),
    }
}

fn unknown_act() -> Refused {
    Refused::Invalid(vec![rules::detail("act", "accounts-wrong-act")])
}

/// The password, before anything of the second factor is touched, and the attempt at a code
/// counted, if there is a device.
async fn proven_twice(page: &Page, source: &str, typed: &Typed) -> Result<bool, Error> {
    let person = page.person()?.person;
    proven(page, source, typed).await?;
    let factor = read::second_factor(page.app.db.reader(), person).await?;
    if factor.is_some() {
        let asking = (&page.app.db, &page.app.clock, page.actor());
        service::wait_for_code(asking, person).await?;
    }
    Ok(factor.is_some())
}

async fn begin(page: &Page, source: &str, typed: &Typed) -> Result<Response, Error> {
    let person = page.person()?.person;
    let has_one = proven_twice(page, source, typed).await?;
    let step = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        if has_one {
            service::take_code(work, person, typed.text("code")).await?;
        }
        Ok::<_, Failed<Refused>>(service::begin_set_up(work, person).await?)
    })
    .await?;
    let mut response = page.go(THERE);
    cookies::add(response.headers_mut(), step_cookie(page, &step));
    Ok(response)
}

async fn print(page: &Page, source: &str, typed: &Typed) -> Result<Response, Error> {
    let person = page.person()?.person;
    proven_twice(page, source, typed).await?;
    let codes = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::take_code(work, person, typed.text("code")).await?;
        Ok::<_, Failed<Refused>>(service::print_recovery_codes(work, person).await?)
    })
    .await?;
    set_up::codes(page, &codes, HOME)
}

async fn remove(page: &Page, source: &str, typed: &Typed) -> Result<Response, Error> {
    let person = page.person()?.person;
    proven_twice(page, source, typed).await?;
    transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::take_code(work, person, typed.text("code")).await?;
        service::remove_second_factor(work, person).await
    })
    .await?;
    let flash = Flash::good("accounts-flash-second-factor-removed", json!({}));
    Ok(page.go_saying(HOME, &flash))
}

/// The device this person is setting up in this browser, if its time is not over.
async fn begun(page: &Page, headers: &HeaderMap) -> Result<Option<Step>, Error> {
    let person = page.person()?.person;
    let Some(presented) = cookies::read(&page.app.site, headers, STEP_COOKIE) else {
        return Ok(None);
    };
    let now = page.app.clock.now();
    let step = read::step(page.app.db.reader(), &presented, Purpose::SetUp, now).await?;
    Ok(step.filter(|step| step.person == person))
}

fn over(page: &Page) -> Response {
    let flash = care("accounts-flash-set-up-over");
    without_step(page, page.go_saying(HOME, &flash))
}

async fn show_set_up(page: Page, headers: HeaderMap) -> Result<Response, Error> {
    match begun(&page, &headers).await? {
        Some(step) => {
            let facts = set_up::facts(&page, &step, THERE).await?;
            page.form(SET_UP, &facts, &Typed::default())
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
            let facts = set_up::facts(&page, &step, THERE).await?;
            page.refused(refused.into(), SET_UP, &facts, &typed)
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
