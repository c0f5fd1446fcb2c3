//! What bookings would cost elsewhere or at another time.

use fees::{
    read::Bill,
    rules::{Price, taken_off},
};
use japan::money::Yen;
use kernel::{Fault, Span};
use sea_orm::ConnectionTrait;

use super::{bills_of, price};
use crate::{
    entity::{BookingId, SpaceId, booking, booking_request},
    read::requests_of,
};

/// Whether a use at this price is charged on the same bill; another rate of tax is another bill.
pub(crate) fn is_charged_again(bill: &Bill, price: &Price) -> bool {
    bill.row.thousandths == i32::from(price.sum.rate.thousandths())
}

/// What a booking would cost elsewhere or at another time: a reduction holds there too where its
/// bill keeps it.
pub async fn price_of(
    db: &impl ConnectionTrait,
    booking: &booking::Model,
    bill: Option<&Bill>,
    there: (SpaceId, Span),
) -> Result<Yen, Fault> {
    price_at_most(db, booking, bill, there, None).await
}

/// What a request would cost where and when it is, once it is approved: no more than on the day on
/// which it was asked for.
pub async fn price_asked(
    db: &impl ConnectionTrait,
    booking: &booking::Model,
    bill: Option<&Bill>,
    request: Option<&booking_request::Model>,
) -> Result<Yen, Fault> {
    let here = (booking.space_id, booking.span());
    let most = request.and_then(|request| request.asked_price);
    price_at_most(db, booking, bill, here, most).await
}

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
    if let Some(bill) = bill.filter(|bill| is_charged_again(bill, &price))
        && let Some((_, grant)) = fees::read::kept(db, bill, span.from.date()).await?
    {
        return Ok(total - taken_off(total, grant.percent));
    }
    Ok(total)
}

/// What bookings cost so far and would cost in all where and when each of them would be, in yen:
/// charged, or once they are approved. What stays where it is keeps its price.
pub async fn changed_price(
    db: &impl ConnectionTrait,
    changes: &[(&booking::Model, (SpaceId, Span))],
) -> Result<(i64, i64), Fault> {
    let ids: Vec<BookingId> = changes.iter().map(|(booking, _)| booking.id).collect();
    let requests = requests_of(db, &ids).await?;
    let bills = bills_of(db, &ids).await?;
    let (mut before, mut after) = (Yen::ZERO, Yen::ZERO);
    for (booking, target) in changes {
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
                price_of(db, booking, bill, *target).await?
            };
    }
    Ok((before.0, after.0))
}
