//! A passkey made on the way in, by someone who needs a second factor and sets up no device.

use axum::{http::HeaderMap, response::Response};
use kernel::{Failed, Secret, transact};
use web::{Error, Page, Routes, Typed};

use super::{
    device,
    passkeys::{self, FORM, facts, told_to_make},
    second_step::{begun, over, welcome},
};
use crate::{
    Refused,
    passkey::Centre,
    read::Step,
    service::{self, Enrolled},
};

pub(super) fn routes() -> Routes {
    Routes::new()
        .get(HERE, show)
        .post(HERE, make)
        .post("/sign-in/passkey/challenge", ask)
}

const HERE: &str = "/sign-in/passkey";

async fn show(page: Page, headers: HeaderMap) -> Result<Response, Error> {
    passkeys::centre(&page).ok_or_else(Error::not_found)?;
    match begun(&page, &headers, true).await? {
        Some(_) => page.form(FORM, &facts(HERE), &passkeys::named(&headers)),
        None => Ok(over(&page)),
    }
}

async fn ask(page: Page, headers: HeaderMap) -> Result<Response, Error> {
    let step = begun(&page, &headers, true).await?;
    told_to_make(&page, &step.ok_or(Failed::from(Refused::StepOver))?).await
}

async fn make(page: Page, headers: HeaderMap, typed: Typed) -> Result<Response, Error> {
    let centre = passkeys::centre(&page).ok_or_else(Error::not_found)?;
    let Some(step) = begun(&page, &headers, true).await? else {
        return Ok(over(&page));
    };
    match made(&page, &centre, &step, &device(&headers), &typed).await {
        Ok((session, codes)) => welcome(page, &session, &codes, &step.onwards).await,
        Err(Failed::Refused(Refused::StepOver)) => Ok(over(&page)),
        Err(refused) => page.refused(refused.into(), FORM, &facts(HERE), &typed),
    }
}

async fn made(
    page: &Page,
    centre: &Centre,
    step: &Step,
    device: &str,
    typed: &Typed,
) -> Result<(Secret, Enrolled), Failed<Refused>> {
    let (db, clock, actor) = (&page.app.db, &page.app.clock, page.actor());
    let answer = typed.raw("passkey");
    let made = service::made((db, clock, actor), centre, step.id.into(), answer).await?;
    transact(db, actor, clock, async |work| {
        service::finish_passkey(work, step, &made, typed.text("name"), device).await
    })
    .await
}
