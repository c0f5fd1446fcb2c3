//! What uses come to, as pages say it before the button.

use chrono::NaiveDate;
use japan::money::Yen;
use kernel::{Fault, Instant};
use sea_orm::entity::prelude::*;

use super::{bills_of, price_asked};
use crate::{
    entity::{BookingId, booking, booking_request},
    read::{barred_until, requests_of},
};

/// What uses come to in all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ComesTo {
    /// What is charged for them, or will be once they are approved, in yen.
    pub amount: i64,
    /// How many of them wait for an approval.
    pub requests: usize,
    /// What stays to be paid in all when they are called off after they were changed, in yen.
    pub kept: i64,
    /// Until when its party then books nothing new, where calling it off counts as an absence.
    pub barred_until: Option<NaiveDate>,
}

/// What these bookings come to as they stand.
pub async fn comes_to(db: &impl ConnectionTrait, ids: &[BookingId]) -> Result<ComesTo, Fault> {
    let (bills, requests) = (bills_of(db, ids).await?, requests_of(db, ids).await?);
    let waits = |id: &BookingId| requests.get(id).is_some_and(booking_request::Model::waits);
    let (waiting, standing): (Vec<BookingId>, Vec<BookingId>) =
        ids.iter().copied().partition(|id| waits(id));
    let mut amount = Yen::ZERO;
    for bill in standing.iter().filter_map(|id| bills.get(id)) {
        amount = amount + bill.balance().charged;
    }
    if !waiting.is_empty() {
        let rows =
            booking::Entity::find().filter(booking::COLUMN.id.is_in(waiting.iter().copied()));
        for booking in rows.all(db).await? {
            let (bill, request) = (bills.get(&booking.id), requests.get(&booking.id));
            amount = amount + price_asked(db, &booking, bill, request).await?;
        }
    }
    Ok(ComesTo {
        amount: amount.0,
        requests: waiting.len(),
        ..ComesTo::default()
    })
}

/// What bookings come to that were just changed.
pub async fn changed_comes_to(
    db: &impl ConnectionTrait,
    ids: &[BookingId],
) -> Result<ComesTo, Fault> {
    let rows = booking::Entity::find().filter(booking::COLUMN.id.is_in(ids.iter().copied()));
    let kept = rows.all(db).await?.iter().map(|row| row.kept_yen).sum();
    Ok(ComesTo {
        kept,
        ..comes_to(db, ids).await?
    })
}

/// What bookings come to that were just called off.
pub async fn cancelled_comes_to(
    db: &impl ConnectionTrait,
    ids: &[BookingId],
    now: Instant,
) -> Result<ComesTo, Fault> {
    Ok(ComesTo {
        barred_until: barred_until(db, ids, now).await?,
        ..comes_to(db, ids).await?
    })
}
