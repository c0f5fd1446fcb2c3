//! What uses come to, said before the button, and sent back by its form: nobody books, cancels or
//! accepts at a price that they did not see.

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use chrono::NaiveDate;
use kernel::{Failed, Fault, Span};
use serde_json::{Value, json};
use web::{Error, FieldError, Page, Typed};

use super::{fee, requests};
use crate::{
    entity::{SpaceId, booking::Party},
    read::{self, Card, ComesTo},
    refused::{Refused, Unseen},
};

/// How a day is written between the others.
const DAY: &str = "%Y%m%d";

/// What is said when it comes to something else than the page said.
const OTHERWISE: &str = "bookings-comes-to-otherwise";

/// What is said of a time of a series that someone else took since the page was shown.
pub(super) const TAKEN_NOW: &str = "bookings-series-taken-now";

/// The same of a time that was chosen instead.
pub(super) const GONE: &str = "bookings-series-choice-gone";

/// Adds what wished uses would come to: fee, approval, and both as the form sends them back. After
/// a refusal the form carries what it really comes to.
pub(super) async fn fill(
    page: &Page,
    facts: &mut Value,
    party: Party,
    wished: &[(SpaceId, Span)],
    real: Option<ComesTo>,
) -> Result<(), Fault> {
    let fee = fee::of_wish(page, party, wished).await?;
    let approval = requests::of_wish(page, party, wished).await?;
    let expected = ComesTo {
        amount: fee["amount"].as_i64().unwrap_or(0),
        requests: requests::count(&approval),
        ..ComesTo::default()
    };
    facts["fee"] = fee;
    facts["approval"] = approval;
    facts["comes_to"] = written(real.unwrap_or(expected));
    Ok(())
}

/// What changing these bookings comes to, as its form carries it: in yen, how many may become
/// requests or stay such, and how much stays; after a refusal, what it really comes to.
pub(super) async fn of_changing(
    page: &Page,
    cards: &[&Card],
    (amount, requests): (i64, usize),
    real: Option<ComesTo>,
) -> Result<Value, Fault> {
    if let Some(real) = real {
        return Ok(written(real));
    }
    Ok(written(ComesTo {
        amount,
        requests,
        kept: fee::kept_by_change(page, cards).await?,
        barred_until: None,
    }))
}

/// Adds what calling these bookings of one party off comes to: what stays to be paid, what counts as
/// an absence and what follows, and both as the form sends them back; after a refusal, what it really
/// comes to.
pub(super) async fn fill_cancelling(
    page: &Page,
    facts: &mut Value,
    cards: &[&Card],
    real: Option<ComesTo>,
) -> Result<(), Fault> {
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let bookings: Vec<_> = cards.iter().map(|card| &card.booking).collect();
    let cancelling = read::cancelling(db, &bookings, now).await?;
    let late = read::late(db, cards, now, page.lang).await?;
    facts["comes_to"] = written(real.unwrap_or(ComesTo {
        amount: cancelling.map_or(0, |all| all.stays),
        barred_until: late.until,
        ..ComesTo::default()
    }));
    facts["cancelling"] = json!(cancelling);
    if cancelling.is_some() {
        let today = now.date().to_string();
        let terms = read::payment_rows(db).await?;
        let terms = terms.iter().find(|terms| terms.valid_from <= today);
        facts["cancelling"]["since"] = json!(terms.map(|terms| &terms.valid_from));
        facts["cancelling"]["tiers"] =
            read::tier_facts(terms.map_or(&[], |terms| &terms.tiers)).into();
    }
    facts["late"] = json!(late);
    Ok(())
}

/// What the page has shown; without it, nothing to pay and nothing to approve.
pub(super) fn shown(typed: &Typed) -> ComesTo {
    let text = typed.text("comes_to");
    let mut parts = text.split('-');
    let mut next = || parts.next().unwrap_or_default();
    ComesTo {
        amount: next().parse().unwrap_or(0),
        requests: next().parse().unwrap_or(0),
        kept: next().parse().unwrap_or(0),
        barred_until: NaiveDate::parse_from_str(next(), DAY).ok(),
    }
}

/// The same as a form carries it.
fn written(to: ComesTo) -> Value {
    let day = to.barred_until.map(|day| day.format(DAY).to_string());
    let day = day.unwrap_or_default();
    format!("{}-{}-{}-{day}", to.amount, to.requests, to.kept).into()
}

/// What it really comes to, if that is why nothing was done.
pub(super) const fn otherwise<T>(outcome: &Result<T, Failed<Refused>>) -> Option<ComesTo> {
    match outcome {
        Err(Failed::Refused(Refused::Unseen(Unseen::Otherwise(to)))) => Some(*to),
        _ => None,
    }
}

/// The same as the summary at the top says it.
pub(super) fn wrong(real: Option<ComesTo>) -> Option<FieldError> {
    real.map(|_| FieldError::new("", OTHERWISE))
}

/// The page; with what stands against it 422, or 409 where something moved on since it was shown.
pub(super) fn answer(
    page: &Page,
    template: &str,
    facts: &Value,
    typed: &Typed,
    wrong: &[FieldError],
) -> Result<Response, Error> {
    if wrong.is_empty() {
        return page.form(template, facts, typed);
    }
    let mut response = page.again(template, facts, typed, wrong)?;
    let moved_on = |one: &FieldError| [TAKEN_NOW, GONE, OTHERWISE].contains(&one.key.as_str());
    if wrong.iter().any(moved_on) {
        *response.status_mut() = StatusCode::CONFLICT;
    }
    Ok(response.into_response())
}
