//! 相談のきまり: how long a meeting is, when people are reminded and asked again, how long words are kept.

use axum::response::Response;
use japan::calendar::parse_date;
use kernel::transact;
use serde_json::{Value, json};
use web::{Error, Flash, Page, Routes, Typed};

use super::keeper;
use crate::{entity::consultation_terms, read, rules::TermsDraft, service};

const FORM: &str = "consultations/terms.html";

/// The routes of the terms.
pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/counter/consultation-terms", show)
        .post("/counter/consultation-terms", set)
}

/// `GET /counter/consultation-terms`
async fn show(page: Page) -> Result<Response, Error> {
    let page = page.nav("experts");
    keeper(&page)?;
    let today = page.app.clock.now().date();
    let now = read::terms(page.app.db.reader(), today).await?;
    let mut filled = Typed::default();
    for (name, value) in facts(&now).as_object().into_iter().flatten() {
        let text = value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned);
        if name != "valid_from" {
            filled = filled.or(name, &text);
        }
    }
    page.form(FORM, &given(&page).await?, &filled)
}

/// `POST /counter/consultation-terms`
async fn set(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("experts");
    keeper(&page)?;
    let draft = draft(&typed);
    let set = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::set_terms(work, &draft).await
    });
    match set.await {
        Ok(()) => {
            let flash = Flash::good("consultation-terms-set", json!({}));
            Ok(page.go_saying("/counter/consultation-terms", &flash))
        }
        Err(failed) => page.refused(failed.into(), FORM, &given(&page).await?, &typed),
    }
}

/// The terms as far as they were typed.
fn draft(typed: &Typed) -> TermsDraft {
    let months = typed.text("follow_up_months").split([',', '、', '，']);
    let months: Result<Vec<i32>, _> = months
        .map(|month| japan::kana::digits(month.trim()).parse())
        .collect();
    TermsDraft {
        valid_from: parse_date(typed.text("valid_from")),
        meeting_minutes: typed.number("meeting_minutes"),
        notice_hours: typed.number("notice_hours"),
        days_ahead: typed.number("days_ahead"),
        triage_days: typed.number("triage_days"),
        first_reminder: typed.number("first_reminder"),
        second_reminder: typed.number("second_reminder"),
        follow_up_months: months.ok(),
        retention_years: typed.number("retention_years"),
    }
}

async fn given(page: &Page) -> Result<Value, Error> {
    let today = page.app.clock.now().date().to_string();
    let all = read::all_terms(page.app.db.reader()).await?;
    let now = all.iter().rev().find(|row| row.valid_from <= today);
    let now = now.map(|row| row.valid_from.clone());
    Ok(json!({ "terms": all.iter().map(facts).collect::<Vec<_>>(), "now": now }))
}

/// Terms, as pages have them.
fn facts(row: &consultation_terms::Model) -> Value {
    json!({
        "valid_from": row.valid_from, "meeting_minutes": row.meeting_minutes,
        "notice_hours": row.notice_hours, "days_ahead": row.days_ahead,
        "triage_days": row.triage_days, "first_reminder": row.first_reminder,
        "second_reminder": row.second_reminder, "follow_up_months": row.follow_up_months,
        "retention_years": row.retention_years,
    })
}
