//! What a change of the house, its hours or a space would come to, before it is made.

use std::collections::HashSet;

use chrono::NaiveDate;
use kernel::{Fault, Instant};
use sea_orm::{QuerySelect, entity::prelude::*};
use uuid::Uuid;

use super::{Card, Catalogue, Filter, Place, list};
use crate::{
    entity::{SpaceId, VenueId, catalogue_version, space},
    refused::Refused,
    rules::{
        Hours,
        fitting::{Made, SpaceDraft},
    },
};

/// So many bookings ahead are looked through.
const MOST: u64 = 100_000;

/// The number that grows with every change of what can be booked.
pub async fn catalogue_version(db: &impl ConnectionTrait) -> Result<i64, Fault> {
    let version = catalogue_version::Entity::find()
        .select_only()
        .column(catalogue_version::Column::Version)
        .into_tuple()
        .one(db)
        .await?;
    Ok(version.unwrap_or_default())
}

/// Whether a space can be as it is drafted; `place` is the one that changes.
pub(crate) fn fit(
    catalogue: &Catalogue,
    place: Option<&Place>,
    draft: &SpaceDraft,
) -> Result<(), Refused> {
    let made = match place {
        None => Made::New,
        Some(place) if place.is_joined() => Made::Joined,
        Some(place) => Made::Units(place.units.len()),
    };
    let own = place.map(|place| place.space.id);
    let others: HashSet<&str> = catalogue
        .places
        .iter()
        .filter(|other| Some(other.space.id) != own)
        .map(|other| other.space.name.as_str())
        .collect();
    let wrong = draft.wrong(made, &others);
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(Refused::Unfit(wrong))
    }
}

/// A space as it would be; `None` while something of the draft is missing.
pub(crate) fn drafted(
    catalogue: &Catalogue,
    place: Option<&Place>,
    venue: VenueId,
    draft: &SpaceDraft,
) -> Option<space::Model> {
    let last = catalogue.places.iter().map(|place| place.space.position);
    let line = |text: &str| text.trim().to_owned();
    let numbers = draft.numbers;
    Some(space::Model {
        id: place.map_or(SpaceId(Uuid::nil()), |place| place.space.id),
        venue_id: venue,
        position: match place {
            Some(place) => place.space.position,
            None => last.max().unwrap_or(0) + 1,
        },
        kind: draft.kind?,
        name: line(&draft.name),
        name_en: line(&draft.name_en),
        name_easy: line(&draft.name_easy),
        description: line(&draft.description),
        description_en: line(&draft.description_en),
        floor: line(&draft.floor),
        equipment: draft.equipment.join(","),
        capacity: numbers.capacity?,
        step_minutes: numbers.step?,
        shortest_minutes: numbers.shortest?,
        longest_minutes: numbers.longest?,
        clearing_minutes: numbers.clearing?,
    })
}

/// The bookings ahead of a house that lie outside new hours.
pub async fn outside_hours(
    db: &impl ConnectionTrait,
    venue: VenueId,
    week: &[Option<Hours>; 7],
    from: NaiveDate,
    now: Instant,
) -> Result<Vec<Card>, Fault> {
    let mut cards = ahead(db, now).await?;
    cards.retain(|card| {
        let span = card.booking.span();
        let date = span.from.date();
        let weekday = chrono::Datelike::weekday(&date).num_days_from_monday();
        let hours = usize::try_from(weekday).ok().and_then(|day| week[day]);
        card.space.venue_id == venue
            && date >= from
            && !hours.is_some_and(|hours| hours.on(date).contains(&span))
    });
    Ok(cards)
}

/// The bookings ahead of a space that are for more people, shorter or longer than it would allow.
pub async fn beyond(
    db: &impl ConnectionTrait,
    space: &space::Model,
    now: Instant,
) -> Result<Vec<Card>, Fault> {
    let mut cards = ahead(db, now).await?;
    let lengths = i64::from(space.shortest_minutes)..=i64::from(space.longest_minutes);
    cards.retain(|card| {
        card.booking.space_id == space.id
            && (card.booking.attendees > space.capacity
                || !lengths.contains(&card.booking.span().minutes()))
    });
    Ok(cards)
}

async fn ahead(db: &impl ConnectionTrait, now: Instant) -> Result<Vec<Card>, Fault> {
    let filter = Filter {
        from: Some(now),
        standing_only: true,
        ..Filter::default()
    };
    list(db, filter, MOST).await
}
