//! The list of bookings, with all that the office reckons with.

use std::collections::HashMap;

use axum::response::Response;
use kernel::Fault;
use serde_json::{Value, json};
use web::{
    Error, Page, Typed,
    sheet::{Column, Form, List},
};

use super::super::counter::{filter, named};
use crate::{
    entity::{BookingId, HoldId},
    read::{self, Card},
};

/// So many lines at most: ten years of a busy centre are fewer.
const MOST: u64 = 200_000;

const BOOKINGS: List = List {
    name: "bookings",
    taken: Some("bookings.list_taken"),
    columns: &[
        Column::Text("bookings-label-reference", "/reference"),
        Column::Date("bookings-label-date", "/date"),
        Column::Time("bookings-label-starts", "/starts_at"),
        Column::Time("bookings-label-ends", "/ends_at"),
        Column::Text("bookings-label-place", "/space/name"),
        Column::Text("bookings-label-unit", "/unit"),
        Column::Text("bookings-label-who", "/name"),
        Column::Text("bookings-label-kana", "/kana"),
        Column::Text("bookings-label-telephone", "/telephone"),
        Column::Text("organisations-name", "/organisation"),
        Column::Said(
            "bookings-rule-locality",
            "/category/locality",
            "bookings-rule-locality-",
        ),
        Column::Said(
            "bookings-rule-party",
            "/category/party",
            "bookings-rule-party-",
        ),
        Column::Text("bookings-label-purpose", "/purpose"),
        Column::Number("bookings-label-attendees", "/attendees"),
        Column::Said("bookings-label-standing", "/standing", "bookings-standing-"),
        Column::Time("bookings-label-arrived", "/arrived_at"),
        Column::Time("bookings-label-made", "/made_at"),
        Column::Number("fees-label-charged", "/fee/charged"),
        Column::Number("fees-label-paid", "/fee/paid"),
        Column::Number("fees-label-open", "/fee/open"),
        Column::Text("bookings-list-ward", "/ward"),
        Column::Text("bookings-devices", "/lent"),
    ],
};

/// `GET /counter/bookings/file?as=&…`: what the list of the counter shows, whole, as a file.
pub(in crate::pages) async fn bookings(page: Page, typed: Typed) -> Result<Response, Error> {
    page.staff()?;
    let form = Form::asked(&typed)?.unwrap_or(Form::Csv);
    let db = page.app.db.reader();
    let cards = read::list(db, filter(&page, &typed).await?, MOST).await?;
    let rows = rows(&page, &cards).await?;
    page.file_of_today(form, &BOOKINGS, &rows).await
}

async fn rows(page: &Page, cards: &[Card]) -> Result<Vec<Value>, Fault> {
    let db = page.app.db.reader();
    let bookings = || cards.iter().map(|card| &card.booking);
    let organisations: Vec<_> = bookings().filter_map(|one| one.organisation_id).collect();
    let people = bookings().map(|booking| booking.person_id).collect();
    let known = organisations::read::categories(db, people, organisations.clone()).await?;
    let mut called = HashMap::new();
    for some in organisations.chunks(1_000) {
        called.extend(organisations::read::names(db, some.to_vec()).await?);
    }
    let ids: Vec<BookingId> = bookings().map(|booking| booking.id).collect();
    let holds: Vec<HoldId> = bookings().map(|booking| booking.hold_id).collect();
    let fees = read::owings(db, &ids).await?;
    let ward = read::ward_references(db, &holds).await?;
    let lent = read::all_lent_facts(db, &holds, page.lang).await?;
    let mut rows = named(page, cards).await?;
    for (row, booking) in rows.iter_mut().zip(bookings()) {
        let (organisation, day) = (booking.organisation_id, booking.starts_at.date());
        let category = known.on(booking.person_id, organisation, day);
        let ward = ward.get(&booking.hold_id);
        // A number that was given for another space says nothing about this one.
        let ward = ward.filter(|(space, _)| *space == booking.space_id);
        row["organisation"] = json!(organisation.and_then(|id| called.get(&id)));
        row["category"] = json!(category);
        row["made_at"] = booking.created_at.rfc3339().into();
        row["fee"] = json!(fees.get(&booking.id));
        row["ward"] = json!(ward.map(|(_, number)| number));
        row["lent"] = json!(lent.get(&booking.hold_id).map(|lent| said(lent)));
    }
    Ok(rows)
}

/// What is lent, as `プロジェクター 1台`.
pub(in crate::pages) fn said(lent: &[Value]) -> Vec<String> {
    let one = |own: &Value| {
        let word = |name: &str| own[name].as_str().unwrap_or_default().to_owned();
        format!("{} {}", word("name"), word("many"))
    };
    lent.iter().map(one).collect()
}
