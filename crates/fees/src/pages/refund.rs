//! Giving money back: how much can be, what follows from it, then the act.

use axum::response::Response;
use japan::money::Yen;
use kernel::transact;
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use super::{facts, pay};
use crate::{
    entity::{BillId, PaymentId, payment::Method},
    read::{self, Paid},
    refused::{Refused, What, Wrong},
    rules::{checked_reason, yen_typed},
    service::{self, GiveBack},
};

const FIELDS: [&str; 4] = ["bill", "amount", "method", "reason"];

/// `GET /counter/payments/{id}/refund?bill=`
pub(super) async fn new(
    page: Page,
    Id(id): Id<PaymentId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("fees");
    page.staff()?;
    let (facts, _, suggested) = asked(&page, id, &typed).await?;
    let typed = match suggested {
        Yen(1..) => typed.or("amount", &suggested.0.to_string()),
        _ => typed,
    };
    page.form("fees/refund.html", &facts, &typed)
}

/// `POST /counter/payments/{id}/refund/confirmation`: what follows from it; changes nothing.
pub(super) async fn confirm(
    page: Page,
    Id(id): Id<PaymentId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("fees");
    page.staff()?;
    let (mut facts, _, _) = asked(&page, id, &typed).await?;
    let amount = match typed.text("back") {
        "" => checked(&typed, facts["part"]["left"].as_i64().unwrap_or(0)),
        _ => return page.form("fees/refund.html", &facts, &typed),
    };
    match amount {
        Ok(amount) => {
            let owed = facts["bill"]["charged"].as_i64().unwrap_or(0);
            let paid = facts["bill"]["paid"].as_i64().unwrap_or(0);
            facts["amount"] = amount.0.into();
            facts["open_after"] = (owed - paid + amount.0).max(0).into();
            facts["kept"] = facts::kept(&typed, &FIELDS).into();
            page.form("fees/refund_confirm.html", &facts, &typed)
        }
        Err(refused) => page.again("fees/refund.html", &facts, &typed, &pay::errors(&refused)),
    }
}

/// `POST /counter/payments/{id}/refund`
pub(super) async fn give_back(
    page: Page,
    Id(id): Id<PaymentId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("fees");
    page.staff()?;
    let (facts, bill, _) = asked(&page, id, &typed).await?;
    let wish = GiveBack {
        payment: id,
        bill,
        amount: yen_typed(typed.text("amount")),
        method: Method::parse(typed.text("method")),
        reason: typed.text("reason").to_owned(),
        seen: Yen(typed.text("left").parse().unwrap_or(-1)),
    };
    let given = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::give_back(work, &wish).await
    });
    if let Err(failed) = given.await {
        return page.refused(failed.into(), "fees/refund.html", &facts, &typed);
    }
    let flash = Flash::good("fees-refunded-flash", json!({}));
    Ok(page.go_saying(&format!("/counter/payments/{id}"), &flash))
}

/// Of which of its bills; a payment of a single one needs no more words.
fn bill_of(paid: &Paid, typed: &Typed) -> Result<BillId, Error> {
    match (typed.text("bill"), paid.parts.as_slice()) {
        ("", [(part, _)]) => Ok(part.bill_id),
        (bill, _) => bill.parse().map_err(|_error| Error::not_found()),
    }
}

/// The part of the payment, its bill, and what was taken too much of it.
async fn asked(page: &Page, id: PaymentId, typed: &Typed) -> Result<(Value, BillId, Yen), Error> {
    let db = page.app.db.reader();
    let paid = read::payment(db, id).await?.ok_or(Error::not_found())?;
    let bill = bill_of(&paid, typed)?;
    let part = paid.parts.iter().find(|(part, _)| part.bill_id == bill);
    let (part, _) = part.ok_or(Error::not_found())?;
    let bill = read::bill(db, bill).await?.ok_or(Error::not_found())?;
    let left = paid.left(part);
    let people = facts::names(page, vec![bill.row.person_id]).await?;
    let facts = json!({
        "payment": id,
        "method": paid.row.method,
        "at": paid.row.received_at,
        "part": { "amount": part.amount, "left": left.0 },
        "bill": facts::bill(page, &bill, &people),
        "methods": Method::ALL.map(Method::code),
    });
    Ok((facts, bill.row.id, bill.balance().to_refund().min(left)))
}

/// The amount, when everything is filled in and no more is given back than was paid.
fn checked(typed: &Typed, left: i64) -> Result<Yen, Refused> {
    let mut wrong = Vec::new();
    let amount = yen_typed(typed.text("amount")).filter(|amount| *amount > Yen::ZERO);
    if amount.is_none() {
        wrong.push(Wrong::new("amount", What::AmountBack));
    }
    if Method::parse(typed.text("method")).is_none() {
        wrong.push(Wrong::new("method", What::Choose));
    }
    if let Err(why) = checked_reason(typed.text("reason")) {
        wrong.extend(why);
    }
    match amount {
        Some(amount) if amount.0 > left && wrong.is_empty() => Err(Refused::MoreThanPaid { left }),
        Some(amount) if wrong.is_empty() => Ok(amount),
        _ => Err(Refused::Wrong(wrong)),
    }
}
