//! 専門家派遣のきまり: how often an expert comes to one business, and for how long.

use axum::response::Response;
use japan::calendar::parse_date;
use kernel::transact;
use serde_json::{Value, json};
use web::{Error, Flash, Page, Routes, Typed};

use crate::{entity::dispatch_terms, pages::keeper, read, rules::DispatchTermsDraft, service};

const PATH: &str = "/counter/dispatch-terms";
const FORM: &str = "consultations/dispatch_terms.html";

/// The routes of the terms of dispatches.
pub(super) fn routes() -> Routes {
    Routes::new().get(PATH, show).post(PATH, set)
}

/// `GET /counter/dispatch-terms`
async fn show(page: Page) -> Result<Response, Error> {
    let page = page.nav("experts");
    keeper(&page)?;
    let today = page.app.clock.now().date();
    let now = read::dispatch_terms(page.app.db.reader(), today).await?;
    let filled = Typed::default()
        .or("most_per_applicant", &now.most_per_applicant.to_string())
        .or("most_per_theme", &now.most_per_theme.to_string())
        .or("minutes", &now.minutes.to_string())
        .or("source", &now.source);
    page.form(FORM, &given(&page).await?, &filled)
}

/// `POST /counter/dispatch-terms`
async fn set(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("experts");
    keeper(&page)?;
    let draft = DispatchTermsDraft {
        valid_from: parse_date(typed.text("valid_from")),
        most_per_applicant: typed.number("most_per_applicant"),
        most_per_theme: typed.number("most_per_theme"),
        minutes: typed.number("minutes"),
        source: typed.text("source").to_owned(),
    };
    let set = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::set_dispatch_terms(work, &draft).await
    });
    match set.await {
        Ok(()) => {
            let flash = Flash::good("consultation-terms-set", json!({}));
            Ok(page.go_saying(PATH, &flash))
        }
        Err(failed) => page.refused(failed.into(), FORM, &given(&page).await?, &typed),
    }
}

async fn given(page: &Page) -> Result<Value, Error> {
    let today = page.app.clock.now().date().to_string();
    let all = read::all_dispatch_terms(page.app.db.reader()).await?;
    let now = all.iter().rev().find(|row| row.valid_from <= today);
    let now = now.map(|row| row.valid_from.clone());
    let fact = |row: &dispatch_terms::Model| {
        json!({
            "valid_from": row.valid_from, "most_per_applicant": row.most_per_applicant,
            "most_per_theme": row.most_per_theme, "minutes": row.minutes, "source": row.source,
        })
    };
    Ok(json!({ "terms": all.iter().map(fact).collect::<Vec<_>>(), "now": now }))
}
