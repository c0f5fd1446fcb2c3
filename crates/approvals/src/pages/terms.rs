//! 答えの期限: how long an answer may take, from a day on.

use axum::response::Response;
use japan::calendar::parse_date;
use kernel::transact;
use serde_json::{Value, json};
use web::{Error, Flash, Page, Typed};

use super::reader;
use crate::{
    entity::approval_term,
    read,
    rules::{NewTerm, may_set_terms},
    service,
};

const TEMPLATE: &str = "approvals/terms.html";

/// `GET /approvals/terms`
pub(super) async fn all(page: Page) -> Result<Response, Error> {
    let page = page.nav("approvals");
    reader(&page)?;
    page.show(TEMPLATE, &facts(&page).await?)
}

/// `POST /approvals/terms`
pub(super) async fn set(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("approvals");
    if !may_set_terms(&page.person()?.actor) {
        return Err(Error::forbidden());
    }
    let term = NewTerm {
        days: typed.number("days"),
        remind: typed.number("remind"),
        source: typed.text("source").to_owned(),
        valid_from: parse_date(typed.text("valid_from")),
    };
    let set = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::set_term(work, &term).await
    });
    match set.await {
        Ok(()) => {
            let flash = Flash::good("approvals-term-set", json!({}));
            Ok(page.go_saying("/approvals/terms", &flash))
        }
        Err(failed) => page.refused(failed.into(), TEMPLATE, &facts(&page).await?, &typed),
    }
}

async fn facts(page: &Page) -> Result<Value, Error> {
    let today = page.app.clock.now().date().to_string();
    let rows = read::terms(page.app.db.reader()).await?;
    let now = rows.iter().find(|row| row.valid_from <= today);
    let now = now.map(|row| row.valid_from.clone());
    let row = |row: &approval_term::Model| {
        let standing = if row.valid_from > today {
            "coming"
        } else if Some(&row.valid_from) == now.as_ref() {
            "now"
        } else {
            "over"
        };
        json!({
            "valid_from": row.valid_from, "days": row.days, "remind": row.remind,
            "source": row.source, "standing": standing,
        })
    };
    Ok(json!({
        "rows": rows.iter().map(row).collect::<Vec<_>>(),
        "may_set": may_set_terms(&page.actor()),
    }))
}
