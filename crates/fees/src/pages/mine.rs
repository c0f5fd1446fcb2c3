//! マイページ: what one owes, what one paid, and the receipts.

use std::collections::BTreeSet;

use axum::response::Response;
use kernel::Fault;
use serde_json::{Value, json};
use web::{Error, Page};

use super::facts;
use crate::{
    entity::PaymentId,
    read::{self, Bill},
};

/// So many bills of the past are listed at most.
const LISTED: u64 = 200;

/// `GET /mypage/fees`
pub(super) async fn all(page: Page) -> Result<Response, Error> {
    let person = page.person()?.person;
    let db = page.app.db.reader();
    let bills = read::of_people(db, person, LISTED).await?;
    let rows: Vec<Value> = bills
        .iter()
        .map(|bill| facts::bill(&page, bill, &[]))
        .collect();
    let of = |wanted: &[&str]| {
        let own = |row: &&Value| {
            row["standing"]
                .as_str()
                .is_some_and(|own| wanted.contains(&own))
        };
        rows.iter().filter(own).collect::<Vec<_>>()
    };
    let facts = json!({
        "open": of(&["overdue", "open"]),
        "to_refund": of(&["refund"]),
        "total": rows.iter().filter_map(|row| row["open"].as_i64()).sum::<i64>(),
        "payments": payments(&page, &bills).await?,
    });
    page.show("fees/mine.html", &facts)
}

/// What was paid, the newest first, each with its receipt and what was given back.
async fn payments(page: &Page, bills: &[Bill]) -> Result<Vec<Value>, Fault> {
    let mut ids = BTreeSet::<PaymentId>::new();
    ids.extend(
        bills
            .iter()
            .flat_map(|bill| bill.parts.iter().map(|(_, paid)| paid.id)),
    );
    let mut all = Vec::new();
    for id in ids.into_iter().rev() {
        let Some(paid) = read::payment(page.app.db.reader(), id).await? else {
            continue;
        };
        let labels = paid.parts.iter();
        let labels = labels.map(|(part, _)| read::said(page.lang, &part.label, &part.label_en));
        let refunds = paid.refunds.iter();
        let refunds =
            refunds.map(|one| json!({ "id": one.id, "amount": one.amount, "at": one.refunded_at }));
        all.push(json!({
            "at": paid.row.received_at,
            "amount": paid.row.amount,
            "method": paid.row.method,
            "labels": labels.collect::<Vec<_>>(),
            "refunds": refunds.collect::<Vec<_>>(),
            "receipt": paid.receipt.map(|receipt| receipt.id),
        }));
    }
    Ok(all)
}
