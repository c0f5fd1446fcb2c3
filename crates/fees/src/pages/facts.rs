//! What pages are told about bills, prices and people.

use accounts::read::Contact;
use japan::money::{self, Pricing, RateTotal, Rounding, Yen};
use kernel::{Fault, PersonId};
use serde_json::{Value, json};
use web::{Page, Typed};

use crate::{
    entity::payment_part,
    read::{self, Bill, Tariff},
    rules::{Rate, gaps, standing},
};

/// Names, once for each person.
pub(super) async fn names(page: &Page, people: Vec<PersonId>) -> Result<Vec<Contact>, Fault> {
    let mut ids = people;
    ids.sort_unstable();
    ids.dedup();
    let mut all = Vec::new();
    // Databases take some thousand values in one question.
    for some in ids.chunks(1_000) {
        all.extend(accounts::read::contacts(page.app.db.reader(), some.to_vec()).await?);
    }
    Ok(all)
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

/// Totals by rate of tax, each rounded once (適格請求書: 消費税法施行令第70条の10; worked example G20).
///
/// Each booking is charged a sum with tax, as it was shown (総額表示, 消費税法第63条), and that sum
/// stays what is paid. The paper states the tax inside the sum of all its lines of a rate, reckoned
/// from that sum and not from the taxes of the single bookings: rounding those first would state
/// another tax. No line states a tax of its own.
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
        "percent": read::percent(total.rate),
        "total": total.total.0,
        "tax": total.tax.0,
    })
}

/// A tariff with its prices: those in force, those to come, and those that are over. One that was
/// put right before it began was never a price, and is left out.
pub(super) fn tariff(page: &Page, tariff: &Tariff) -> Value {
    let today = super::now(page).date();
    let standing = |own: &Rate| {
        // A later row for the same people takes its place; of two from one day the second.
        let later = tariff.rates.iter().skip_while(|one| one.id != own.id);
        let mut later = later.skip(1).filter(|one| one.selector == own.selector);
        if own.valid_from > today {
            let put_right = later.any(|one| one.valid_from == own.valid_from);
            return if put_right { "put_right" } else { "coming" };
        }
        let ended = own.valid_until.is_some_and(|until| until < today);
        let followed = later.any(|one| one.valid_from <= today);
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
        "gaps": read::gap_facts(&gaps(&tariff.rates, today)),
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

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::entity::{BillId, PaymentId};

    fn part(amount: i64, thousandths: i32) -> payment_part::Model {
        payment_part::Model {
            payment_id: PaymentId(Uuid::nil()),
            bill_id: BillId(Uuid::nil()),
            label: String::new(),
            label_en: String::new(),
            used_on: "2026-12-15".into(),
            amount,
            thousandths,
        }
    }

    /// G20, and amounts where rounding each booking first would state another tax.
    #[test]
    fn a_paper_of_several_bookings_rounds_the_tax_of_each_rate_once() {
        use Rounding::{Down, HalfUp, Up};
        for (amounts, rate, rounding, once, each) in [
            (&[1_100][..], 100, Down, 100, 100),
            (&[999], 100, Down, 90, 90),
            (&[115, 115, 115], 100, Down, 31, 30),
            (&[999, 999, 999], 100, Down, 272, 270),
            (&[1_600, 800, 400], 100, Down, 254, 253),
            (&[115, 115, 115], 100, HalfUp, 31, 30),
            (&[115, 115, 115], 100, Up, 32, 33),
            (&[500, 500, 500], 80, Down, 111, 111),
            (&[490, 490, 490], 80, Down, 108, 108),
            (&[499, 499, 499], 80, Down, 110, 108),
            (&[115, 115, 115], 0, Down, 0, 0),
        ] {
            let parts: Vec<_> = amounts.iter().map(|yen| part(*yen, rate)).collect();
            let all: Vec<_> = parts.iter().collect();
            let stated = taxes(&all, rounding);
            let sum: i64 = amounts.iter().sum();
            assert_eq!(stated.len(), 1, "{amounts:?}");
            assert_eq!(stated[0]["total"], sum, "{amounts:?}");
            assert_eq!(stated[0]["tax"], once, "{amounts:?} {rounding:?}");
            let alone =
                |part: &payment_part::Model| taxes(&[part], rounding)[0]["tax"].as_i64().unwrap();
            let singly: i64 = parts.iter().map(alone).sum();
            assert_eq!(singly, each, "{amounts:?} {rounding:?}");
        }
    }

    #[test]
    fn each_rate_is_stated_apart_and_all_add_up_to_what_was_paid() {
        let parts = [
            part(115, 100),
            part(499, 80),
            part(115, 100),
            part(499, 80),
            part(115, 100),
        ];
        let all: Vec<_> = parts.iter().collect();
        let stated = taxes(&all, Rounding::Down);
        let said = |name: &str| -> Vec<_> { stated.iter().map(|tax| tax[name].clone()).collect() };
        assert_eq!(said("percent"), ["10", "8"]);
        assert_eq!(said("total"), [345, 998]);
        assert_eq!(said("tax"), [31, 73]);
    }
}
