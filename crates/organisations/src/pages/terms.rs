//! 登録のきまり: how long registrations last, and when people are reminded.

use axum::response::Response;
use kernel::transact;
use serde_json::{Value, json};
use web::{Error, Flash, Page, Typed, standings};

use super::counter::staff_or_ward;
use crate::{
    entity::registration_term,
    read,
    rules::{self, TermDraft},
    service,
};

const TEMPLATE: &str = "organisations/terms.html";

/// `GET /counter/registration-terms`
pub(super) async fn show(page: Page) -> Result<Response, Error> {
    let page = page.nav("rules");
    staff_or_ward(&page)?;
    let rows = read::terms(page.app.db.reader()).await?;
    let mut typed = Typed::default();
    if let Some(newest) = rows.first() {
        typed = typed
            .or("months", &newest.months.to_string())
            .or("first", &newest.remind_first.to_string())
            .or("last", &newest.remind_last.to_string());
    }
    page.form(TEMPLATE, &facts(&page, &rows), &typed)
}

/// `POST /counter/registration-terms`
pub(super) async fn set(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("rules");
    page.manager()?;
    let draft = TermDraft {
        months: typed.number("months"),
        first: typed.number("first"),
        last: typed.number("last"),
        from: japan::calendar::parse_date(typed.text("from")),
    };
    let seen = typed.number("seen").unwrap_or(0);
    let set = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::set_terms(work, &draft, seen).await
    });
    if let Err(failed) = set.await {
        let rows = read::terms(page.app.db.reader()).await?;
        return page.refused(failed.into(), TEMPLATE, &facts(&page, &rows), &typed);
    }
    let flash = Flash::good("organisations-flash-terms-set", json!({}));
    Ok(page.go_saying("/counter/registration-terms", &flash))
}

fn facts(page: &Page, rows: &[registration_term::Model]) -> Value {
    let today = page.app.clock.now().date().to_string();
    let dates: Vec<&str> = rows.iter().map(|row| row.valid_from.as_str()).collect();
    let row = |(row, standing): (&registration_term::Model, &str)| {
        json!({
            "from": row.valid_from, "standing": standing, "months": row.months,
            "first": row.remind_first, "last": row.remind_last,
        })
    };
    let all = rows.iter().zip(standings(&dates, &today));
    json!({
        "rows": all.map(row).collect::<Vec<_>>(),
        "seen": rows.len(),
        "may_change": rules::may_set_terms(&page.actor()),
    })
}
