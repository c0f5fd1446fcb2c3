//! What pages say of fees: what a use would cost and by when it is paid, where a booking's bill
//! stands, and what cancelling costs.

use kernel::{Fault, Span};
use serde_json::{Value, json};
use web::Page;

use crate::{
    entity::{BookingId, SpaceId, booking::Party},
    read::{self, Catalogue},
    rules::charges::due_on,
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
    let tiers = read::tiers(db, today).await?;
    let tier = |tier: &crate::rules::charges::Tier| json!({ "days": tier.days_before, "percent": tier.percent });
    Ok(json!({
        "amount": total,
        "due_on": due,
        "tiers": tiers.iter().map(tier).collect::<Vec<_>>(),
    }))
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
