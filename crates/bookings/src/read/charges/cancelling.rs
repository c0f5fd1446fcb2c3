//! What cancelling comes to, and what it would have come to before a change.

use std::collections::HashMap;

use fees::read::Bill;
use japan::money::Yen;
use kernel::{Fault, Instant};
use sea_orm::ConnectionTrait;
use serde::Serialize;

use super::{bills_of, tiers};
use crate::{
    entity::{BookingId, booking, hold},
    read::Card,
    rules::charges::{kept_of, share, stays, stays_of},
};

/// What cancelling a booking now comes to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Cancelling {
    /// What the booking costs.
    pub charged: i64,
    /// How much of it stays by the terms of payment, in per cent.
    pub percent: i32,
    /// Whether more stays than these say, because it was changed.
    pub by_change: bool,
    /// What stays, in yen.
    pub stays: i64,
    /// What was paid.
    pub paid: i64,
    /// What is given back.
    pub refund: i64,
    /// What is still to be paid.
    pub open: i64,
}

/// What cancelling these bookings now comes to in all; none when they cost nothing.
pub async fn cancelling(
    db: &impl ConnectionTrait,
    bookings: &[&booking::Model],
    now: Instant,
) -> Result<Option<Cancelling>, Fault> {
    let ids: Vec<BookingId> = bookings.iter().map(|booking| booking.id).collect();
    let bills = bills_of(db, &ids).await?;
    if bills.is_empty() {
        return Ok(None);
    }
    let today = now.date();
    let tiers = tiers(db, today).await?;
    let mut all = Cancelling::default();
    for booking in bookings {
        let Some(balance) = bills.get(&booking.id).map(Bill::balance) else {
            continue;
        };
        let percent = stays(&tiers, booking.starts_at.date(), today);
        let left = stays_of(&tiers, booking, balance.charged, today);
        all.percent = all.percent.max(percent);
        all.by_change |= left > share(balance.charged, percent);
        all.charged += balance.charged.0;
        all.stays += left.0;
        all.paid += balance.paid.0;
        all.refund += (balance.paid - left).max(Yen::ZERO).0;
        all.open += (left - balance.paid).max(Yen::ZERO).0;
    }
    Ok(Some(all))
}

/// What each of these bookings costs at least when it is changed now, whatever becomes of it: what
/// cancelling it now would cost. A request costs what it did before it was made of what stood.
pub async fn kept_now(
    db: &impl ConnectionTrait,
    cards: &[&Card],
    now: Instant,
) -> Result<HashMap<BookingId, Yen>, Fault> {
    let today = now.date();
    let tiers = tiers(db, today).await?;
    let ids: Vec<BookingId> = cards.iter().map(|card| card.booking.id).collect();
    let bills = bills_of(db, &ids).await?;
    let kept = |card: &&Card| {
        let booking = &card.booking;
        let charged = bills
            .get(&booking.id)
            .map_or(Yen::ZERO, |bill| bill.balance().charged);
        let kept = if card.state == hold::State::Requested {
            kept_of(booking, charged)
        } else {
            stays_of(&tiers, booking, charged, today)
        };
        (booking.id, kept)
    };
    Ok(cards.iter().map(kept).collect())
}
