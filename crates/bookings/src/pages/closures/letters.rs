//! Letters on paper to those whose booking was called off and who have no e-mail address.

use std::collections::HashMap;

use accounts::read::Contact;
use axum::response::Response;
use kernel::PersonId;
use serde_json::{Value, json};
use web::{Error, Id, Page};

use super::{super::reached, facts};
use crate::{
    entity::{BookingId, ClosureId},
    read::{self, Card, Catalogue},
    refused::Alternative,
};

/// `GET /counter/closures/{id}/letters`: one sheet a person, with what is free now; nobody is
/// written to about a day gone by.
pub(in super::super) async fn letters(
    page: Page,
    Id(id): Id<ClosureId>,
) -> Result<Response, Error> {
    let page = page.nav("closures");
    page.staff()?;
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let closing = read::closing(db, id).await?.ok_or_else(Error::not_found)?;
    let mut cards = read::released(db, id).await?;
    cards.retain(|card| card.booking.starts_at > now);
    let people = reached(&page, facts::people_of(&cards)).await?;
    let to_write = |id: &PersonId| people.get(id).filter(|who| who.email.is_none());
    cards.retain(|card| to_write(&card.booking.person_id).is_some());
    let catalogue = Catalogue::current(&page.app).await?;
    let instead = read::instead(db, &catalogue, &cards, now).await?;
    let facts = json!({
        "closure": facts::rule(&catalogue, closing.venue, &closing.rule),
        "today": now.date(),
        "letters": by_person(&page, &cards, &people, &instead),
    });
    page.show("bookings/closures/letters.html", &facts)
}

/// A letter for each person, in the order of their first booking.
fn by_person(
    page: &Page,
    cards: &[Card],
    people: &HashMap<PersonId, Contact>,
    instead: &HashMap<BookingId, Vec<Alternative>>,
) -> Vec<Value> {
    let mut order: Vec<PersonId> = Vec::new();
    for id in facts::people_of(cards) {
        if !order.contains(&id) {
            order.push(id);
        }
    }
    let offer = |one: &Alternative| {
        let (from, until) = (one.span.from.rfc3339(), one.span.until.rfc3339());
        json!({ "space": one.space, "from": from, "until": until })
    };
    let booking = |card: &Card| {
        let offers = instead.get(&card.booking.id).into_iter().flatten();
        json!({
            "booking": card.facts(page.lang, page.app.clock.now()),
            "instead": offers.map(offer).collect::<Vec<_>>(),
        })
    };
    let letter = |id: PersonId| {
        let own = cards.iter().filter(|card| card.booking.person_id == id);
        json!({
            "name": people.get(&id).map(|who| who.name.as_str()),
            "bookings": own.map(booking).collect::<Vec<_>>(),
        })
    };
    order.into_iter().map(letter).collect()
}
