//! What pages say of fees: what a use would cost and by when it is paid, where a booking's bill
//! stands, and what cancelling costs.

mod tiers;

use chrono::NaiveDate;
use kernel::{Fault, Span};
use serde_json::{Value, json};
use web::Page;

use crate::{
    entity::{BookingId, SpaceId, booking::Party},
    read::{self, Card, Catalogue, PriceList},
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
        due = Some(due.map_or(own, |due: NaiveDate| due.min(own)));
    }
    let Some(due) = due else {
        return Ok(Value::Null);
    };
    let mut facts = json!({
        "amount": total,
        "due_on": due,
        "ends": registration_ends(page, party, wished).await?,
    });
    let last = wished.iter().map(|(_, span)| span.from.date()).max();
    let cancelling =
        tiers::cancelling(&read::payment_rows(db).await?, today, last.unwrap_or(today));
    for (name, value) in cancelling {
        facts[name] = value;
    }
    Ok(facts)
}

/// On which day a registration ends that would have given another price, and where it is renewed;
/// none when it lasts until the last day of use.
async fn registration_ends(
    page: &Page,
    party: Party,
    wished: &[(SpaceId, Span)],
) -> Result<Value, Fault> {
    let Some(on) = wished.iter().map(|(_, span)| span.from.date()).max() else {
        return Ok(Value::Null);
    };
    let (db, today) = (page.app.db.reader(), page.app.clock.now().date());
    let (person, organisation) = (party.person, party.organisation);
    let ends = organisations::read::ends_before(db, person, organisation, [today, on]).await?;
    let category = organisations::read::category(db, person, organisation, today).await?;
    let mut differs = false;
    for (space, span) in wished.iter().filter(|_| ends.is_some()) {
        let price = read::price(db, *space, party, *span).await?;
        let today = read::price_by(db, *space, category, *span).await?;
        differs |= price.map(|own| own.total()) != today.map(|own| own.total());
    }
    let what = organisation.map_or_else(|| "me".to_owned(), |id| id.to_string());
    let for_whom = if page.actor().is(person) {
        String::new()
    } else {
        format!("&for={person}")
    };
    let renew = format!("/applications/new?renew={what}{for_whom}");
    Ok(ends
        .filter(|_| differs)
        .map_or(Value::Null, |day| json!({ "on": day, "renew": renew })))
}

/// What bookings cost in all at least once they are changed now, whatever becomes of them, in yen.
pub(super) async fn kept_by_change(page: &Page, cards: &[&Card]) -> Result<i64, Fault> {
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let kept = read::kept_now(db, cards, now).await?;
    Ok(kept.values().map(|kept| kept.0).sum())
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
