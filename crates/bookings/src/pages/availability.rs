//! What is free on a day: a grid, a table, a list on the phone, and the answer to a search.

use axum::response::Response;
use kernel::{Fault, Span};
use serde_json::{Value, json};
use web::{Error, Page, Typed};

use super::{
    grid,
    search::{self, Search},
    slot,
};
use crate::{
    entity::{SpaceId, space::Kind},
    read::{self, Busy, Catalogue, Place, Wish, busy_units},
};

/// `GET /availability?date=&people=&kind=&equipment=&from=&minutes=&view=&space=&for=`
pub(super) async fn day(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("use");
    let db = page.app.db.reader();
    let catalogue = Catalogue::load(db).await?;
    let search = search::read(&page, &catalogue, &typed);
    let busy = read::busy(db, Span::day(search.date), None).await?;
    let places: Vec<&Place> = catalogue
        .places
        .iter()
        .filter(|place| search.fits(place))
        .collect();
    let mut facts = grid_facts(&page, &catalogue, &places, &search, &busy)?;
    facts["answer"] = answer(&page, &catalogue, &places, &search, &busy).await?;
    facts["for"] = guest(&page, typed.text("for")).await?;
    facts["table"] = (typed.text("view") == "table").into();
    facts["space"] = typed.text("space").into();
    for part in ["date", "view", "space"] {
        facts[format!("keep_{part}")] = keep(&page, part).into();
    }
    let template = "bookings/availability.html";
    if search.errors.is_empty() {
        let typed = typed.or("date", &search.date.to_string());
        page.form(template, &facts, &typed)
    } else {
        page.again(template, &facts, &typed, &search.errors)
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

fn grid_facts(
    page: &Page,
    catalogue: &Catalogue,
    places: &[&Place],
    search: &Search,
    busy: &Busy,
) -> Result<Value, Fault> {
    let now = page.app.clock.now();
    let hours = catalogue.columns([search.date]);
    let rows = read::rows(catalogue, places, &[search.date], hours, busy, now);
    let open = catalogue.open_on(search.date);
    Ok(json!({
        "date": search.date,
        "today": now.date(),
        "previous": search.date.pred_opt().filter(|_| search.date > now.date()),
        "next": search.date.succ_opt(),
        "open": open.is_some(),
        "hours": hours.columns(),
        "rows": grid::rows(page, &rows)?,
        "equipment": catalogue.equipment(),
        "kinds": catalogue.kinds().into_iter().map(Kind::code).collect::<Vec<_>>(),
    }))
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
            let mut found = read::alternatives(page.app.db.reader(), wish, now, page.lang).await?;
            found.retain(|other| places.iter().any(|place| place.space.id == other.space_id));
            found
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
