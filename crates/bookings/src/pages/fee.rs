//! What pages say of fees: what a use would cost and by when it is paid, where a booking's bill
//! stands, and what cancelling costs.

use kernel::{Fault, Span};
use serde_json::{Value, json};
use web::Page;

use crate::{
    entity::{BookingId, SpaceId, booking::Party},
    read::{self, Card, Catalogue, PriceList},
    rules::charges::{Tier, due_on},
};

/// What uses of a space would cost in all, before the button; none when they are free of charge.
pub(super) async fn of_wish(
    page: &Page,
    party: Party,
    wished: &[(SpaceId, Span)],
) -> Result<Value, Fault> {
    let db = page.app.db.reader();
    let today = page.app.clock.now().date();
    let mut total = 0;
    let mut due = None;
    for (space, span) in wished {
        let Some(price) = read::price(db, *space, party, *span).await? else {
            continue;
        };
        total += price.total().0;
        let catalogue = Catalogue::current(&page.app).await?;
        let Some(place) = catalogue.place(*space) else {
            continue;
        };
        let days = read::payment_days(db, today).await?;
        let calendar = catalogue.hours(&place.space);
        let own = due_on(today, days, span.from.date(), calendar);
        due = Some(due.map_or(own, |due: chrono::NaiveDate| due.min(own)));
    }
    let Some(due) = due else {
        return Ok(Value::Null);
    };
    Ok(json!({
        "amount": total,
        "due_on": due,
        "tiers": tiers(&read::tiers(db, today).await?),
    }))
}

/// What a booking costs so far and would cost at another time, in yen, when they differ.
pub(super) async fn of_change(
    page: &Page,
    card: &Card,
    span: Option<Span>,
) -> Result<Option<(i64, i64)>, Fault> {
    let target = span.map(|span| (&card.booking, (card.space.id, span)));
    read::changed_price(page.app.db.reader(), target.as_slice()).await
}

/// How much stays of what bookings cost when they are called off after they were changed now, in
/// per cent at most; none when that is nothing.
pub(super) async fn of_changed(page: &Page, cards: &[&Card]) -> Result<Option<i32>, Fault> {
    let bookings: Vec<_> = cards.iter().map(|card| &card.booking).collect();
    let now = page.app.clock.now();
    let cancelling = read::cancelling(page.app.db.reader(), &bookings, now).await?;
    Ok(cancelling
        .map(|all| all.percent)
        .filter(|percent| *percent > 0))
}

/// What a space costs by category: now, and from each day on which that changes.
pub(super) async fn of_space(page: &Page, id: SpaceId) -> Result<Value, Fault> {
    let today = page.app.clock.now().date();
    let lists = read::price_lists(page.app.db.reader(), id, today).await?;
    let list = |list: &PriceList| {
        let rates = list.rates.iter().map(fees::read::rate_facts);
        json!({ "from": list.from, "rates": rates.collect::<Vec<_>>() })
    };
    Ok(lists.iter().map(list).collect())
}

/// What cancelling costs, to the day of use: after the last tier everything stays.
pub(super) fn tiers(rows: &[Tier]) -> Vec<Value> {
    let later = Tier {
        days_before: 0,
        percent: 100,
    };
    let ends_early = rows.last().is_some_and(|last| last.days_before > 0);
    let all = rows.iter().copied().chain(ends_early.then_some(later));
    all.map(|tier| json!({ "days": tier.days_before, "percent": tier.percent }))
        .collect()
}

/// Where the bill of a booking stands; none when it costs nothing.
pub(super) async fn of_booking(page: &Page, id: BookingId) -> Result<Value, Fault> {
    let db = page.app.db.reader();
    let Some(owing) = read::owing(db, &[id]).await? else {
        return Ok(Value::Null);
    };
    let mut facts = json!(owing);
    facts["bill"] = json!(read::bill_ids(db, &[id]).await?.get(&id));
    Ok(facts)
}
