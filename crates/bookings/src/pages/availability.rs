//! What is free on a day: a grid, a table, a list on the phone, and the answer to a search.

use axum::response::Response;
use chrono::{NaiveDate, TimeDelta};
use kernel::{Fault, Span};
use serde_json::{Value, json};
use web::{Error, FieldError, Page, Typed};

use super::{grid, slot};
use crate::{
    entity::{SpaceId, space::Kind},
    read::{self, Busy, Catalogue, Place, Wish, busy_units},
    rules,
};

/// What someone is looking for.
struct Search {
    date: NaiveDate,
    people: i32,
    kind: Option<String>,
    equipment: Vec<String>,
    span: Option<Span>,
    errors: Vec<FieldError>,
}

/// `GET /availability?date=&people=&kind=&equipment=&from=&minutes=&view=&space=&for=`
pub(super) async fn day(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("use");
    let db = page.app.db.reader();
    let catalogue = Catalogue::load(db).await?;
    let search = search(&page, &catalogue, &typed);
    let busy = read::busy(db, Span::day(search.date), None).await?;
    let places: Vec<&Place> = catalogue
        .places
        .iter()
        .filter(|place| search.fits(place))
        .collect();
    let mut facts = grid_facts(&page, &catalogue, &places, &search, &busy);
    facts["answer"] = answer(&page, &catalogue, &places, &search, &busy).await?;
    facts["for"] = guest(&page, typed.text("for")).await?;
    facts["table"] = (typed.text("view") == "table").into();
    facts["space"] = typed.text("space").into();
    for (name, left_out) in [
        ("keep_date", "date"),
        ("keep_view", "view"),
        ("keep_space", "space"),
    ] {
        facts[name] = keep(&page, left_out).into();
    }
    if search.errors.is_empty() {
        let date = search.date.to_string();
        page.form(
            "bookings/availability.html",
            &facts,
            &typed.or("date", &date),
        )
    } else {
        page.again("bookings/availability.html", &facts, &typed, &search.errors)
    }
}

/// The query of this address without one of its parts, for links that change only that part.
fn keep(page: &Page, left_out: &str) -> String {
    let here = page.here();
    let query = here.split_once('?').map_or("", |(_, query)| query);
    query
        .split('&')
        .filter(|pair| !pair.is_empty() && pair.split('=').next() != Some(left_out))
        .flat_map(|pair| ["&", pair])
        .collect()
}

fn search(page: &Page, catalogue: &Catalogue, typed: &Typed) -> Search {
    let today = page.app.clock.now().date();
    let mut errors = Vec::new();
    let date = match typed.text("date") {
        "" => catalogue.next_open(page.app.clock.now()),
        text => super::date_near(today, text).unwrap_or_else(|| {
            errors.push(FieldError::new("date", "bookings-date-unreadable"));
            today
        }),
    };
    let people = match japan::kana::digits(typed.text("people")).as_str() {
        "" => 1,
        text => text.parse().unwrap_or_else(|_| {
            errors.push(FieldError::new("people", "bookings-attendees-unreadable"));
            1
        }),
    };
    let from = typed.text("from");
    let span = rules::clock(from).map(|from| {
        let minutes: i32 = typed.text("minutes").parse().unwrap_or(60);
        let from = rules::minute(date, from);
        Span {
            from,
            until: from + TimeDelta::minutes(minutes.clamp(15, 24 * 60).into()),
        }
    });
    if span.is_none() && !from.is_empty() {
        errors.push(FieldError::new("from", "bookings-start-unreadable"));
    }
    Search {
        date,
        people,
        kind: Some(typed.text("kind").to_owned()).filter(|kind| !kind.is_empty()),
        equipment: typed
            .all("equipment")
            .into_iter()
            .map(str::to_owned)
            .collect(),
        span,
        errors,
    }
}

impl Search {
    fn fits(&self, place: &Place) -> bool {
        let has = |code: &String| place.space.equipment().any(|own| own == code);
        place.space.capacity >= self.people
            && self
                .kind
                .as_deref()
                .is_none_or(|kind| place.space.kind.code() == kind)
            && self.equipment.iter().all(has)
    }
}

fn grid_facts(
    page: &Page,
    catalogue: &Catalogue,
    places: &[&Place],
    search: &Search,
    busy: &Busy,
) -> Value {
    let now = page.app.clock.now();
    let hours = catalogue.columns([search.date]);
    let rows = read::rows(catalogue, places, &[search.date], hours, busy, now);
    let open = catalogue.open_on(search.date);
    json!({
        "date": search.date,
        "today": now.date(),
        "previous": search.date.pred_opt().filter(|_| search.date > now.date()),
        "next": search.date.succ_opt(),
        "open": open.is_some(),
        "hours": hours.columns(),
        "rows": rows.iter().map(|row| grid::row(row, page.lang)).collect::<Vec<_>>(),
        "equipment": catalogue.equipment(),
        "kinds": catalogue.kinds().into_iter().map(Kind::code).collect::<Vec<_>>(),
        "unfiltered": places.len() == catalogue.places.len(),
    })
}

/// The answer to a search by time: what can be booked then, or what is nearest.
async fn answer(
    page: &Page,
    catalogue: &Catalogue,
    places: &[&Place],
    search: &Search,
    busy: &Busy,
) -> Result<Value, Fault> {
    let Some(span) = search.span else {
        return Ok(Value::Null);
    };
    let now = page.app.clock.now();
    let offer = |id: SpaceId, name: &str, span: Span| {
        json!({
            "space": name,
            "value": slot::write(id, span),
            "from": span.from.rfc3339(),
            "until": span.until.rfc3339(),
        })
    };
    let free: Vec<Value> = places
        .iter()
        .filter(|place| {
            let units = busy_units(place, busy);
            catalogue.day(place, &units, now).is_bookable(span)
        })
        .map(|place| offer(place.space.id, place.name(page.lang), span))
        .collect();
    let nearest = match places.first() {
        Some(place) if free.is_empty() => {
            let wish = Wish {
                space: Some(place.space.id),
                span,
                attendees: search.people,
            };
            read::alternatives(page.app.db.reader(), wish, now, page.lang).await?
        }
        _ => Vec::new(),
    };
    Ok(json!({
        "from": span.from.rfc3339(),
        "until": span.until.rfc3339(),
        "free": free,
        "nearest": nearest
            .iter()
            .map(|other| offer(other.space_id, &other.space, other.span))
            .collect::<Vec<_>>(),
    }))
}

/// The person at the counter for whom staff looks; nobody else may name one.
pub(super) async fn guest(page: &Page, id: &str) -> Result<Value, Error> {
    if id.is_empty() || !page.actor().roles.is_staff() {
        return Ok(Value::Null);
    }
    let person = id.parse().map_err(|_error| Error::not_found())?;
    let who = accounts::read::contact(page.app.db.reader(), person).await?;
    let who = who.ok_or_else(Error::not_found)?;
    Ok(json!({ "id": who.person, "name": who.name, "kana": who.kana }))
}
