//! How long an offer to someone who waits stands.

use axum::response::Response;
use kernel::transact;
use serde_json::{Value, json};
use web::{Error, Flash, Page, Typed, standings};

use super::{super::rules::reader, ask, seen};
use crate::{
    entity::waiting_terms,
    read,
    rules::{charges::begins, may_manage, waiting::WaitingDraft},
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

/// `POST /counter/waiting-terms`: first shows what it changes, then sets it.
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
    let seen = seen(&typed);
    if let Some(shown) = before_set(&page, &typed, &draft).await? {
        return Ok(shown);
    }
    let set = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::set_waiting(work, &draft, &seen).await
    });
    if let Err(failed) = set.await {
        let rows = read::waiting_rows(page.app.db.reader()).await?;
        return page.refused(failed.into(), TEMPLATE, &facts(&page, &rows), &typed);
    }
    let flash = Flash::good("bookings-line-set-flash", json!({}));
    Ok(page.go_saying("/counter/waiting-terms", &flash))
}

/// The page that asks whether it is right, or the form again on the way back.
async fn before_set(
    page: &Page,
    typed: &Typed,
    draft: &WaitingDraft,
) -> Result<Option<Response>, Error> {
    let db = page.app.db.reader();
    let rows = read::waiting_rows(db).await?;
    let today = page.app.clock.now().date();
    match (
        typed.text("act"),
        draft.allowed(),
        begins(draft.from, today),
    ) {
        ("back", ..) => {
            let mut facts = facts(page, &rows);
            // What was seen stays what was seen.
            facts["seen"] = typed.text("seen").into();
            page.form(TEMPLATE, &facts, typed).map(Some)
        }
        ("check", Ok(after), Ok(_)) => check(page, typed, &rows, &after).await.map(Some),
        _ => Ok(None),
    }
}

/// The page that asks whether it is right.
async fn check(
    page: &Page,
    typed: &Typed,
    rows: &[waiting_terms::Model],
    after: &waiting_terms::Model,
) -> Result<Response, Error> {
    let before = rows.iter().find(|row| row.valid_from <= after.valid_from);
    let mut facts = json!({
        "from": after.valid_from,
        "before": before.map(terms),
        "after": terms(after),
        "count": read::waiting_from(page.app.db.reader(), after).await?,
    });
    let planned = before.filter(|row| row.valid_from == after.valid_from);
    ask(&mut facts, typed, planned.map(waiting_terms::Model::mark));
    page.form("bookings/dated/waiting_check.html", &facts, typed)
}

fn terms(row: &waiting_terms::Model) -> Value {
    json!({
        "from": row.valid_from, "longest": row.longest_minutes, "shortest": row.shortest_minutes,
        "last_call": row.last_call_minutes, "lapses": row.lapses, "most": row.most,
    })
}

fn facts(page: &Page, rows: &[waiting_terms::Model]) -> Value {
    let today = page.app.clock.now().date().to_string();
    let dates: Vec<&str> = rows.iter().map(|row| row.valid_from.as_str()).collect();
    let row = |(row, standing): (&waiting_terms::Model, &str)| {
        let mut facts = terms(row);
        facts["standing"] = standing.into();
        facts
    };
    let all = rows.iter().zip(standings(&dates, &today));
    json!({
        "rows": all.map(row).collect::<Vec<_>>(),
        "seen": rows.len(),
        "may_change": may_manage(&page.actor()),
    })
}
