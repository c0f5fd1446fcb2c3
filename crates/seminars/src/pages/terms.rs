//! セミナーのきまり: when people are reminded of a lesson, how long they can answer, by when they pay.

use axum::response::Response;
use japan::calendar::parse_date;
use kernel::transact;
use serde_json::{Value, json};
use web::{Error, Flash, Page, Routes, Typed};

use super::keeper;
use crate::{entity::seminar_terms, read, rules::TermsDraft, service};

const FORM: &str = "seminars/terms.html";

/// The routes of the terms.
pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/counter/seminars/terms", show)
        .post("/counter/seminars/terms", set)
}

/// `GET /counter/seminars/terms`
async fn show(page: Page) -> Result<Response, Error> {
    let page = page.nav("seminars");
    keeper(&page)?;
    let today = page.app.clock.now().date();
    let now = read::seminar_terms(page.app.db.reader(), today).await?;
    let filled = Typed::default()
        .or("remind_hours", &now.remind_hours.to_string())
        .or("answer_days", &now.answer_days.to_string())
        .or("payment_days", &now.payment_days.to_string())
        .or("free_days", &now.free_days.to_string());
    page.form(FORM, &given(&page).await?, &filled)
}

/// `POST /counter/seminars/terms`
async fn set(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("seminars");
    keeper(&page)?;
    let draft = TermsDraft {
        valid_from: parse_date(typed.text("valid_from")),
        remind_hours: typed.number("remind_hours"),
        answer_days: typed.number("answer_days"),
        payment_days: typed.number("payment_days"),
        free_days: typed.number("free_days"),
    };
    let set = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::set_terms(work, &draft).await
    });
    match set.await {
        Ok(()) => {
            let flash = Flash::good("seminars-terms-set", json!({}));
            Ok(page.go_saying("/counter/seminars/terms", &flash))
        }
        Err(failed) => page.refused(failed.into(), FORM, &given(&page).await?, &typed),
    }
}

async fn given(page: &Page) -> Result<Value, Error> {
    let today = page.app.clock.now().date().to_string();
    let all = read::all_seminar_terms(page.app.db.reader()).await?;
    let now = all.iter().rev().find(|row| row.valid_from <= today);
    let now = now.map(|row| row.valid_from.clone());
    let fact = |row: &seminar_terms::Model| {
        json!({
            "valid_from": row.valid_from, "remind_hours": row.remind_hours,
            "answer_days": row.answer_days, "payment_days": row.payment_days,
            "free_days": row.free_days,
        })
    };
    Ok(json!({ "terms": all.iter().map(fact).collect::<Vec<_>>(), "now": now }))
}
