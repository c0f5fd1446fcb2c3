//! The pages of this crate.

mod address;
mod asking;
mod first_passkey;
mod links;
mod new_password;
mod own_set_up;
mod passkey_end;
mod passkeys;
mod people;
mod profile;
mod reset;
mod reset_factor;
mod second_factor;
mod second_step;
mod sessions;
mod set_up;
mod sign_in;
mod sign_up;
mod tokens;

use axum::{
    http::{HeaderMap, HeaderValue, header},
    response::Response,
};
use kernel::{Failed, Secret, transact};
use serde_json::json;
use web::{Error, Flash, Page, Routes, Tone, Typed, cookies};

use crate::{
    Refused,
    identify::{COOKIE, STEP_COOKIE},
    read,
    rules::{self, Names},
    service::{self, Entered},
};

/// The crate's routes.
pub fn routes() -> Routes {
    sign_up::routes()
        .and(sign_in::routes())
        .and(second_step::routes())
        .and(first_passkey::routes())
        .and(links::routes())
        .and(reset::routes())
        .and(profile::routes())
        .and(address::routes())
        .and(new_password::routes())
        .and(second_factor::routes())
        .and(own_set_up::routes())
        .and(passkeys::routes())
        .and(passkey_end::routes())
        .and(sessions::routes())
        .and(tokens::routes())
        .and(people::routes())
        .and(reset_factor::routes())
}

/// The four fields of a name.
pub fn names(typed: &Typed) -> Names {
    let (family, given) = (typed.text("family_name"), typed.text("given_name"));
    Names {
        family_name: family.to_owned(),
        given_name: given.to_owned(),
        family_kana: rules::reading(typed.text("family_kana"), family),
        given_kana: rules::reading(typed.text("given_kana"), given),
    }
}

/// The signed-in person asks for something that needs the password once more.
async fn proven(page: &Page, source: &str, typed: &Typed) -> Result<read::Profile, Error> {
    let person = page.person()?.person;
    let profile = read::profile(page.app.db.reader(), person)
        .await?
        .ok_or_else(Error::not_found)?;
    let asking = (&page.app.db, &page.app.clock, page.actor());
    match service::prove(asking, source, &profile.email, typed.raw("current")).await {
        Ok(_) => Ok(profile),
        Err(Failed::Refused(Refused::NoMatch)) => Err(Failed::from(Refused::WrongPassword).into()),
        Err(failed) => Err(failed.into()),
    }
}

/// The password was right, or a letter was read: in, or on to the second step, saying this.
pub async fn enter(
    page: &Page,
    headers: &HeaderMap,
    proof: &service::Proof,
    onwards: &str,
    told: Option<&Flash>,
) -> Result<Response, Error> {
    let before = cookies::read(&page.app.site, headers, COOKIE);
    let device = device(headers);
    let entered = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::enter(work, proof, &device, before.as_deref(), onwards).await
    });
    let (there, cookie) = match entered.await? {
        Entered::In(session) => (onwards, session_cookie(page, &session)),
        Entered::ToCode(step) => ("/sign-in/code", step_cookie(page, &step)),
        Entered::ToSetUp(step) => ("/sign-in/set-up", step_cookie(page, &step)),
    };
    let mut response = match told {
        Some(flash) => page.go_saying(there, flash),
        None => page.go(there),
    };
    cookies::add(response.headers_mut(), cookie);
    Ok(response)
}

/// Browser and system, for the list of a person's sessions.
fn device(headers: &HeaderMap) -> String {
    let agent = headers
        .get(header::USER_AGENT)
        .and_then(|agent| agent.to_str().ok());
    rules::device(agent.unwrap_or_default())
}

fn session_cookie(page: &Page, secret: &Secret) -> HeaderValue {
    let lasts = rules::SESSION_LASTS.num_seconds();
    let value = secret.reveal().to_owned();
    cookies::set(&page.app.site, COOKIE, value, Some(lasts))
}

fn step_cookie(page: &Page, secret: &Secret) -> HeaderValue {
    let lasts = rules::STEP_LASTS.num_seconds();
    let value = secret.reveal().to_owned();
    cookies::set(&page.app.site, STEP_COOKIE, value, Some(lasts))
}

/// Something to be careful about, on the next page.
fn care(key: &str) -> Flash {
    Flash {
        kind: Tone::Care,
        ..Flash::good(key, json!({}))
    }
}

/// Takes the cookie of a step that is done.
fn without_step(page: &Page, mut response: Response) -> Response {
    let removal = cookies::set(&page.app.site, STEP_COOKIE, String::new(), Some(0));
    cookies::add(response.headers_mut(), removal);
    response
}

#[cfg(test)]
mod tests;
