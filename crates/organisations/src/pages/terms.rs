//! 登録のきまり: how long registrations last, and when people are reminded.

use axum::response::Response;
use kernel::{dated::Seen, transact};
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

/// `POST /counter/registration-terms`: first shows what it changes, then sets it.
pub(super) async fn set(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("rules");
    page.manager()?;
    let draft = TermDraft {
        months: typed.number("months"),
        first: typed.number("first"),
        last: typed.number("last"),
        from: japan::calendar::parse_date(typed.text("from")),
    };
    let seen = Seen {
        rows: typed.number("seen").unwrap_or(0),
        replaces: typed.text("replaces").to_owned(),
    };
    if let Some(shown) = before_set(&page, &typed, &draft).await? {
        return Ok(shown);
    }
    let set = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::set_terms(work, &draft, &seen).await
    });
    if let Err(failed) = set.await {
        let rows = read::terms(page.app.db.reader()).await?;
        return page.refused(failed.into(), TEMPLATE, &facts(&page, &rows), &typed);
    }
    let flash = Flash::good("organisations-flash-terms-set", json!({}));
    Ok(page.go_saying("/counter/registration-terms", &flash))
}

/// The page that asks whether it is right, or the form again on the way back.
async fn before_set(
    page: &Page,
    typed: &Typed,
    draft: &TermDraft,
) -> Result<Option<Response>, Error> {
    let db = page.app.db.reader();
    let rows = read::terms(db).await?;
    match (
        typed.text("act"),
        draft.allowed(page.app.clock.now().date()),
    ) {
        ("back", _) => {
            let mut facts = facts(page, &rows);
            // What was seen stays what was seen.
            facts["seen"] = typed.text("seen").into();
            page.form(TEMPLATE, &facts, typed).map(Some)
        }
        ("check", Ok(after)) => check(page, typed, &rows, &after).await.map(Some),
        _ => Ok(None),
    }
}

/// The page that asks whether it is right.
async fn check(
    page: &Page,
    typed: &Typed,
    rows: &[registration_term::Model],
    after: &registration_term::Model,
) -> Result<Response, Error> {
    let before = rows.iter().find(|row| row.valid_from <= after.valid_from);
    let fields = ["seen", "months", "first", "last", "from"];
    let mut kept = fields
        .map(|name| json!({ "name": name, "value": typed.text(name) }))
        .to_vec();
    let there = before.filter(|row| row.valid_from == after.valid_from);
    kept.extend(there.map(|row| json!({ "name": "replaces", "value": row.mark() })));
    let facts = json!({
        "from": after.valid_from,
        "before": before.map(terms),
        "after": terms(after),
        "count": read::count_valid(page.app.db.reader(), &after.valid_from).await?,
        "replaces": there.is_some(),
        "kept": kept,
    });
    page.form("organisations/terms_check.html", &facts, typed)
}

fn terms(row: &registration_term::Model) -> Value {
    json!({
        "from": row.valid_from, "months": row.months, "first": row.remind_first,
        "last": row.remind_last,
    })
}

fn facts(page: &Page, rows: &[registration_term::Model]) -> Value {
    let today = page.app.clock.now().date().to_string();
    let dates: Vec<&str> = rows.iter().map(|row| row.valid_from.as_str()).collect();
    let row = |(row, standing): (&registration_term::Model, &str)| {
        let mut facts = terms(row);
        facts["standing"] = standing.into();
        facts
    };
    let all = rows.iter().zip(standings(&dates, &today));
    json!({
        "rows": all.map(row).collect::<Vec<_>>(),
        "seen": rows.len(),
        "may_change": rules::may_set_terms(&page.actor()),
    })
}
