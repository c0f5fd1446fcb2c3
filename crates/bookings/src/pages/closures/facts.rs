//! What the pages of closures show.

use std::collections::HashMap;

use accounts::read::Contact;
use chrono::NaiveDate;
use kernel::{Fault, PersonId};
use serde_json::{Value, json};
use web::{Error, Page};

use super::{
    super::{own_uses, reached},
    form::Wished,
    holidays::holidays,
};
use crate::{
    entity::{ClosureId, VenueId},
    read::{self, Card, Catalogue, Closing, Waiting},
    rules::{Closure, closure::When, may_manage, time_of_day},
};

/// So many days are looked ahead for closed ones.
const AHEAD: usize = 31;

/// Every closure, and the closed days of the coming weeks.
pub(super) async fn all(page: &Page) -> Result<Value, Fault> {
    let db = page.app.db.reader();
    let today = page.app.clock.now().date();
    let catalogue = Catalogue::current(&page.app).await?;
    let closings = read::closings(db, None).await?;
    let counts = read::released_counts(db).await?;
    let makers = closings.iter().filter_map(|closing| closing.made_by);
    let makers = reached(page, makers.collect()).await?;
    let (ahead, over): (Vec<&Closing>, Vec<&Closing>) =
        closings.iter().partition(|closing| closing.is_ahead(today));
    let row = |closing: &&Closing| {
        let mut facts = row(&catalogue, closing, &makers);
        facts["released"] = counts.get(&closing.rule.id).copied().unwrap_or(0).into();
        facts
    };
    Ok(json!({
        "may_close": may_manage(&page.actor()),
        "ahead": ahead.iter().map(row).collect::<Vec<_>>(),
        "over": over.iter().map(row).collect::<Vec<_>>(),
        "closed": today
            .iter_days()
            .take(AHEAD)
            .filter_map(|date| closed(&catalogue, date))
            .collect::<Vec<_>>(),
        "holidays": holidays(today),
    }))
}

fn closed(catalogue: &Catalogue, date: NaiveDate) -> Option<Value> {
    let by = catalogue.closed_by(date)?;
    Some(json!({ "date": date, "reason": by.reason.ja }))
}

/// One closure with everyone whose booking was called off for it.
pub(super) async fn one(page: &Page, id: ClosureId) -> Result<Value, Error> {
    let db = page.app.db.reader();
    let today = page.app.clock.now().date();
    let closing = read::closing(db, id).await?.ok_or_else(Error::not_found)?;
    let catalogue = Catalogue::current(&page.app).await?;
    let released = read::released(db, id).await?;
    let people = reached(page, people_of(&released)).await?;
    let makers = reached(page, closing.made_by.into_iter().collect()).await?;
    let rows = |with_address: bool| {
        let reached = |card: &&Card| {
            let who = people.get(&card.booking.person_id);
            who.is_some_and(|who| who.email.is_some()) == with_address
        };
        let row = |card| booking(page, card, &people);
        released.iter().filter(reached).map(row).collect::<Vec<_>>()
    };
    Ok(json!({
        "closure": row(&catalogue, &closing, &makers),
        "may_end": may_manage(&page.actor()) && closing.is_ahead(today),
        "today": today,
        "by_telephone": rows(false),
        "by_letter": rows(true),
    }))
}

/// What would be closed, and whom it concerns.
pub(super) async fn preview(page: &Page, wished: &Wished) -> Result<Value, Fault> {
    let db = page.app.db.reader();
    let now = page.app.clock.now();
    let catalogue = Catalogue::current(&page.app).await?;
    let found = read::affected(db, &catalogue, wished.venue, &wished.closure, now).await?;
    let (venue, closure) = (wished.venue, &wished.closure);
    let offers = read::offers_shut_by(db, &catalogue, venue, closure, now).await?;
    let mut people = people_of(&found.called_off);
    people.extend(people_of(&found.inside));
    people.extend(offers.iter().map(|one| one.entry.person_id));
    let people = reached(page, people).await?;
    let rows = |cards: &[Card]| {
        let row = |card| booking(page, card, &people);
        cards.iter().map(row).collect::<Vec<_>>()
    };
    let reached = |card: &&Card| {
        let who = people.get(&card.booking.person_id);
        who.is_some_and(|who| who.email.is_some())
    };
    let offer = |one: &Waiting| {
        let mut facts = one.facts(page.lang, now);
        named(&mut facts, people.get(&one.entry.person_id));
        facts
    };
    let ids: Vec<_> = found
        .called_off
        .iter()
        .map(|card| card.booking.id)
        .collect();
    let owing = read::owing(db, &ids).await?;
    let then = catalogue.with(venue, closure);
    let postponed = read::postponed(db, &then, venue, now).await?;
    let seen = found
        .called_off
        .iter()
        .map(|card| card.booking.id.to_string());
    let offers_seen = offers.iter().map(|one| one.entry.id.to_string());
    Ok(json!({
        "closure": rule(&catalogue, venue, &wished.closure),
        "called_off": rows(&found.called_off),
        "letters": found.called_off.iter().filter(reached).count(),
        "inside": rows(&found.inside),
        "offers": offers.iter().map(offer).collect::<Vec<_>>(),
        "own_uses": found.own_uses.iter().map(own_uses::line).collect::<Vec<_>>(),
        "to_refund": owing.map_or(0, |owing| owing.paid),
        "postponed": postponed.len(),
        "seen": seen.collect::<Vec<_>>().join(" "),
        "offers_seen": offers_seen.collect::<Vec<_>>().join(" "),
    }))
}

pub(super) fn people_of(cards: &[Card]) -> Vec<PersonId> {
    cards.iter().map(|card| card.booking.person_id).collect()
}

fn booking(page: &Page, card: &Card, people: &HashMap<PersonId, Contact>) -> Value {
    let mut facts = card.facts(page.lang, page.app.clock.now());
    named(&mut facts, people.get(&card.booking.person_id));
    facts
}

/// Adds who it is, and how they are reached.
fn named(facts: &mut Value, who: Option<&Contact>) {
    facts["name"] = who.map(|who| who.name.as_str()).into();
    facts["kana"] = who.map(|who| who.kana.as_str()).into();
    facts["telephone"] = who.map(|who| who.telephone.as_str()).into();
    facts["has_address"] = who.is_some_and(|who| who.email.is_some()).into();
}

/// A closure with who entered it and when.
fn row(catalogue: &Catalogue, closing: &Closing, makers: &HashMap<PersonId, Contact>) -> Value {
    let mut facts = rule(catalogue, closing.venue, &closing.rule);
    let maker = closing.made_by.and_then(|by| makers.get(&by));
    facts["made_by"] = maker.map(|who| who.name.as_str()).into();
    facts["made_at"] = closing.made_at.rfc3339().into();
    facts
}

/// A rule as the pages put it into words.
pub(super) fn rule(catalogue: &Catalogue, venue: VenueId, rule: &Closure) -> Value {
    let place = |id| catalogue.place(id).map(|place| place.space.name.as_str());
    let several = catalogue.venues.len() > 1;
    let house = catalogue.venues.iter().find(|own| own.id == venue);
    let mut facts = json!({
        "id": rule.id,
        "reason": rule.reason.ja,
        "reason_en": rule.reason.en,
        "valid_from": rule.valid_from,
        "valid_until": rule.valid_until,
        // One that was ended before it began.
        "withdrawn": rule.last().is_some_and(|last| last < rule.valid_from),
        "house": house.filter(|_| several).map(|own| own.name.as_str()),
        "spaces": rule.spaces.iter().filter_map(|id| place(*id)).collect::<Vec<_>>(),
    });
    let (kind, when) = match rule.when {
        When::Weekly { weekday, moves } => (
            "weekly",
            json!({ "weekday": weekday.number_from_monday(), "moves": moves }),
        ),
        When::Yearly { first, last } => ("yearly", json!({ "first": first, "last": last })),
        When::ForGood { from } => ("for_good", json!({ "first": from })),
        When::Once { first, last, part } => (
            "once",
            json!({
                "first": first,
                "last": (last > first).then_some(last),
                "opens": part.map(|part| time_of_day(part.opens)),
                "closes": part.map(|part| time_of_day(part.closes)),
            }),
        ),
    };
    facts["kind"] = kind.into();
    facts["when"] = when;
    facts
}
