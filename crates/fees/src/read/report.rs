//! What came in and went out in a time: the daily cash report (収納日報).

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use japan::money::Yen;
use kernel::{Fault, Instant, Span};
use sea_orm::{QueryOrder, entity::prelude::*};
use serde::Serialize;

use crate::entity::{
    BillId, PaymentId, bill, payment, payment::Method, payment_part, receipt, refund,
};

/// Databases take some thousand values in one question.
const AT_ONCE: usize = 1_000;

/// What came in and went out by one method.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Sums {
    /// How many payments.
    pub payments: i64,
    /// What they came to, in yen.
    pub received: i64,
    /// How many refunds.
    pub refunds: i64,
    /// What they came to, in yen.
    pub refunded: i64,
}

impl Sums {
    /// What is left.
    pub const fn net(&self) -> i64 {
        self.received - self.refunded
    }
}

impl std::ops::Add for Sums {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            payments: self.payments + other.payments,
            received: self.received + other.received,
            refunds: self.refunds + other.refunds,
            refunded: self.refunded + other.refunded,
        }
    }
}

/// One line: a part of a payment, or a refund.
#[derive(Clone, Debug)]
pub struct Moved {
    /// When.
    pub at: Instant,
    /// Of which payment.
    pub payment: PaymentId,
    /// How.
    pub method: Method,
    /// In yen; negative for what went out.
    pub amount: Yen,
    /// For what, in Japanese.
    pub label: String,
    /// What people say at the counter.
    pub reference: String,
    /// The number of its receipt, if one was issued.
    pub receipt: Option<receipt::Model>,
}

/// What came in and went out.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// By method.
    pub by_method: Vec<(Method, Sums)>,
    /// Every line, in the order of time.
    pub rows: Vec<Moved>,
    /// Whether the lines add up to what the payments and refunds say.
    pub ties_out: bool,
}

impl Report {
    /// All methods together.
    pub fn all(&self) -> Sums {
        let sums = self.by_method.iter().map(|(_, sums)| *sums);
        sums.fold(Sums::default(), |all, one| all + one)
    }
}

/// The report of a time.
pub async fn report(db: &impl ConnectionTrait, span: Span) -> Result<Report, Fault> {
    let (payments, refunds) = moved(db, span).await?;
    let mut rows = came_in(db, &payments).await?;
    rows.extend(went_out(db, &refunds).await?);
    rows.sort_by_key(|row| row.at);
    let by_method: Vec<(Method, Sums)> = Method::ALL
        .into_iter()
        .map(|method| (method, sums(method, &payments, &refunds)))
        .collect();
    let ties_out = by_method.iter().all(|(method, sums)| {
        let own = rows.iter().filter(|row| row.method == *method);
        own.map(|row| row.amount).sum::<Yen>() == Yen(sums.net())
    });
    Ok(Report {
        by_method,
        rows,
        ties_out,
    })
}

/// What came in and went out on each day of a time; days without money are left out.
pub async fn days(
    db: &impl ConnectionTrait,
    span: Span,
) -> Result<Vec<(NaiveDate, Vec<Sums>)>, Fault> {
    let (payments, refunds) = moved(db, span).await?;
    let mut by_day = BTreeMap::<NaiveDate, (Vec<payment::Model>, Vec<refund::Model>)>::new();
    for row in payments {
        by_day
            .entry(row.received_at.date())
            .or_default()
            .0
            .push(row);
    }
    for row in refunds {
        by_day
            .entry(row.refunded_at.date())
            .or_default()
            .1
            .push(row);
    }
    let day = |(date, (payments, refunds)): (NaiveDate, (Vec<_>, Vec<_>))| {
        let methods = Method::ALL.into_iter();
        let all = methods.map(|method| sums(method, &payments, &refunds));
        (date, all.collect())
    };
    Ok(by_day.into_iter().map(day).collect())
}

async fn moved(
    db: &impl ConnectionTrait,
    span: Span,
) -> Result<(Vec<payment::Model>, Vec<refund::Model>), Fault> {
    let payments = payment::Entity::find()
        .filter(payment::COLUMN.received_at.gte(span.from))
        .filter(payment::COLUMN.received_at.lt(span.until))
        .order_by_asc(payment::COLUMN.received_at)
        .all(db)
        .await?;
    let refunds = refund::Entity::find()
        .filter(refund::COLUMN.refunded_at.gte(span.from))
        .filter(refund::COLUMN.refunded_at.lt(span.until))
        .order_by_asc(refund::COLUMN.refunded_at)
        .all(db)
        .await?;
    Ok((payments, refunds))
}

fn sums(method: Method, payments: &[payment::Model], refunds: &[refund::Model]) -> Sums {
    let mut sums = Sums::default();
    for row in payments.iter().filter(|row| row.method == method) {
        sums.payments += 1;
        sums.received += row.amount;
    }
    for row in refunds.iter().filter(|row| row.method == method) {
        sums.refunds += 1;
        sums.refunded += row.amount;
    }
    sums
}

async fn came_in(
    db: &impl ConnectionTrait,
    payments: &[payment::Model],
) -> Result<Vec<Moved>, Fault> {
    let mut rows = Vec::new();
    for some in payments.chunks(AT_ONCE) {
        let ids: Vec<PaymentId> = some.iter().map(|row| row.id).collect();
        let parts = payment_part::Entity::find()
            .filter(payment_part::COLUMN.payment_id.is_in(ids.clone()))
            .all(db)
            .await?;
        let receipts = receipts(db, ids).await?;
        let references = references(db, parts.iter().map(|part| part.bill_id)).await?;
        for payment in some {
            for part in parts.iter().filter(|part| part.payment_id == payment.id) {
                rows.push(Moved {
                    at: payment.received_at,
                    payment: payment.id,
                    method: payment.method,
                    amount: Yen(part.amount),
                    label: part.label.clone(),
                    reference: references.get(&part.bill_id).cloned().unwrap_or_default(),
                    receipt: receipts.get(&payment.id).cloned(),
                });
            }
        }
    }
    Ok(rows)
}

async fn went_out(
    db: &impl ConnectionTrait,
    refunds: &[refund::Model],
) -> Result<Vec<Moved>, Fault> {
    let mut rows = Vec::new();
    for some in refunds.chunks(AT_ONCE) {
        let ids: Vec<PaymentId> = some.iter().map(|row| row.payment_id).collect();
        let parts = payment_part::Entity::find()
            .filter(payment_part::COLUMN.payment_id.is_in(ids.clone()))
            .all(db)
            .await?;
        let receipts = receipts(db, ids).await?;
        let references = references(db, some.iter().map(|row| row.bill_id)).await?;
        for refund in some {
            let part = parts.iter().find(|part| {
                part.payment_id == refund.payment_id && part.bill_id == refund.bill_id
            });
            rows.push(Moved {
                at: refund.refunded_at,
                payment: refund.payment_id,
                method: refund.method,
                amount: -Yen(refund.amount),
                label: part.map(|part| part.label.clone()).unwrap_or_default(),
                reference: references.get(&refund.bill_id).cloned().unwrap_or_default(),
                receipt: receipts.get(&refund.payment_id).cloned(),
            });
        }
    }
    Ok(rows)
}

async fn receipts(
    db: &impl ConnectionTrait,
    payments: Vec<PaymentId>,
) -> Result<HashMap<PaymentId, receipt::Model>, Fault> {
    let found = receipt::Entity::find()
        .filter(receipt::COLUMN.payment_id.is_in(payments))
        .all(db)
        .await?;
    Ok(found.into_iter().map(|row| (row.payment_id, row)).collect())
}

async fn references(
    db: &impl ConnectionTrait,
    bills: impl Iterator<Item = BillId>,
) -> Result<HashMap<BillId, String>, Fault> {
    let mut ids: Vec<BillId> = bills.collect();
    ids.sort_unstable();
    ids.dedup();
    let mut all = HashMap::new();
    for some in ids.chunks(AT_ONCE) {
        let query = bill::Entity::find().filter(bill::COLUMN.id.is_in(some.to_vec()));
        let found = query.all(db).await?;
        all.extend(found.into_iter().map(|row| (row.id, row.reference)));
    }
    Ok(all)
}
