//! パスキーの削除: a person removes one of their own.

use axum::{Extension, response::Response};
use kernel::transact;
use serde_json::{Value, json};
use web::{ClientAddress, Error, Flash, Id, Page, Routes, Typed};

use super::{
    passkeys::centre,
    second_factor::{HOME, proven_twice},
};
use crate::{entity::PasskeyId, identify::CurrentSession, read, rules, service};

pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/mypage/passkeys/{id}/end", ask)
        .post("/mypage/passkeys/{id}/end", end)
}

const FORM: &str = "accounts/passkey_end.html";

/// The passkey, and whether it may go: the last factor of someone who works here stays.
async fn facts(page: &Page, id: PasskeyId) -> Result<Value, Error> {
    let viewer = page.person()?;
    let factor = read::second_factor(page.app.db.reader(), viewer.person).await?;
    let factor = factor.ok_or_else(Error::not_found)?;
    let key = factor.passkeys.iter().find(|key| key.id == id);
    let key = key.ok_or_else(Error::not_found)?;
    let last = factor.passkeys.len() == 1 && factor.digits_since.is_none();
    let needed = rules::needs_second_factor(viewer.actor.roles);
    Ok(json!({
        "key": key,
        "factor": factor,
        "last": last,
        "stays": last && needed,
        "passkeys": centre(page).is_some(),
    }))
}

async fn ask(page: Page, Id(id): Id<PasskeyId>) -> Result<Response, Error> {
    let facts = facts(&page, id).await?;
    page.form(FORM, &facts, &Typed::default())
}

async fn end(
    page: Page,
    Id(id): Id<PasskeyId>,
    ClientAddress(address): ClientAddress,
    current: Option<Extension<CurrentSession>>,
    typed: Typed,
) -> Result<Response, Error> {
    let facts = facts(&page, id).await?;
    let source = rules::source(address);
    match ended(&page, id, &source, current, &typed).await {
        Ok(()) => {
            let flash = Flash::good("accounts-flash-passkey-removed", json!({}));
            Ok(page.go_saying(HOME, &flash))
        }
        Err(error) => page.refused(error, FORM, &facts, &typed),
    }
}

async fn ended(
    page: &Page,
    id: PasskeyId,
    source: &str,
    current: Option<Extension<CurrentSession>>,
    typed: &Typed,
) -> Result<(), Error> {
    let person = page.person()?.person;
    let Extension(CurrentSession(session)) = current.ok_or(Error::SignInFirst)?;
    let second = proven_twice(page, source, session, typed).await?;
    let done = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::take_second(work, person, second.as_ref()).await?;
        service::remove_passkey(work, person, id, Some(session)).await
    });
    Ok(done.await?)
}
