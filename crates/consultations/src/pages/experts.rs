//! 専門家の登録: who advises, with their hours.

mod handover;
mod hours;
mod write;

use axum::response::Response;
use bookings::{
    entity::space::Kind,
    read::{Catalogue, Place},
    rules::time_of_day,
};
use kernel::transact;
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Routes, Typed, sent};

use super::{facts, keeper, viewer};
use crate::{
    entity::{ExpertId, expert_day, expert_hours},
    read::{self, Card},
    rules, service,
};

/// The routes of the register.
pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/counter/experts", all)
        .post("/counter/experts", write::create)
        .get("/counter/experts/new", write::new)
        .post("/counter/experts/rooms", use_rooms)
        .get("/counter/experts/{id}", one)
        .post("/counter/experts/{id}", write::change)
        .get("/counter/experts/{id}/edit", write::edit)
        .post("/counter/experts/{id}/leaving", write::leave)
        .get("/counter/experts/{id}/handover", handover::show)
        .post("/counter/experts/{id}/handover", handover::hand_over)
        .post("/counter/experts/{id}/hours", hours::add)
        .post("/counter/experts/{id}/hours/{row}/ending", hours::end)
        .post("/counter/experts/{id}/days", hours::set_day)
        .post(
            "/counter/experts/{id}/days/{row}/removal",
            hours::remove_day,
        )
}

/// `GET /counter/experts`
async fn all(page: Page) -> Result<Response, Error> {
    let page = page.nav("experts");
    keeper(&page)?;
    let cards = read::cards(page.app.db.reader()).await?;
    let catalogue = Catalogue::current(&page.app).await?;
    let used = read::rooms(page.app.db.reader(), &catalogue).await?;
    let used = used.iter().map(|(space, _)| space.to_string());
    let rooms = catalogue
        .places
        .iter()
        .filter(|place| place.space.kind != Kind::Online);
    let option = |place: &Place| json!({ "value": place.space.id.to_string(), "label": place.name(page.lang) });
    let facts = json!({
        "experts": cards.iter().map(facts::expert).collect::<Vec<_>>(),
        "rooms": rooms.map(option).collect::<Vec<_>>(),
        "used": used.collect::<Vec<_>>(),
    });
    page.show("consultations/register.html", &facts)
}

/// `POST /counter/experts/rooms`: in which spaces the centre advises.
async fn use_rooms(page: Page, typed: Typed) -> Result<Response, Error> {
    keeper(&page)?;
    let catalogue = Catalogue::current(&page.app).await?;
    let named = typed
        .all("rooms")
        .into_iter()
        .filter_map(|id| id.parse().ok());
    let rooms: Vec<_> = named.filter(|id| catalogue.place(*id).is_some()).collect();
    let used = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::use_rooms(work, &rooms).await
    });
    used.await?;
    Ok(page.go_saying(
        "/counter/experts",
        &Flash::good("experts-rooms-saved", json!({})),
    ))
}

/// `GET /counter/experts/{id}`: those who keep the register, and the expert themselves.
async fn one(page: Page, Id(id): Id<ExpertId>) -> Result<Response, Error> {
    let page = page.nav("experts");
    let card = card(&page, id).await?;
    let facts = given(&page, &card).await?;
    let filled = sent::named(Typed::default());
    page.form("consultations/register_one.html", &facts, &filled)
}

/// An expert for those who keep the register, and for themselves.
async fn card(page: &Page, id: ExpertId) -> Result<Card, Error> {
    viewer(page)?;
    let cards = read::cards(page.app.db.reader()).await?;
    let found = cards.into_iter().find(|card| card.row.id == id);
    let keeps = rules::may_keep_experts(&page.actor());
    let may = |card: &Card| keeps || page.actor().person == Some(card.row.person_id);
    match found {
        Some(card) if may(&card) => Ok(card),
        _ if keeps => Err(Error::not_found()),
        _ => Err(Error::forbidden()),
    }
}

async fn given(page: &Page, card: &Card) -> Result<Value, Error> {
    let today = page.app.clock.now().date().to_string();
    let (hours, days) = read::hours_of(page.app.db.reader(), card.row.id).await?;
    let standing =
        |row: &expert_hours::Model| row.valid_until.as_ref().is_none_or(|last| *last >= today);
    let coming = |row: &&expert_day::Model| row.day >= today;
    Ok(json!({
        "expert": facts::expert(card),
        "hours": hours.iter().filter(|row| standing(row)).map(hour).collect::<Vec<_>>(),
        "days": days.iter().filter(coming).map(day).collect::<Vec<_>>(),
        "keeps": rules::may_keep_experts(&page.actor()),
        "today": today,
        "choices": facts::choices(page)?,
    }))
}

/// A stretch of the week, as pages have it.
fn hour(row: &expert_hours::Model) -> Value {
    json!({
        "id": row.id, "weekday": row.weekday, "from": time_of_day(row.from_minute),
        "until": time_of_day(row.until_minute), "modes": codes(&row.modes),
        "valid_from": row.valid_from, "valid_until": row.valid_until,
    })
}

/// A stretch of one day, as pages have it.
fn day(row: &expert_day::Model) -> Value {
    json!({
        "id": row.id, "day": row.day, "from": time_of_day(row.from_minute),
        "until": time_of_day(row.until_minute), "works": row.works, "modes": codes(&row.modes),
    })
}

fn codes(modes: &str) -> Vec<&str> {
    modes.split(' ').filter(|code| !code.is_empty()).collect()
}
