//! How long an offer to someone who waits stands.

use axum::response::Response;
use kernel::transact;
use serde_json::{Value, json};
use web::{Error, Flash, Page, Typed, standings};

use super::super::rules::reader;
use crate::{
    entity::waiting_terms,
    read,
    rules::{may_manage, waiting::WaitingDraft},
    service,
};

const TEMPLATE: &str = "bookings/dated/waiting.html";

/// `GET /counter/waiting-terms`
pub(in super::super) async fn waiting(page: Page) -> Result<Response, Error> {
    let page = page.nav("rules");
    reader(&page)?;
    let rows = read::waiting_rows(page.app.db.reader()).await?;
    let mut typed = Typed::default();
    if let Some(newest) = rows.first() {
        typed = typed
            .or("longest", &(newest.longest_minutes / 60).to_string())
            .or("shortest", &newest.shortest_minutes.to_string())
            .or("last_call", &newest.last_call_minutes.to_string())
            .or("lapses", &newest.lapses.to_string())
            .or("most", &newest.most.to_string());
    }
    page.form(TEMPLATE, &facts(&page, &rows), &typed)
}

/// `POST /counter/waiting-terms`
pub(in super::super) async fn set_waiting(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("rules");
    page.manager()?;
    let draft = WaitingDraft {
        longest_hours: typed.number("longest"),
        shortest_minutes: typed.number("shortest"),
        last_call_minutes: typed.number("last_call"),
        lapses: typed.number("lapses"),
        most: typed.number("most"),
        from: japan::calendar::parse_date(typed.text("from")),
    };
    let seen = typed.number("seen").unwrap_or(0);
    let set = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::set_waiting(work, &draft, seen).await
    });
    if let Err(failed) = set.await {
        let rows = read::waiting_rows(page.app.db.reader()).await?;
        return page.refused(failed.into(), TEMPLATE, &facts(&page, &rows), &typed);
    }
    let flash = Flash::good("bookings-line-set-flash", json!({}));
    Ok(page.go_saying("/counter/waiting-terms", &flash))
}

fn facts(page: &Page, rows: &[waiting_terms::Model]) -> Value {
    let today = page.app.clock.now().date().to_string();
    let dates: Vec<&str> = rows.iter().map(|row| row.valid_from.as_str()).collect();
    let row = |(row, standing): (&waiting_terms::Model, &str)| {
        json!({
            "from": row.valid_from, "standing": standing,
            "longest": row.longest_minutes, "shortest": row.shortest_minutes,
            "last_call": row.last_call_minutes, "lapses": row.lapses, "most": row.most,
        })
    };
    let all = rows.iter().zip(standings(&dates, &today));
    json!({
        "rows": all.map(row).collect::<Vec<_>>(),
        "seen": rows.len(),
        "may_change": may_manage(&page.actor()),
    })
}
