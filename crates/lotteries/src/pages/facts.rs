//! What pages say of lotteries and entries.

use std::collections::HashMap;

use bookings::{
    entity::BookingId,
    read::{Catalogue, payment_days, tariff_of},
    rules::time_of_day,
};
use chrono::NaiveDate;
use fairness::draw::Phase;
use kernel::{Instant, PersonId};
use serde_json::{Value, json};
use views::Lang;
use web::{Error, Page, Typed};

use crate::{
    entity::{entry, lottery},
    read::Own,
    rules::{Held, Terms, entry_code, shown, slot_code},
};

/// A lottery: of which space and month, when people can apply, how far it is.
pub(super) fn lottery(row: &lottery::Model, catalogue: &Catalogue, page: &Page) -> Value {
    let place = catalogue.place(row.space_id);
    let now = page.app.clock.now();
    json!({
        "id": row.id,
        "space": place.map(|place| place.name(page.lang)),
        "space_id": row.space_id,
        "capacity": place.map(|place| place.space.capacity),
        "month": row.month.as_str(),
        "takes_from": row.takes_from.rfc3339(),
        // The last day is said, not the midnight after it.
        "takes_until": (row.takes_until - chrono::TimeDelta::minutes(1)).rfc3339(),
        "standing": standing(row, now),
        "drawn_at": row.drawn_at.map(Instant::rfc3339),
        "why": row.called_off_why,
    })
}

/// How far a lottery is, in a word.
pub(super) fn standing(row: &lottery::Model, now: Instant) -> &'static str {
    match row.phase() {
        _ if row.called_off_at.is_some() => "called_off",
        Phase::Drawn => "drawn",
        Phase::Frozen => "frozen",
        Phase::Promised if now < row.takes_from => "later",
        Phase::Promised if now < row.takes_until => "open",
        Phase::Promised => "closed",
    }
}

/// Terms, as pages say them.
pub(super) fn terms(terms: &Terms, catalogue: &Catalogue, lang: Lang) -> Value {
    let place = catalogue.place(terms.space);
    let (source, source_en) = &terms.source;
    let english = lang == Lang::En && !source_en.is_empty();
    let band = |band: &bookings::rules::Hours| json!({ "from": time_of_day(band.opens), "until": time_of_day(band.closes) });
    json!({
        "id": terms.id,
        "space": place.map(|place| place.name(lang)),
        "first": terms.first,
        "last": terms.last,
        "months_before": terms.months_before,
        "from_day": terms.from_day,
        "until_day": terms.until_day,
        "most": terms.most,
        "draw_days": terms.draw_days,
        "answer_days": terms.answer_days,
        "tiers": terms.tiers.iter().map(|who| who.code()).collect::<Vec<_>>(),
        "bands": terms.bands.iter().map(band).collect::<Vec<_>>(),
        "source": if english { source_en } else { source },
    })
}

/// The same with within how many days a fee is paid, by the terms of payment in force; null where the
/// space is free of charge.
pub(super) async fn terms_paid(
    terms: &Terms,
    catalogue: &Catalogue,
    page: &Page,
) -> Result<Value, Error> {
    let (db, today) = (page.app.db.reader(), page.app.clock.now().date());
    let mut facts = self::terms(terms, catalogue, page.lang);
    let first = terms.first.max(today);
    facts["pay_days"] = match tariff_of(db, terms.space, first).await? {
        Some(_) => payment_days(db, today).await?.into(),
        None => Value::Null,
    };
    Ok(facts)
}

/// What is known of the bookings of these entries.
pub(super) type Bookings = HashMap<BookingId, Held>;

/// An entry, and what became of it by its booking.
pub(super) fn entry(row: &entry::Model, bookings: &Bookings) -> Value {
    let shown = shown(row, row.booking_id.and_then(|id| bookings.get(&id)));
    let answers = row.state == entry::State::Won && shown.is_won();
    json!({
        "id": row.id,
        "number": entry_code(row.number),
        "slot": slot_code(row.starts_at),
        "starts_at": row.starts_at.rfc3339(),
        "ends_at": row.ends_at.rfc3339(),
        "purpose": row.purpose,
        "attendees": row.attendees,
        "tier": row.tier,
        "state": shown.code(),
        "open": shown.is_open(),
        "won": shown.is_won(),
        "why": row.why.map(entry::Why::code),
        "answer_by": row.answer_by.filter(|_| answers).map(Instant::rfc3339),
        "booking": row.booking_id,
    })
}

/// The same with its lottery.
pub(super) fn own(own: &Own, bookings: &Bookings, (catalogue, page): (&Catalogue, &Page)) -> Value {
    let mut facts = entry(&own.row, bookings);
    facts["lottery"] = lottery(&own.lottery, catalogue, page);
    facts
}

/// The person for whom staff enters something; null for everybody else.
pub(super) async fn guest(page: &Page, typed: &Typed) -> Result<Value, Error> {
    let Ok(id) = typed.text("for").parse::<PersonId>() else {
        return Ok(Value::Null);
    };
    if !page.actor().roles.is_staff() {
        return Err(Error::not_found());
    }
    let who = accounts::read::contact(page.app.db.reader(), id).await?;
    let who = who.ok_or_else(Error::not_found)?;
    Ok(json!({ "id": who.person, "name": who.name }))
}

/// A month as forms name it: `2027-01`.
pub(super) fn month_code(month: NaiveDate) -> String {
    month.format("%Y-%m").to_string()
}
