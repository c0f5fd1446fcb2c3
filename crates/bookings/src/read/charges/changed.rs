//! What bookings would cost elsewhere or at another time.

use chrono::NaiveDate;
use fees::{
    read::Bill,
    rules::{Price, taken_off},
};
use japan::money::Yen;
use kernel::{Fault, Instant, Span};
use sea_orm::ConnectionTrait;

use super::{bills_of, kept_now, price};
use crate::{
    entity::{BookingId, SpaceId, booking, booking_request},
    read::{Card, requests_of},
};

/// Whether a use at this price is charged on the same bill; another rate of tax is another bill.
pub(crate) fn is_charged_again(bill: &Bill, price: &Price) -> bool {
    bill.row.thousandths == i32::from(price.sum.rate.thousandths())
}

/// What a request would cost where and when it is, once it is approved: no more than on the day on
/// which it was asked for, and no less than cancelling would have cost before it was made of what
/// stood.
pub async fn price_asked(
    db: &impl ConnectionTrait,
    booking: &booking::Model,
    bill: Option<&Bill>,
    request: Option<&booking_request::Model>,
) -> Result<Yen, Fault> {
    let here = (booking.space_id, booking.span());
    let most = request.and_then(|request| request.asked_price);
    let price = price_at_most(db, booking, bill, here, most).await?;
    Ok(price.max(Yen(booking.kept_yen)))
}

/// What a booking would cost elsewhere or at another time, at most so much: a reduction holds there
/// too where its bill keeps it.
async fn price_at_most(
    db: &impl ConnectionTrait,
    booking: &booking::Model,
    bill: Option<&Bill>,
    (space, span): (SpaceId, Span),
    most: Option<i64>,
) -> Result<Yen, Fault> {
    let Some(price) = price(db, space, booking.party(), span).await? else {
        return Ok(Yen::ZERO);
    };
    let total = most.map_or(price.total(), |most| price.total().min(Yen(most)));
    match bill {
        Some(bill) => reduced(db, bill, &price, (total, span.from.date())).await,
        None => Ok(total),
    }
}

/// What is left of so much for a use on that day, by the reduction that its bill keeps.
pub(crate) async fn reduced(
    db: &impl ConnectionTrait,
    bill: &Bill,
    price: &Price,
    (total, on): (Yen, NaiveDate),
) -> Result<Yen, Fault> {
    if !is_charged_again(bill, price) {
        return Ok(total);
    }
    let kept = fees::read::kept(db, bill, on).await?;
    Ok(kept.map_or(total, |(_, grant)| total - taken_off(total, grant.percent)))
}

/// What bookings cost so far and would cost in all where and when each of them would be, in yen:
/// charged, or once they are approved. What stays where it is keeps its price.
pub async fn changed_price(
    db: &impl ConnectionTrait,
    changes: &[(&Card, (SpaceId, Span))],
    now: Instant,
) -> Result<(i64, i64), Fault> {
    let ids: Vec<BookingId> = changes.iter().map(|(card, _)| card.booking.id).collect();
    let requests = requests_of(db, &ids).await?;
    let bills = bills_of(db, &ids).await?;
    let cards: Vec<&Card> = changes.iter().map(|(card, _)| *card).collect();
    let kept = kept_now(db, &cards, now).await?;
    let (mut before, mut after) = (Yen::ZERO, Yen::ZERO);
    for (card, target) in changes {
        let booking = &card.booking;
        let bill = bills.get(&booking.id);
        let request = requests.get(&booking.id);
        let here = (booking.space_id, booking.span());
        let own = if request.is_some_and(booking_request::Model::waits) {
            price_asked(db, booking, bill, request).await?
        } else {
            bill.map_or(Yen::ZERO, |bill| bill.balance().charged)
        };
        before = before + own;
        after = after
            + if *target == here {
                own
            } else {
                let there = price_at_most(db, booking, bill, *target, None).await?;
                there.max(kept.get(&booking.id).copied().unwrap_or(Yen::ZERO))
            };
    }
    Ok((before.0, after.0))
}
