//! The pages of this crate.

mod address;
mod asking;
mod links;
mod new_password;
mod people;
mod profile;
mod reset;
mod sessions;
mod sign_in;
mod sign_up;
mod tokens;

use axum::http::{HeaderMap, HeaderValue, header};
use kernel::{Failed, PersonId, transact};
use web::{Error, Page, Routes, Typed, cookies};

use crate::{
    Refused,
    identify::COOKIE,
    read,
    rules::{self, Names},
    service,
};

/// The crate's routes.
pub fn routes() -> Routes {
    sign_up::routes()
        .and(sign_in::routes())
        .and(links::routes())
        .and(reset::routes())
        .and(profile::routes())
        .and(address::routes())
        .and(new_password::routes())
        .and(sessions::routes())
        .and(tokens::routes())
        .and(people::routes())
}

/// The four fields of a name.
fn names(typed: &Typed) -> Names {
    let text = |name| typed.text(name).to_owned();
    Names {
        family_name: text("family_name"),
        given_name: text("given_name"),
        family_kana: text("family_kana"),
        given_kana: text("given_kana"),
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

/// Signs a person in on this browser and returns the cookie it keeps.
async fn cookie_of(
    page: &Page,
    headers: &HeaderMap,
    person: PersonId,
) -> Result<HeaderValue, Error> {
    let site = &page.app.site;
    let before = cookies::read(site, headers, COOKIE);
    let agent = headers
        .get(header::USER_AGENT)
        .and_then(|agent| agent.to_str().ok())
        .unwrap_or_default();
    let device = rules::device(agent);
    let actor = page.actor();
    let secret = transact(&page.app.db, actor, &page.app.clock, async |work| {
        service::sign_in(work, person, &device, before.as_deref()).await
    })
    .await?;
    let lasts = rules::SESSION_LASTS.num_seconds();
    Ok(cookies::set(
        site,
        COOKIE,
        secret.reveal().to_owned(),
        Some(lasts),
    ))
}

#[cfg(test)]
mod tests;
