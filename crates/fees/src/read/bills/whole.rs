//! Reading bills with everything that was written on them, in few questions.

use std::collections::HashMap;

use kernel::Fault;
use sea_orm::{QueryOrder, entity::prelude::*};

use super::{AT_ONCE, Bill};
use crate::entity::{
    BillId, PaymentId, bill, charge, payment, payment_part, reduction_grant, refund,
};

/// The rows with what was written on each.
pub(super) async fn whole(
    db: &impl ConnectionTrait,
    rows: Vec<bill::Model>,
) -> Result<Vec<Bill>, Fault> {
    let ids: Vec<BillId> = rows.iter().map(|row| row.id).collect();
    let mut bills: Vec<Bill> = rows.into_iter().map(empty).collect();
    let places: HashMap<BillId, usize> = ids.iter().copied().zip(0..).collect();
    for some in ids.chunks(AT_ONCE) {
        fill(db, &mut bills, &places, some).await?;
    }
    Ok(bills)
}

fn empty(row: bill::Model) -> Bill {
    Bill {
        row,
        charges: Vec::new(),
        parts: Vec::new(),
        refunds: Vec::new(),
        grants: Vec::new(),
    }
}

async fn fill(
    db: &impl ConnectionTrait,
    bills: &mut [Bill],
    places: &HashMap<BillId, usize>,
    ids: &[BillId],
) -> Result<(), Fault> {
    let charges = charge::Entity::find()
        .filter(charge::COLUMN.bill_id.is_in(ids.to_vec()))
        .order_by_asc(charge::COLUMN.made_at)
        .order_by_asc(charge::COLUMN.id)
        .all(db)
        .await?;
    let reduced = charges.iter().filter(|row| row.reduces.is_some());
    let reduced: Vec<_> = reduced.map(|row| row.id).collect();
    let grants = if reduced.is_empty() {
        Vec::new()
    } else {
        let query = reduction_grant::Entity::find();
        let own = reduction_grant::COLUMN.charge_id.is_in(reduced);
        query.filter(own).all(db).await?
    };
    for row in charges {
        let bill = &mut bills[places[&row.bill_id]];
        let own = grants.iter().find(|grant| grant.charge_id == row.id);
        bill.grants.extend(own.cloned());
        bill.charges.push(row);
    }
    let parts = payment_part::Entity::find()
        .filter(payment_part::COLUMN.bill_id.is_in(ids.to_vec()))
        .all(db)
        .await?;
    if parts.is_empty() {
        return Ok(());
    }
    let paid: Vec<PaymentId> = parts.iter().map(|part| part.payment_id).collect();
    let payments = payment::Entity::find()
        .filter(payment::COLUMN.id.is_in(paid))
        .order_by_asc(payment::COLUMN.received_at)
        .all(db)
        .await?;
    for payment in payments {
        for part in parts.iter().filter(|part| part.payment_id == payment.id) {
            let bill = &mut bills[places[&part.bill_id]];
            bill.parts.push((part.clone(), payment.clone()));
        }
    }
    let refunds = refund::Entity::find()
        .filter(refund::COLUMN.bill_id.is_in(ids.to_vec()))
        .order_by_asc(refund::COLUMN.refunded_at)
        .all(db)
        .await?;
    for refund in refunds {
        bills[places[&refund.bill_id]].refunds.push(refund);
    }
    Ok(())
}
