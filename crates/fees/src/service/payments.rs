//! Taking money at the counter.

use japan::money::Yen;
use kernel::{Failed, Work};
use sea_orm::{ActiveValue::Set, entity::prelude::*};
use views::Lang;

use super::bills::{lock, settle};
use crate::{
    entity::{BillId, PaymentId, payment, payment::Method, payment_part},
    events,
    read::Bill,
    refused::Refused,
    rules::may_take,
};

/// Money that somebody puts on the counter.
#[derive(Clone, Debug)]
pub struct Receive {
    /// Which bills it pays, each with what the screen showed as open.
    pub bills: Vec<(BillId, Yen)>,
    /// How.
    pub method: Method,
}

/// Takes what is open on these bills, whole.
///
/// Where two receptionists take one payment, the first has it and the second is told so: what is
/// open is no longer what their screen showed.
pub async fn receive(work: &Work, wish: &Receive) -> Result<PaymentId, Failed<Refused>> {
    if !may_take(work.actor()) {
        return Err(Refused::MayNot.into());
    }
    let bills = lock(work, wish.bills.iter().map(|(id, _)| *id).collect()).await?;
    let amount = owed(&bills, wish)?;
    let id: PaymentId = work.new_id();
    payment::Entity::insert(payment::ActiveModel {
        id: Set(id),
        method: Set(wish.method),
        amount: Set(amount.0),
        received_by: Set(work.actor().person),
        received_at: Set(work.now()),
    })
    .exec_without_returning(work.db())
    .await?;
    payment_part::Entity::insert_many(bills.iter().map(|bill| part(id, bill)))
        .exec_without_returning(work.db())
        .await?;
    for bill in &bills {
        settle(work, bill.row.id).await?;
    }
    let event = events::received(id, wish.method.code(), amount.0, bills.len());
    work.record(event);
    Ok(id)
}

/// What is owed in all, when it is what was shown.
fn owed(bills: &[Bill], wish: &Receive) -> Result<Yen, Refused> {
    let Some(first) = bills.first() else {
        return Err(Refused::NothingToPay);
    };
    if bills.len() != wish.bills.len() {
        return Err(Refused::NoSuchBill);
    }
    if bills
        .iter()
        .any(|bill| bill.row.person_id != first.row.person_id)
    {
        return Err(Refused::DifferentPayers);
    }
    let mut sum = Yen::ZERO;
    for bill in bills {
        let open = bill.balance().open();
        let shown = wish.bills.iter().find(|(id, _)| *id == bill.row.id);
        if shown.is_none_or(|(_, shown)| *shown != open) {
            return Err(Refused::OwedOtherwise);
        }
        if open <= Yen::ZERO {
            return Err(Refused::NothingToPay);
        }
        sum = sum.checked_add(open).ok_or(Refused::OwedOtherwise)?;
    }
    Ok(sum)
}

/// What the payment pays of a bill, with the words of this moment: a receipt never changes.
fn part(payment: PaymentId, bill: &Bill) -> payment_part::ActiveModel {
    let english = bill.label(Lang::En);
    let english = if english == bill.label(Lang::Ja) {
        ""
    } else {
        english
    };
    payment_part::ActiveModel {
        payment_id: Set(payment),
        bill_id: Set(bill.row.id),
        label: Set(bill.label(Lang::Ja).to_owned()),
        label_en: Set(english.to_owned()),
        used_on: Set(bill.row.used_on.clone()),
        amount: Set(bill.balance().open().0),
        thousandths: Set(bill.row.thousandths),
    }
}
