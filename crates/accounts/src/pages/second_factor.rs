//! 二要素認証: whether a person has a second factor, and everything they do with it themselves.

use axum::{Extension, response::Response};
use kernel::{Failed, transact};
use serde_json::{Value, json};
use web::{ClientAddress, Error, Flash, Page, Routes, Typed, cookies};

use super::{
    own_set_up,
    passkeys::{self, given},
    proven, set_up, step_cookie,
};
use crate::{
    Refused,
    entity::SessionId,
    identify::CurrentSession,
    read, rules,
    service::{self, Second},
};

pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/mypage/second-factor", show)
        .post("/mypage/second-factor", act)
}

/// Where a person sees their second factor.
pub(super) const HOME: &str = "/mypage/second-factor";
const FORM: &str = "accounts/second_factor.html";

async fn show(page: Page) -> Result<Response, Error> {
    let facts = facts(&page).await?;
    let act = if facts["passkeys"] == true {
        "passkey"
    } else {
        "set_up"
    };
    page.form(FORM, &facts, &Typed::default().or("act", act))
}

async fn facts(page: &Page) -> Result<Value, Error> {
    let viewer = page.person()?;
    let factor = read::second_factor(page.app.db.reader(), viewer.person).await?;
    let needed = rules::needs_second_factor(viewer.actor.roles);
    let passkeys = passkeys::centre(page).is_some();
    Ok(json!({ "factor": factor, "needed": needed, "passkeys": passkeys }))
}

/// Sets up a device, makes a passkey, prints new recovery codes, or does without from now on: each
/// needs the password, and the second factor when there is one already.
async fn act(
    page: Page,
    ClientAddress(address): ClientAddress,
    current: Option<Extension<CurrentSession>>,
    typed: Typed,
) -> Result<Response, Error> {
    let Extension(CurrentSession(session)) = current.ok_or(Error::SignInFirst)?;
    let source = rules::source(address);
    match done(&page, &source, session, &typed).await {
        Ok(response) => Ok(response),
        Err(error) => page.refused(error, FORM, &facts(&page).await?, &typed),
    }
}

async fn done(
    page: &Page,
    source: &str,
    session: SessionId,
    typed: &Typed,
) -> Result<Response, Error> {
    let act = typed.text("act");
    let known = ["set_up", "passkey", "print", "remove_device", "remove"];
    if !known.contains(&act) || (act == "passkey" && passkeys::centre(page).is_none()) {
        return Err(Failed::from(unknown_act()).into());
    }
    let second = proven_twice(page, source, session, typed).await?;
    match act {
        "set_up" => begin(page, second, own_set_up::HERE).await,
        "passkey" => begin(page, second, passkeys::NEW).await,
        "print" => print(page, second).await,
        _ => remove(page, second, session, act == "remove_device").await,
    }
}

fn unknown_act() -> Refused {
    Refused::Invalid(vec![rules::detail("act", "accounts-wrong-act")])
}

/// The password, before anything of the second factor is touched, and what is shown beside it, if
/// there is one.
pub(super) async fn proven_twice(
    page: &Page,
    source: &str,
    session: SessionId,
    typed: &Typed,
) -> Result<Option<Second>, Error> {
    let person = page.person()?.person;
    proven(page, source, typed).await?;
    let factor = read::second_factor(page.app.db.reader(), person).await?;
    if factor.is_none() {
        return Ok(None);
    }
    let asking = (&page.app.db, &page.app.clock, page.actor());
    let asked = (person, session.into());
    let centre = passkeys::centre(page);
    let second = service::examine(asking, centre.as_ref(), asked, given(typed)).await?;
    Ok(Some(second))
}

async fn begin(page: &Page, second: Option<Second>, there: &str) -> Result<Response, Error> {
    let person = page.person()?.person;
    let step = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::take_second(work, person, second.as_ref()).await?;
        Ok::<_, Failed<Refused>>(service::begin_set_up(work, person).await?)
    })
    .await?;
    let mut response = page.go(there);
    cookies::add(response.headers_mut(), step_cookie(page, &step));
    Ok(response)
}

async fn print(page: &Page, second: Option<Second>) -> Result<Response, Error> {
    let person = page.person()?.person;
    let codes = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::take_second(work, person, second.as_ref()).await?;
        service::print_recovery_codes(work, person).await
    })
    .await?;
    set_up::codes(page, &codes, HOME)
}

async fn remove(
    page: &Page,
    second: Option<Second>,
    session: SessionId,
    device_only: bool,
) -> Result<Response, Error> {
    let person = page.person()?.person;
    transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::take_second(work, person, second.as_ref()).await?;
        if device_only {
            return service::remove_device(work, person, Some(session)).await;
        }
        service::remove_second_factor(work, person).await
    })
    .await?;
    let told = if device_only {
        "accounts-flash-device-removed"
    } else {
        "accounts-flash-second-factor-removed"
    };
    Ok(page.go_saying(HOME, &Flash::good(told, json!({}))))
}
