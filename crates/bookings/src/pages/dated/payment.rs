//! By when bookings are paid, and what cancelling costs.

use axum::response::Response;
use chrono::NaiveDate;
use kernel::transact;
use serde_json::{Value, json};
use web::{Error, Flash, Page, Typed, standings};

use super::{
    super::{counter::named, rules::reader},
    ask, seen,
};
use crate::{
    read::{self, PaymentTerms, Touched},
    rules::{
        charges::{DraftTier, PaymentDraft, TIER_FIELDS, Tier, begins},
        may_manage,
    },
    service,
};

const TEMPLATE: &str = "bookings/dated/payment.html";

/// So many bookings are listed at most before it is set.
const LISTED: usize = 200;

/// `GET /counter/payment-terms`
pub(in super::super) async fn payment(page: Page) -> Result<Response, Error> {
    let page = page.nav("rules");
    reader(&page)?;
    let rows = read::payment_rows(page.app.db.reader()).await?;
    let mut typed = Typed::default();
    if let Some(newest) = rows.first() {
        typed = typed.or("days", &newest.days.to_string());
        for (tier, (days, percent)) in newest.tiers.iter().zip(TIER_FIELDS) {
            typed = typed
                .or(days, &tier.days_before.to_string())
                .or(percent, &tier.percent.to_string());
        }
    }
    page.form(TEMPLATE, &facts(&page, &rows, rows.len()), &typed)
}

/// `POST /counter/payment-terms`: first shows what it changes, then sets it.
pub(in super::super) async fn set_payment(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("rules");
    page.manager()?;
    let draft = draft(&typed);
    let seen = seen(&typed);
    let rows = read::payment_rows(page.app.db.reader()).await?;
    if let Some(shown) = before_set(&page, &typed, &draft, &rows).await? {
        return Ok(shown);
    }
    let set = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::set_payment(work, &draft, Some(&seen)).await
    });
    if let Err(failed) = set.await {
        let facts = facts(&page, &rows, rows.len());
        return page.refused(failed.into(), TEMPLATE, &facts, &typed);
    }
    let flash = Flash::good("bookings-payment-set-flash", json!({}));
    Ok(page.go_saying("/counter/payment-terms", &flash))
}

/// The page that asks whether it is right, or the form again on the way back.
async fn before_set(
    page: &Page,
    typed: &Typed,
    draft: &PaymentDraft,
    rows: &[PaymentTerms],
) -> Result<Option<Response>, Error> {
    let today = page.app.clock.now().date();
    match (
        typed.text("act"),
        draft.allowed(),
        begins(draft.from, today),
    ) {
        ("back", ..) => page
            .form(TEMPLATE, &facts(page, rows, seen(typed).rows), typed)
            .map(Some),
        ("check", Ok((days, tiers)), Ok(from)) => {
            let mut facts = preview(page, rows, days, &tiers, from).await?;
            let day = from.to_string();
            let planned = rows.iter().find(|row| row.valid_from == day);
            ask(&mut facts, typed, planned.map(PaymentTerms::mark));
            page.form("bookings/dated/payment_check.html", &facts, typed)
                .map(Some)
        }
        _ => Ok(None),
    }
}

/// What was typed; a row without anything is none.
fn draft(typed: &Typed) -> PaymentDraft {
    let row = |(days, percent): (&str, &str)| {
        let empty = typed.text(days).is_empty() && typed.text(percent).is_empty();
        (!empty).then(|| DraftTier {
            days_before: typed.number(days),
            percent: typed.number(percent),
        })
    };
    PaymentDraft {
        days: typed.number("days"),
        tiers: TIER_FIELDS.map(row).into(),
        from: japan::calendar::parse_date(typed.text("from")),
    }
}

/// `seen`: how many rows the form was made from.
fn facts(page: &Page, rows: &[PaymentTerms], seen: usize) -> Value {
    let today = page.app.clock.now().date().to_string();
    let dates: Vec<&str> = rows.iter().map(|row| row.valid_from.as_str()).collect();
    let row = |(row, standing): (&PaymentTerms, &str)| {
        let mut facts = row.facts();
        facts["standing"] = standing.into();
        facts
    };
    let all = rows.iter().zip(standings(&dates, &today));
    json!({
        "rows": all.map(row).collect::<Vec<_>>(),
        "fields": TIER_FIELDS,
        "seen": seen,
        "may_change": may_manage(&page.actor()),
    })
}

/// What holds so far beside what would hold, and the bookings of which another share would stay.
async fn preview(
    page: &Page,
    rows: &[PaymentTerms],
    days: i32,
    tiers: &[Tier],
    from: NaiveDate,
) -> Result<Value, Error> {
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let date = from.to_string();
    let before = rows.iter().find(|row| row.valid_from <= date);
    let terms =
        |days: i32, tiers: &[Tier]| json!({ "days": days, "tiers": read::tier_facts(tiers) });
    let all = read::touched(db, tiers, from, now).await?;
    let shown: Vec<&Touched> = all.iter().take(LISTED).collect();
    let cards: Vec<_> = shown.iter().map(|one| one.card.clone()).collect();
    let all_named = named(page, &cards).await?;
    let row = |(mut facts, one): (Value, &&Touched)| {
        facts["on"] = json!(one.on);
        facts["before"] = one.before.into();
        facts["after"] = one.after.into();
        facts
    };
    Ok(json!({
        "from": from,
        "before": before.map(|row| terms(row.days, &row.tiers)),
        "after": terms(days, tiers),
        "count": all.len(),
        "limit": LISTED,
        "touched": all_named.into_iter().zip(&shown).map(row).collect::<Vec<_>>(),
    }))
}
