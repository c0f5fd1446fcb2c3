//! The counter's search: a booking by its number, people by anything they say of themselves, and
//! whatever else has a number or a name.

use accounts::read::Person;
use axum::response::Response;
use bookings::{
    read::{Card, Catalogue, Filter, list},
    rules::reference,
};
use consultations::read::Planned;
use serde_json::{Value, json};
use web::{Error, Page, Typed};

use crate::read;

/// So many bookings of the people found are listed at most.
const LISTED: u64 = 100;

/// `GET /counter/search?q=`
pub(super) async fn search(page: Page, typed: Typed) -> Result<Response, Error> {
    page.staff()?;
    let asked = typed.text("q");
    let db = page.app.db.reader();
    let number = reference::read(asked);
    if number.is_some() {
        let filter = Filter {
            reference: number.clone(),
            ..Filter::default()
        };
        if let Some(card) = list(db, filter, 1).await?.first() {
            return Ok(page.go(&format!("/bookings/{}", card.booking.id)));
        }
    }
    let people = people(&page, asked).await?;
    let today = page.app.clock.now().date();
    let mut hits = read::hits(db, asked, today).await?;
    // What is nobody's name may be what somebody remembers of a reference.
    if people.is_empty() {
        hits.extend(read::bookings_by_part(db, asked).await?);
    }
    if let ([], [only]) = (&people[..], &hits[..]) {
        return Ok(page.go(&only.href));
    }
    let facts = json!({ "asked": asked, "number": number, "people": people, "hits": hits });
    page.show("portal/search.html", &facts)
}

/// The people found, each with what is still to come; nobody when nothing was asked.
async fn people(page: &Page, asked: &str) -> Result<Vec<Value>, Error> {
    if asked.is_empty() {
        return Ok(Vec::new());
    }
    let db = page.app.db.reader();
    let now = page.app.clock.now();
    let people = accounts::read::find_people(db, asked, None).await?.items;
    let ids = people.iter().map(|person| person.id).collect();
    let cards = read::coming(db, ids, now, LISTED).await?;
    let ids = people.iter().map(|person| person.id).collect();
    let catalogue = Catalogue::current(&page.app).await?;
    let meetings = consultations::read::coming_of(db, &catalogue, ids, now).await?;
    let line = |person: &Person| {
        let meets = meetings.iter().filter(|(whose, _)| *whose == person.id);
        let own = |card: &&Card| card.booking.person_id == person.id;
        let bookings = cards.iter().filter(own);
        json!({
            "person": person,
            "bookings": bookings.map(|card| card.facts(page.lang, now)).collect::<Vec<_>>(),
            "meetings": meets.map(|(_, one)| met(one)).collect::<Vec<_>>(),
        })
    };
    Ok(people.iter().map(line).collect())
}

/// A meeting as the counter knows it: when and where, and neither with whom nor about what.
fn met(one: &Planned) -> Value {
    let row = &one.meeting.row;
    json!({
        "id": row.id,
        "starts_at": row.starts_at.rfc3339(),
        "ends_at": row.ends_at.rfc3339(),
        "room": one.room,
    })
}
