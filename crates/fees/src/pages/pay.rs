//! Taking a payment: what is chosen is shown with its sum, then taken.

use axum::response::Response;
use japan::money::Yen;
use kernel::{Failed, Fault, transact};
use serde_json::{Value, json};
use web::{Error, FieldError, Flash, Id, Page, Typed};

use super::{counter, facts};
use crate::{
    entity::{BillId, PaymentId, payment::Method},
    read::{self, Bill, Paid},
    refused::Refused,
    service::{self, Receive},
};

/// `POST /counter/payments/confirmation`: what is to be paid; changes nothing.
pub(super) async fn confirm(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("fees");
    page.staff()?;
    let bills = chosen(&page, &typed).await?;
    if bills.is_empty() {
        return Ok(page.go_saying("/counter/fees", &nothing_chosen()));
    }
    show(&page, &typed, &bills, None).await
}

/// `POST /counter/payments`
pub(super) async fn receive(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("fees");
    page.staff()?;
    let bills = chosen(&page, &typed).await?;
    let Some(method) = Method::parse(typed.text("method")) else {
        let wrong = Failed::Refused(method_missing());
        return show(&page, &typed, &bills, Some(wrong)).await;
    };
    let wish = Receive {
        bills: seen(&typed),
        method,
    };
    let received = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::receive(work, &wish).await
    });
    match received.await {
        Ok(id) => {
            let flash = Flash::good("fees-received-flash", json!({}));
            let back = super::board(&typed).map_or_else(String::new, |day| format!("?board={day}"));
            Ok(page.go_saying(&format!("/counter/payments/{id}{back}"), &flash))
        }
        Err(failed) => show(&page, &typed, &bills, Some(failed)).await,
    }
}

fn nothing_chosen() -> Flash {
    Flash {
        kind: web::Tone::Care,
        ..Flash::good("fees-choose-bills", json!({}))
    }
}

fn method_missing() -> Refused {
    let wrong = crate::refused::Wrong::new("method", crate::refused::What::Choose);
    Refused::Wrong(vec![wrong])
}

/// The bills that were ticked, or named with what the screen showed.
async fn chosen(page: &Page, typed: &Typed) -> Result<Vec<Bill>, Error> {
    let mut ids: Vec<BillId> = seen(typed).into_iter().map(|(id, _)| id).collect();
    ids.extend(
        typed
            .all("bill")
            .iter()
            .filter_map(|id| id.parse::<BillId>().ok()),
    );
    ids.sort_unstable();
    ids.dedup();
    ids.truncate(100);
    Ok(read::bills(page.app.db.reader(), ids).await?)
}

/// What the screen showed: `<bill>:<open>`.
fn seen(typed: &Typed) -> Vec<(BillId, Yen)> {
    let one = |text: &str| {
        let (id, open) = text.split_once(':')?;
        Some((id.parse().ok()?, Yen(open.parse().ok()?)))
    };
    typed
        .all("seen")
        .into_iter()
        .filter_map(one)
        .take(100)
        .collect()
}

/// What is to be paid, with the question how; after a refusal what is open now.
async fn show(
    page: &Page,
    typed: &Typed,
    bills: &[Bill],
    failed: Option<Failed<Refused>>,
) -> Result<Response, Error> {
    let open: Vec<&Bill> = bills
        .iter()
        .filter(|bill| bill.balance().open() > Yen::ZERO)
        .collect();
    let total: Yen = open.iter().map(|bill| bill.balance().open()).sum();
    let rows = counter::rows(page, bills).await?;
    let facts = json!({
        "rows": rows.iter().filter(|row| row["open"] != 0).collect::<Vec<_>>(),
        "settled": rows.iter().filter(|row| row["open"] == 0).collect::<Vec<_>>(),
        "total": total.0,
        "methods": Method::ALL.map(Method::code),
        "board": super::board(typed),
    });
    match failed {
        None => page.form("fees/pay.html", &facts, typed),
        Some(failed) => page.refused(failed.into(), "fees/pay.html", &facts, typed),
    }
}

/// `GET /counter/payments/{id}?board=`: what was taken, its receipt, giving back.
pub(super) async fn one(
    page: Page,
    Id(id): Id<PaymentId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("fees");
    page.staff()?;
    let mut facts = one_facts(&page, id).await?;
    facts["board"] = json!(super::board(&typed));
    page.form("fees/payment.html", &facts, &Typed::default())
}

/// The same page with what is wrong with the receipt that was asked for.
pub(super) async fn refused(
    page: &Page,
    id: PaymentId,
    typed: &Typed,
    failed: Failed<Refused>,
) -> Result<Response, Error> {
    let facts = one_facts(page, id).await?;
    page.refused(failed.into(), "fees/payment.html", &facts, typed)
}

async fn one_facts(page: &Page, id: PaymentId) -> Result<Value, Error> {
    let paid = read::payment(page.app.db.reader(), id).await?;
    Ok(told(page, &paid.ok_or(Error::not_found())?).await?)
}

async fn told(page: &Page, paid: &Paid) -> Result<Value, Fault> {
    let who = facts::names(page, paid.person().into_iter().collect()).await?;
    let company = paid.organisation();
    let names = organisations::read::names(page.app.db.reader(), company.into_iter().collect());
    let names = names.await?;
    let parts = paid.parts.iter().map(|(part, bill)| {
        json!({
            "bill": bill.id, "reference": bill.reference, "amount": part.amount,
            "label": read::said(page.lang, &part.label, &part.label_en),
            "left": paid.left(part).0,
        })
    });
    let refunds = paid.refunds.iter().map(|refund| {
        json!({
            "id": refund.id, "at": refund.refunded_at, "method": refund.method,
            "amount": refund.amount, "reason": refund.reason,
        })
    });
    let receipt = paid.receipt.as_ref().map(|receipt| {
        json!({
            "id": receipt.id, "number": read::receipt_number(receipt),
            "addressee": receipt.addressee, "printings": receipt.printings,
        })
    });
    Ok(json!({
        "id": paid.row.id,
        "amount": paid.row.amount,
        "at": paid.row.received_at,
        "method": paid.row.method,
        "name": who.first().map(|who| who.name.as_str()),
        "organisation": company.and_then(|id| names.get(&id)),
        "person": paid.person(),
        "parts": parts.collect::<Vec<_>>(),
        "refunds": refunds.collect::<Vec<_>>(),
        "kept": paid.kept().0,
        "receipt": receipt,
    }))
}

/// What is wrong with a form whose verb was never asked.
pub(super) fn errors(refused: &Refused) -> Vec<FieldError> {
    Error::from(Failed::Refused(refused.clone())).fields()
}
