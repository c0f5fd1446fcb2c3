//! The papers of a booking, and what it was before it was changed.

use japan::fiscal::FiscalYear;
use kernel::{Actor, Failed, Fault, events};
use sea_orm::{QueryOrder, entity::prelude::*};
use serde_json::{Value, json};

use super::{is_owed, request_of, seen_by};
use crate::{
    entity::{BookingId, PaperId, booking_paper},
    refused::Refused,
    rules,
};

/// When and by how many a booking was to be used, first as it was made, then after each change:
/// as the log has it.
pub async fn versions_of(db: &impl ConnectionTrait, id: BookingId) -> Result<Vec<Value>, Fault> {
    let mut found = events::Entity::find()
        .filter(events::COLUMN.subject.eq(id.0))
        .filter(
            events::COLUMN
                .kind
                .is_in(["booking.reserved", "booking.changed"]),
        )
        .all(db)
        .await?;
    found.sort_by_key(|event| (event.kind != "booking.reserved", event.at));
    let read = |event: events::Model| -> Option<Value> {
        let facts: Value = serde_json::from_str(&event.facts).ok()?;
        Some(json!({
            "starts_at": facts["starts_at"],
            "ends_at": facts["ends_at"],
            "attendees": facts["attendees"],
        }))
    };
    Ok(found.into_iter().filter_map(read).collect())
}

/// Whether a booking was ever permitted: at once, or by an approval, as the log has it.
pub async fn was_permitted(db: &impl ConnectionTrait, id: BookingId) -> Result<bool, Fault> {
    if request_of(db, id).await?.is_none() {
        return Ok(true);
    }
    let approved = events::Entity::find()
        .filter(events::COLUMN.subject.eq(id.0))
        .filter(events::COLUMN.kind.eq("booking.approved"));
    Ok(approved.one(db).await?.is_some())
}

/// The papers that were issued about a booking, in the order of their numbers.
pub async fn papers_of(
    db: &impl ConnectionTrait,
    id: BookingId,
) -> Result<Vec<booking_paper::Model>, Fault> {
    Ok(booking_paper::Entity::find()
        .filter(booking_paper::COLUMN.booking_id.eq(id))
        .order_by_asc(booking_paper::COLUMN.fiscal_year)
        .order_by_asc(booking_paper::COLUMN.number)
        .all(db)
        .await?)
}

/// A paper, if this person may see its booking; else it is as if there were none.
pub async fn paper_seen_by(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: PaperId,
) -> Result<booking_paper::Model, Failed<Refused>> {
    let found = booking_paper::Entity::find_by_id(id).one(db).await?;
    let paper = found.ok_or(Refused::NoSuchBooking)?;
    seen_by(db, actor, paper.booking_id).await?;
    Ok(paper)
}

/// What the page of a booking shows about its papers: those that can be had, and with which
/// number those that were issued.
pub async fn paper_choices(
    db: &impl ConnectionTrait,
    card: &super::Card,
) -> Result<Vec<Value>, Fault> {
    let changes = versions_of(db, card.booking.id)
        .await?
        .len()
        .saturating_sub(1);
    let issued = papers_of(db, card.booking.id).await?;
    let owed = is_owed(db, card.booking.id).await?;
    let choice = |kind: booking_paper::Kind| {
        let version = i64::try_from(changes).unwrap_or(i64::MAX);
        let mut issued = issued.iter();
        let own = issued.find(|paper| paper.kind == kind && paper.version == version);
        json!({
            "kind": kind.code(),
            "unpaid": owed && rules::needs_payment(kind),
            "id": own.map(|paper| paper.id),
            "number": own.map(|paper| paper.number.to_string()),
            "year": own.map(year),
        })
    };
    let permitted = was_permitted(db, card.booking.id).await?;
    let papers = rules::papers(card.state, changes, permitted);
    Ok(papers.into_iter().map(choice).collect())
}

/// The fiscal year of a paper's number, as papers call it: 令和8年度.
pub fn year(paper: &booking_paper::Model) -> String {
    FiscalYear::try_starting_in(paper.fiscal_year)
        .map_or_else(|_error| paper.fiscal_year.to_string(), FiscalYear::name)
}
