//! What pages are told about bills, prices and people.

use accounts::read::Contact;
use japan::money::{self, Pricing, RateTotal, Rounding, Yen};
use kernel::{Fault, PersonId};
use serde_json::{Value, json};
use web::{Page, Typed};

use crate::{
    entity::payment_part,
    read::{self, Bill, Tariff},
    rules::{Rate, standing},
};

/// Names, once for each person.
pub(super) async fn names(page: &Page, people: Vec<PersonId>) -> Result<Vec<Contact>, Fault> {
    let mut ids = people;
    ids.sort_unstable();
    ids.dedup();
    accounts::read::contacts(page.app.db.reader(), ids).await
}

/// A bill as lists show it.
pub(super) fn bill(page: &Page, bill: &Bill, people: &[Contact]) -> Value {
    let balance = bill.balance();
    let (open, back) = (balance.open().0, balance.to_refund().0);
    let today = super::now(page).date().to_string();
    let standing = match (open, bill.parts.is_empty()) {
        (1.., _) if bill.row.due_on < today => "overdue",
        (1.., _) => "open",
        (..=-1, _) => "refund",
        (0, true) => "nothing",
        (0, false) if balance.charged == Yen::ZERO => "refunded",
        (0, false) => "paid",
    };
    let who = people.iter().find(|who| who.person == bill.row.person_id);
    json!({
        "id": bill.row.id,
        "reference": bill.row.reference,
        "link": bill.row.link,
        "label": bill.label(page.lang),
        "used_on": bill.row.used_on,
        "due_on": bill.row.due_on,
        "charged": balance.charged.0,
        "paid": balance.paid.0,
        "open": open.max(0),
        "to_refund": back,
        "standing": standing,
        "person": bill.row.person_id,
        "name": who.map(|who| who.name.as_str()),
        "kana": who.map(|who| who.kana.as_str()),
    })
}

/// The lines of a bill, each with what became of it.
pub(super) fn lines(page: &Page, bill: &Bill) -> Vec<Value> {
    let stands = standing(&bill.lines());
    let line = |row: &crate::entity::charge::Model| {
        let grant = bill.grants.iter().find(|grant| grant.charge_id == row.id);
        json!({
            "label": read::said(page.lang, &row.label, &row.label_en),
            "amount": row.amount,
            "at": row.made_at,
            "reversal": row.reverses.is_some(),
            "stands": stands.iter().any(|line| line.id == row.id),
            "reason": grant.and_then(|grant| grant.reason.clone()),
        })
    };
    bill.charges.iter().map(line).collect()
}

/// Totals by rate of tax, each rounded once (適格請求書).
pub(super) fn taxes(parts: &[&payment_part::Model], rounding: Rounding) -> Vec<Value> {
    let rate = |part: &payment_part::Model| {
        let thousandths = u16::try_from(part.thousandths).unwrap_or(0);
        money::Rate::try_thousandths(thousandths).ok()
    };
    let lines = parts
        .iter()
        .filter_map(|part| Some((rate(part)?, Yen(part.amount))));
    let totals = money::invoice(lines, Pricing::TaxWithin, rounding);
    totals.iter().map(total).collect()
}

fn total(total: &RateTotal) -> Value {
    json!({
        "percent": percent(total.rate),
        "total": total.total.0,
        "tax": total.tax.0,
    })
}

/// `10`, or `7.8`.
fn percent(rate: money::Rate) -> String {
    match (rate.thousandths() / 10, rate.thousandths() % 10) {
        (whole, 0) => whole.to_string(),
        (whole, tenth) => format!("{whole}.{tenth}"),
    }
}

/// A tariff with its prices: those in force, those to come, and those that are over.
pub(super) fn tariff(page: &Page, tariff: &Tariff) -> Value {
    let today = super::now(page).date();
    let standing = |own: &Rate| {
        if own.valid_from > today {
            return "coming";
        }
        let ended = own.valid_until.is_some_and(|until| until < today);
        // A later row for the same people took its place; of two from one day the second.
        let mut later = tariff
            .rates
            .iter()
            .skip_while(|one| one.id != own.id)
            .skip(1);
        let followed = later.any(|one| one.selector == own.selector && one.valid_from <= today);
        if ended || followed { "over" } else { "now" }
    };
    let rows = |wanted: &str| -> Vec<Value> {
        let rates = tariff.rates.iter().filter(|one| standing(one) == wanted);
        rates.map(read::rate_facts).collect()
    };
    json!({
        "id": tariff.row.id,
        "name": tariff.row.name,
        "name_en": tariff.row.name_en,
        "now": rows("now"),
        "coming": rows("coming"),
        "over": rows("over"),
        "seen": tariff.rates.len(),
    })
}

/// Every field with what was typed, to be sent again.
pub(super) fn kept(typed: &Typed, fields: &[&str]) -> Vec<Value> {
    fields
        .iter()
        .flat_map(|name| {
            let values = typed.all(name).into_iter();
            values.map(move |value| json!({ "name": name, "value": value }))
        })
        .collect()
}
