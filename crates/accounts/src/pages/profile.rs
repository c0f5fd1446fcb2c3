//! 登録した内容: what a person has told of themselves, and the way to everything that guards it.

use axum::response::Response;
use kernel::transact;
use serde_json::{Value, json};
use views::Lang;
use web::{Error, Flash, Page, Routes, Typed};

use super::names;
use crate::{
    read::{self, Profile},
    service,
};

pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/mypage/profile", show)
        .post("/mypage/profile", change)
}

const FORM: &str = "accounts/profile.html";

async fn show(page: Page) -> Result<Response, Error> {
    let profile = mine(&page).await?;
    page.form(FORM, &facts(&page, &profile).await?, &filled(&profile))
}

async fn mine(page: &Page) -> Result<Profile, Error> {
    read::profile(page.app.db.reader(), page.person()?.person)
        .await?
        .ok_or_else(Error::not_found)
}

async fn facts(page: &Page, profile: &Profile) -> Result<Value, Error> {
    let person = page.person()?.person;
    let factor = read::second_factor(page.app.db.reader(), person).await?;
    Ok(json!({ "email": profile.email, "factor": factor }))
}

fn filled(profile: &Profile) -> Typed {
    let names = &profile.names;
    Typed::default()
        .or("family_name", &names.family_name)
        .or("given_name", &names.given_name)
        .or("family_kana", &names.family_kana)
        .or("given_kana", &names.given_kana)
        .or("telephone", &profile.telephone)
        .or("lang", profile.lang.code())
}

async fn change(page: Page, typed: Typed) -> Result<Response, Error> {
    let person = page.person()?.person;
    let lang = Lang::parse(typed.text("lang")).unwrap_or(page.lang);
    let profile = service::Profile {
        names: names(&typed),
        telephone: typed.text("telephone").to_owned(),
        lang,
    };
    let done = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::change_profile(work, person, profile).await
    });
    match done.await {
        Ok(()) => {
            let flash = Flash::good("accounts-flash-profile-changed", json!({}));
            // The address carries the language, so that the pages follow at once.
            let there = format!("/mypage/profile?lang={}", lang.code());
            Ok(page.go_saying(&there, &flash))
        }
        Err(refused) => {
            let facts = facts(&page, &mine(&page).await?).await?;
            page.refused(refused.into(), FORM, &facts, &typed)
        }
    }
}
