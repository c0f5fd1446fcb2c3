//! What a link in a letter opens. Looking uses nothing up; only the button does.

use axum::{extract::Path, http::HeaderMap, response::Response};
use kernel::{Failed, PersonId, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Page, Routes, Typed};

use crate::{
    Refused,
    entity::letter_link::{self, Facts, Purpose},
    password, read, rules, service,
};

pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/links/{token}", show)
        .post("/links/{token}", follow)
}

const FORM: &str = "accounts/link.html";

async fn show(page: Page, Path(token): Path<String>) -> Result<Response, Error> {
    match service::look_at_link(page.app.db.reader(), &token, page.app.clock.now()).await {
        Ok((link, _)) => page.form(FORM, &facts(&link), &Typed::default()),
        Err(refused) => over(&page, refused),
    }
}

fn facts(link: &letter_link::Model) -> Value {
    json!({ "purpose": link.purpose, "email": link.email })
}

/// The link can no longer be used: why, and how to ask for another.
fn over(page: &Page, refused: Failed<Refused>) -> Result<Response, Error> {
    let nothing = Typed::default();
    page.refused(
        refused.into(),
        "accounts/link_over.html",
        &json!({}),
        &nothing,
    )
}

async fn follow(
    page: Page,
    Path(token): Path<String>,
    headers: HeaderMap,
    typed: Typed,
) -> Result<Response, Error> {
    let now = page.app.clock.now();
    let looked = service::look_at_link(page.app.db.reader(), &token, now).await;
    let (link, known) = match looked {
        Ok(found) => found,
        Err(refused) => return over(&page, refused),
    };
    if link.purpose == Purpose::Change {
        return take_address(&page, &token).await;
    }
    let password = typed.raw("password");
    if let Some(wrong) = wrong_password(&page, &link, &known, password).await? {
        let refused = Failed::from(Refused::Invalid(vec![wrong]));
        return page.refused(refused.into(), FORM, &facts(&link), &typed);
    }
    let hash = password::hash(password).await?;
    match enter(&page, link.purpose, &token, hash).await {
        Ok(entered) => welcome(&page, &headers, entered).await,
        Err(refused) => over(&page, refused),
    }
}

async fn wrong_password(
    page: &Page,
    link: &letter_link::Model,
    known: &Facts,
    password: &str,
) -> Result<Option<kernel::Detail>, Error> {
    let contact = match link.person_id {
        Some(person) => read::contact(page.app.db.reader(), person).await?,
        None => None,
    };
    let (name, kana) = contact.map_or_else(
        || (known.names.full(), known.names.reading()),
        |contact| (contact.name, contact.kana),
    );
    Ok(rules::password_is_wrong(
        password,
        &link.email,
        &[&name, &kana],
    ))
}

/// Who has come in, where they go, and what they are told there.
struct Entered {
    person: PersonId,
    onwards: String,
    told: &'static str,
}

async fn enter(
    page: &Page,
    purpose: Purpose,
    token: &str,
    hash: String,
) -> Result<Entered, Failed<Refused>> {
    transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        if purpose == Purpose::SignUp {
            let (person, next) = service::open_by_link(work, token, hash).await?;
            return Ok(Entered {
                person,
                onwards: next.unwrap_or_else(|| "/mypage".to_owned()),
                told: "accounts-flash-opened",
            });
        }
        Ok(Entered {
            person: service::reset_by_link(work, token, hash).await?,
            onwards: "/mypage".to_owned(),
            told: "accounts-flash-password-changed",
        })
    })
    .await
}

async fn welcome(page: &Page, headers: &HeaderMap, entered: Entered) -> Result<Response, Error> {
    let flash = Flash::good(entered.told, json!({}));
    let onwards = &entered.onwards;
    let proof = service::Proof::by_letter(entered.person);
    super::enter(page, headers, &proof, onwards, Some(&flash)).await
}

async fn take_address(page: &Page, token: &str) -> Result<Response, Error> {
    let moved = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::take_address_by_link(work, token).await
    });
    match moved.await {
        Ok(person) if page.actor().is(person) => {
            let flash = Flash::good("accounts-flash-address-changed", json!({}));
            Ok(page.go_saying("/mypage/profile", &flash))
        }
        Ok(_) => {
            let flash = Flash::good("accounts-flash-address-changed-sign-in", json!({}));
            Ok(page.go_saying("/sign-in", &flash))
        }
        Err(refused) => over(page, refused),
    }
}
