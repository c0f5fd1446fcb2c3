//! Giving money back.

use japan::money::Yen;
use kernel::{Failed, Fault, PersonId, Work};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::{
    bills::{lock_one, settle},
    receipts::terms_of,
};
use crate::{
    entity::{BillId, PaymentId, RefundId, payment::Method, refund},
    events,
    read::{self, Paid},
    refused::{Refused, What, Wrong},
    rules::{checked_reason, may_take},
};

/// Money to be given back.
#[derive(Clone, Debug)]
pub struct GiveBack {
    /// Of which payment.
    pub payment: PaymentId,
    /// Of which of its bills.
    pub bill: BillId,
    /// How much; `None` when it could not be read.
    pub amount: Option<Yen>,
    /// How; `None` when nothing was chosen.
    pub method: Option<Method>,
    /// Why.
    pub reason: String,
    /// What the screen showed as still to be had.
    pub seen: Yen,
}

/// Gives back part or all of what was paid on a bill, and never more.
pub async fn give_back(work: &Work, wish: &GiveBack) -> Result<RefundId, Failed<Refused>> {
    if !may_take(work.actor()) {
        return Err(Refused::MayNot.into());
    }
    let (amount, method, reason) = checked(wish)?;
    lock_one(work, wish.bill).await?;
    let Some(paid) = read::payment(work.db(), wish.payment).await? else {
        return Err(Refused::NoSuchPayment.into());
    };
    let part = paid
        .parts
        .iter()
        .find(|(part, _)| part.bill_id == wish.bill);
    let Some((part, bill)) = part else {
        return Err(Refused::NoSuchPayment.into());
    };
    let left = paid.left(part);
    if left != wish.seen {
        return Err(Refused::RefundedOtherwise.into());
    }
    if amount > left {
        return Err(Refused::MoreThanPaid { left: left.0 }.into());
    }
    let id: RefundId = work.new_id();
    refund::Entity::insert(refund::ActiveModel {
        id: Set(id),
        payment_id: Set(wish.payment),
        bill_id: Set(wish.bill),
        method: Set(method),
        amount: Set(amount.0),
        reason: Set(Some(reason)),
        addressee: Set(addressee(work, &paid, bill.person_id).await?),
        terms_id: Set(terms_of(work, &paid).await?),
        receipt_id: Set(paid.receipt.as_ref().map(|receipt| receipt.id)),
        refunded_by: Set(work.actor().person),
        refunded_at: Set(work.now()),
    })
    .exec_without_returning(work.db())
    .await?;
    settle(work, wish.bill).await?;
    work.record(events::refunded(id, wish.payment, method.code(), amount.0));
    Ok(id)
}

/// To whom the paper goes: who stands on the receipt, or whoever had paid.
async fn addressee(work: &Work, paid: &Paid, person: PersonId) -> Result<String, Fault> {
    if let Some(receipt) = paid
        .receipt
        .as_ref()
        .filter(|own| !own.addressee.is_empty())
    {
        return Ok(receipt.addressee.clone());
    }
    let who = accounts::read::contacts(work.db(), vec![person]).await?;
    Ok(who
        .into_iter()
        .next()
        .map_or_else(String::new, |who| who.name))
}

fn checked(wish: &GiveBack) -> Result<(Yen, Method, String), Refused> {
    let mut wrong = Vec::new();
    let amount = wish.amount.filter(|amount| *amount > Yen::ZERO);
    if amount.is_none() {
        wrong.push(Wrong::new("amount", What::AmountBack));
    }
    if wish.method.is_none() {
        wrong.push(Wrong::new("method", What::Choose));
    }
    let reason = checked_reason(&wish.reason)
        .map_err(|why| wrong.extend(why))
        .ok();
    match (amount, wish.method, reason) {
        (Some(amount), Some(method), Some(reason)) => Ok((amount, method, reason)),
        _ => Err(Refused::Wrong(wrong)),
    }
}
