//! Payments, with what they paid, what was given back, and their receipt.

use japan::money::Yen;
use kernel::{Actor, Failed, Fault, PersonId};
use organisations::entity::OrganisationId;
use sea_orm::{QueryOrder, entity::prelude::*};

use crate::{
    entity::{PaymentId, ReceiptId, RefundId, bill, payment, payment_part, receipt, refund},
    refused::Refused,
    rules::{may_take, refundable},
};

/// A payment with everything about it.
#[derive(Clone, Debug)]
pub struct Paid {
    /// Its row.
    pub row: payment::Model,
    /// What it paid, each with its bill.
    pub parts: Vec<(payment_part::Model, bill::Model)>,
    /// What was given back of it.
    pub refunds: Vec<refund::Model>,
    /// Its receipt, once one was issued.
    pub receipt: Option<receipt::Model>,
}

impl Paid {
    /// Who owed it.
    pub fn person(&self) -> Option<PersonId> {
        self.parts.first().map(|(_, bill)| bill.person_id)
    }

    /// As which organisation all of it was owed; none where any of it was a person's own.
    pub fn organisation(&self) -> Option<OrganisationId> {
        let mut all = self.parts.iter().map(|(_, bill)| bill.organisation_id);
        let first = all.next()??;
        all.all(|one| one == Some(first)).then_some(first)
    }

    /// What can still be given back of one part.
    pub fn left(&self, part: &payment_part::Model) -> Yen {
        let own = self
            .refunds
            .iter()
            .filter(|one| one.bill_id == part.bill_id);
        refundable(Yen(part.amount), own.map(|refund| Yen(refund.amount)))
    }

    /// What was not given back.
    pub fn kept(&self) -> Yen {
        self.parts.iter().map(|(part, _)| self.left(part)).sum()
    }

    /// What had been given back before the receipt was issued: the receipt is for the rest.
    pub fn deducted(&self) -> impl Iterator<Item = &refund::Model> {
        self.refunds.iter().filter(|one| one.receipt_id.is_none())
    }

    /// What was given back after the receipt was issued: it says so whenever it is printed.
    pub fn returned(&self) -> impl Iterator<Item = &refund::Model> {
        self.refunds.iter().filter(|one| one.receipt_id.is_some())
    }

    /// The parts for which the receipt was issued, each with what remained of it then.
    pub fn receipted(&self) -> Vec<payment_part::Model> {
        let remaining = |(part, _): &(payment_part::Model, bill::Model)| {
            let own = self.deducted().filter(|one| one.bill_id == part.bill_id);
            let left = refundable(Yen(part.amount), own.map(|one| Yen(one.amount)));
            let part = payment_part::Model {
                amount: left.0,
                ..part.clone()
            };
            (left > Yen::ZERO).then_some(part)
        };
        self.parts.iter().filter_map(remaining).collect()
    }
}

/// One payment.
pub async fn payment(db: &impl ConnectionTrait, id: PaymentId) -> Result<Option<Paid>, Fault> {
    let Some(row) = payment::Entity::find_by_id(id).one(db).await? else {
        return Ok(None);
    };
    let parts = payment_part::Entity::find()
        .filter(payment_part::COLUMN.payment_id.eq(id))
        .order_by_asc(payment_part::COLUMN.used_on)
        .order_by_asc(payment_part::COLUMN.bill_id)
        .all(db)
        .await?;
    let ids: Vec<_> = parts.iter().map(|part| part.bill_id).collect();
    let bills = bill::Entity::find()
        .filter(bill::COLUMN.id.is_in(ids))
        .all(db)
        .await?;
    let of = |part: payment_part::Model| {
        let own = bills.iter().find(|bill| bill.id == part.bill_id).cloned();
        own.map(|bill| (part, bill))
    };
    Ok(Some(Paid {
        row,
        parts: parts.into_iter().filter_map(of).collect(),
        refunds: refund::Entity::find()
            .filter(refund::COLUMN.payment_id.eq(id))
            .order_by_asc(refund::COLUMN.refunded_at)
            .all(db)
            .await?,
        receipt: receipt::Entity::find()
            .filter(receipt::COLUMN.payment_id.eq(id))
            .one(db)
            .await?,
    }))
}

/// A receipt with its payment, if the actor may see it: the counter, or whoever paid.
pub async fn receipt_seen_by(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: ReceiptId,
) -> Result<(receipt::Model, Paid), Failed<Refused>> {
    let Some(row) = receipt::Entity::find_by_id(id).one(db).await? else {
        return Err(Refused::NoSuchReceipt.into());
    };
    match payment(db, row.payment_id).await? {
        Some(paid) if may_take(actor) || paid.person().is_some_and(|own| actor.is(own)) => {
            Ok((row, paid))
        }
        _ => Err(Refused::NoSuchReceipt.into()),
    }
}

/// A refund with its payment, if the actor may see it: the counter, or whoever paid.
pub async fn refund_seen_by(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: RefundId,
) -> Result<(refund::Model, Paid), Failed<Refused>> {
    let Some(row) = refund::Entity::find_by_id(id).one(db).await? else {
        return Err(Refused::NoSuchPayment.into());
    };
    match payment(db, row.payment_id).await? {
        Some(paid) if may_take(actor) || paid.person().is_some_and(|own| actor.is(own)) => {
            Ok((row, paid))
        }
        _ => Err(Refused::NoSuchPayment.into()),
    }
}

/// A receipt's number as it is printed: `2026-00012`, the fiscal year first.
pub fn receipt_number(receipt: &receipt::Model) -> String {
    format!("{}-{:05}", receipt.fiscal_year, receipt.number)
}

/// The receipts of this number, however it is typed: with its fiscal year, `2026-12`, only that one;
/// without it those of every year.
pub async fn receipts_numbered(
    db: &impl ConnectionTrait,
    typed: &str,
) -> Result<Vec<(ReceiptId, String)>, Fault> {
    let plain = japan::kana::digits(typed);
    let (year, number) = match plain.trim().split_once('-') {
        Some((year, number)) => (Some(year), number),
        None => (None, plain.trim()),
    };
    let year = year.map(str::parse::<i32>).transpose();
    let (Ok(year), Ok(number)) = (year, number.parse::<i32>()) else {
        return Ok(Vec::new());
    };
    let mut query = receipt::Entity::find()
        .filter(receipt::COLUMN.number.eq(number))
        .order_by_desc(receipt::COLUMN.fiscal_year);
    if let Some(year) = year {
        query = query.filter(receipt::COLUMN.fiscal_year.eq(year));
    }
    let found = query.all(db).await?.into_iter();
    Ok(found.map(|row| (row.id, receipt_number(&row))).collect())
}
