//! Papers on A4: receipts (適格請求書), and what was given back (適格返還請求書).

use axum::response::Response;
use japan::money::Rounding;
use kernel::{Fault, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use super::{facts, pay};
use crate::{
    entity::{FeeTermsId, PaymentId, ReceiptId, RefundId, bill, payment_part, refund},
    read::{self, Paid, Taxes},
    rules::may_take,
    service,
};

/// `POST /counter/payments/{id}/receipt`
pub(super) async fn issue(
    page: Page,
    Id(id): Id<PaymentId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("fees");
    page.staff()?;
    let addressee = typed.text("addressee").to_owned();
    let issued = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::issue_receipt(work, id, &addressee).await
    });
    match issued.await {
        Ok(receipt) => Ok(page.go(&format!("/receipts/{receipt}"))),
        Err(failed) => pay::refused(&page, id, &typed, failed).await,
    }
}

/// `POST /counter/receipts/{id}/printing`: once more, marked as such.
pub(super) async fn print_again(page: Page, Id(id): Id<ReceiptId>) -> Result<Response, Error> {
    page.staff()?;
    transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::print_again(work, id).await
    })
    .await?;
    let flash = Flash::good("fees-printed-again-flash", json!({}));
    Ok(page.go_saying(&format!("/receipts/{id}"), &flash))
}

/// `GET /receipts/{id}`: the counter's is the receipt itself, one's own on the web a copy.
pub(super) async fn receipt(page: Page, Id(id): Id<ReceiptId>) -> Result<Response, Error> {
    page.person()?;
    let db = page.app.db.reader();
    let (receipt, paid) = read::receipt_seen_by(db, &page.actor(), id).await?;
    let (issuer, rounding) = issuer(&page, receipt.terms_id).await?;
    let parts = paid.receipted();
    let facts = json!({
        "number": read::receipt_number(&receipt),
        "issued_at": receipt.issued_at,
        "addressee": receipt.addressee,
        "again": receipt.printings > 1,
        "copy": !may_take(&page.actor()),
        "payment": paid.row.id,
        "amount": parts.iter().map(|part| part.amount).sum::<i64>(),
        "method": paid.row.method,
        "lines": lines(&page, &paid, &read::taxes(db).await?),
        "received": paid.row.amount,
        "returned": paid.returned().map(back).collect::<Vec<_>>(),
        "kept": paid.kept().0,
        "taxes": facts::taxes(&parts.iter().collect::<Vec<_>>(), rounding),
        "issuer": issuer,
    });
    page.show("fees/receipt.html", &facts)
}

/// `GET /refunds/{id}`
pub(super) async fn refund(page: Page, Id(id): Id<RefundId>) -> Result<Response, Error> {
    page.person()?;
    let db = page.app.db.reader();
    let (refund, paid) = read::refund_seen_by(db, &page.actor(), id).await?;
    let facts = returned(&page, &refund, &paid).await?;
    page.show("fees/refund_paper.html", &facts.ok_or(Error::not_found())?)
}

/// What the paper of a refund says.
async fn returned(
    page: &Page,
    refund: &refund::Model,
    paid: &Paid,
) -> Result<Option<Value>, Fault> {
    let (issuer, rounding) = issuer(page, refund.terms_id).await?;
    let part = paid
        .parts
        .iter()
        .find(|(part, _)| part.bill_id == refund.bill_id);
    let Some((part, bill)) = part else {
        return Ok(None);
    };
    let returned = payment_part::Model {
        amount: refund.amount,
        ..part.clone()
    };
    Ok(Some(json!({
        "at": refund.refunded_at,
        "paid_at": paid.row.received_at,
        "addressee": refund.addressee,
        "receipt": paid.receipt.as_ref().map(read::receipt_number),
        "deducted": refund.receipt_id.is_none(),
        "reference": bill.reference,
        "label": read::said(page.lang, &part.label, &part.label_en),
        "used_on": part.used_on,
        "amount": refund.amount,
        "method": refund.method,
        "taxes": facts::taxes(&[&returned], rounding),
        "issuer": issuer,
        "payment": may_take(&page.actor()).then_some(paid.row.id),
    })))
}

/// Who issued a paper, and how tax is rounded on it: terms are never changed.
async fn issuer(page: &Page, id: Option<FeeTermsId>) -> Result<(Value, Rounding), Fault> {
    let terms = match id {
        Some(id) => read::terms_row(page.app.db.reader(), id).await?,
        None => None,
    };
    Ok(terms.map_or((Value::Null, Rounding::Down), |terms| {
        let issuer = json!({
            "name": terms.issuer,
            "address": terms.address,
            "number": terms.registration_number,
            "collector": terms.collector,
            "regime": terms.regime,
        });
        (issuer, terms.rounding.into())
    }))
}

/// What was given back, after a receipt or before it.
fn back(refund: &refund::Model) -> Value {
    json!({ "at": refund.refunded_at, "amount": refund.amount })
}

/// What was paid, each line followed by what had been given back of it before the receipt.
fn lines(page: &Page, paid: &Paid, taxes: &Taxes) -> Vec<Value> {
    let line = |(part, bill): &(payment_part::Model, bill::Model)| {
        let used_on = part.used_on.parse().ok();
        let reduced = used_on.is_some_and(|day| taxes.is_reduced(part.thousandths, day));
        let own = paid.deducted().filter(|one| one.bill_id == part.bill_id);
        json!({
            "label": read::said(page.lang, &part.label, &part.label_en),
            "reference": bill.reference,
            "used_on": part.used_on,
            "amount": part.amount,
            "reduced": reduced,
            "deducted": own.map(back).collect::<Vec<_>>(),
        })
    };
    paid.parts.iter().map(line).collect()
}
