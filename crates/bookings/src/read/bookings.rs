//! Bookings as their people and the counter see them.

use std::collections::{HashMap, HashSet};

use kernel::{Actor, Failed, Fault, Instant, PersonId, Span};
use organisations::entity::OrganisationId;
use sea_orm::{Condition, Order, QueryOrder, QuerySelect, entity::prelude::*};
use serde_json::{Value, json};
use views::Lang;

use super::{Owing, Place, lent, owings};
use crate::{
    entity::{BookingId, HoldId, SeriesId, SpaceId, booking, hold, resource, space, space_unit},
    refused::Refused,
    rules::{self, Standing, devices::Pick},
};

/// A booking with the space it is for.
#[derive(Clone, Debug)]
pub struct Card {
    /// The booking.
    pub booking: booking::Model,
    /// Where its hold stands.
    pub state: hold::State,
    /// The space.
    pub space: space::Model,
    /// What the counter calls the unit; none for a room of its own.
    pub unit: Option<String>,
}

/// What there is besides a booking itself.
#[derive(Clone, Debug)]
pub struct Besides {
    /// What is lent with it.
    pub lent: Vec<Pick>,
    /// What it costs; none when it costs nothing.
    pub fee: Option<Owing>,
    /// As which organisation it was booked, and what that is called; none for a person's own.
    pub organisation: Option<(OrganisationId, String)>,
}

/// What there is besides each of these bookings, in their order.
pub async fn besides(db: &impl ConnectionTrait, cards: &[Card]) -> Result<Vec<Besides>, Fault> {
    let holds: Vec<HoldId> = cards.iter().map(|card| card.booking.hold_id).collect();
    let ids: Vec<BookingId> = cards.iter().map(|card| card.booking.id).collect();
    let mut lent = lent(db, &holds).await?;
    let mut fees = owings(db, &ids).await?;
    let booked_as = cards.iter().filter_map(|card| card.booking.organisation_id);
    let names = organisations::read::names(db, booked_as.collect()).await?;
    let one = |card: &Card| Besides {
        lent: lent.remove(&card.booking.hold_id).unwrap_or_default(),
        fee: fees.remove(&card.booking.id),
        organisation: (card.booking.organisation_id)
            .and_then(|id| Some((id, names.get(&id)?.clone()))),
    };
    Ok(cards.iter().map(one).collect())
}

/// Which bookings are listed.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Of these people only.
    pub people: Option<Vec<PersonId>>,
    /// Of the people whom these words find only.
    pub named: Option<String>,
    /// With this reference only.
    pub reference: Option<String>,
    /// Ending after this moment, earliest first.
    pub from: Option<Instant>,
    /// Ended by this moment, latest first.
    pub until: Option<Instant>,
    /// Only those that occupy their place.
    pub standing_only: bool,
    /// Beside those that ended, those to come that fell through, whoever called them off.
    pub fallen: bool,
    /// After this one in the order of the list: the next page.
    pub after: Option<(Instant, BookingId)>,
    /// Beginning inside this span.
    pub within: Option<Span>,
    /// Made in this series.
    pub series: Option<SeriesId>,
    /// Only these.
    pub ids: Option<Vec<BookingId>>,
}

/// The latest bookings in whose reference one of these parts stands, at most so many.
pub async fn with_reference_part(
    db: &impl ConnectionTrait,
    parts: &[String],
    most: u64,
) -> Result<Vec<BookingId>, Fault> {
    let any = parts.iter().fold(Condition::any(), |any, part| {
        any.add(booking::COLUMN.reference.contains(part))
    });
    let found = booking::Entity::find()
        .select_only()
        .column(booking::Column::Id)
        .filter(any)
        .order_by_desc(booking::COLUMN.starts_at)
        .limit(most);
    Ok(found.into_tuple().all(db).await?)
}

/// The bookings a filter leaves, at most so many.
pub async fn list(
    db: &impl ConnectionTrait,
    filter: Filter,
    limit: u64,
) -> Result<Vec<Card>, Fault> {
    let mut query = booking::Entity::find().find_also_related(hold::Entity);
    if let Some(people) = filter.people {
        query = query.filter(booking::COLUMN.person_id.is_in(people));
    }
    if let Some(words) = filter.named {
        let found = accounts::read::found_people(&words);
        query = query.filter(booking::Column::PersonId.in_subquery(found));
    }
    if let Some(reference) = filter.reference {
        query = query.filter(booking::COLUMN.reference.eq(reference));
    }
    if let Some(from) = filter.from {
        query = query.filter(booking::COLUMN.ends_at.gt(from));
    }
    if let Some(until) = filter.until {
        let mut past = Condition::any().add(booking::COLUMN.ends_at.lte(until));
        if filter.fallen {
            past = past.add(hold::Column::State.is_in(hold::State::FALLEN));
        }
        query = query.filter(past);
    }
    if let Some((starts_at, id)) = filter.after {
        let further = if filter.until.is_some() {
            booking::COLUMN.starts_at.lt(starts_at)
        } else {
            booking::COLUMN.starts_at.gt(starts_at)
        };
        query = query.filter(
            Condition::any().add(further).add(
                Condition::all()
                    .add(booking::COLUMN.starts_at.eq(starts_at))
                    .add(booking::COLUMN.id.gt(id)),
            ),
        );
    }
    if let Some(span) = filter.within {
        query = query
            .filter(booking::COLUMN.starts_at.gte(span.from))
            .filter(booking::COLUMN.starts_at.lt(span.until));
    }
    if let Some(series) = filter.series {
        query = query.filter(booking::COLUMN.series_id.eq(series));
    }
    if let Some(ids) = filter.ids {
        query = query.filter(booking::COLUMN.id.is_in(ids));
    }
    if filter.standing_only {
        query = query.filter(hold::Column::State.is_in([
            hold::State::Requested,
            hold::State::Confirmed,
            hold::State::InUse,
            hold::State::Finished,
        ]));
    }
    let order = if filter.until.is_some() {
        Order::Desc
    } else {
        Order::Asc
    };
    let found = query
        .order_by(booking::COLUMN.starts_at, order)
        .order_by_asc(booking::COLUMN.id)
        .limit(limit)
        .all(db)
        .await?;
    with_spaces(db, found).await
}

/// Where a list goes on after a booking.
pub fn cursor(card: &Card) -> String {
    format!("{}_{}", card.booking.starts_at.micros(), card.booking.id)
}

/// Reads a cursor; nonsense is the beginning.
pub fn read_cursor(text: &str) -> Option<(Instant, BookingId)> {
    let (micros, id) = text.split_once('_')?;
    Some((Instant::from_micros(micros.parse().ok()?), id.parse().ok()?))
}

/// One booking.
pub async fn one(db: &impl ConnectionTrait, id: BookingId) -> Result<Option<Card>, Fault> {
    let found = booking::Entity::find_by_id(id)
        .find_also_related(hold::Entity)
        .all(db)
        .await?;
    Ok(with_spaces(db, found).await?.pop())
}

/// One booking, if this person may see it; else it is as if there were none.
pub async fn seen_by(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: BookingId,
) -> Result<Card, Failed<Refused>> {
    one(db, id)
        .await?
        .filter(|card| rules::may_see(actor, card.booking.person_id))
        .ok_or(Failed::Refused(Refused::NoSuchBooking))
}

async fn with_spaces(
    db: &impl ConnectionTrait,
    found: Vec<(booking::Model, Option<hold::Model>)>,
) -> Result<Vec<Card>, Fault> {
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let mut ids: Vec<SpaceId> = found.iter().map(|(booking, _)| booking.space_id).collect();
    ids.sort_unstable();
    ids.dedup();
    let spaces: HashMap<SpaceId, space::Model> = space::Entity::find()
        .filter(space::COLUMN.id.is_in(ids))
        .all(db)
        .await?
        .into_iter()
        .map(|space| (space.id, space))
        .collect();
    let labels = unit_labels(db, spaces.keys().copied().collect()).await?;
    Ok(found
        .into_iter()
        .filter_map(|(booking, hold)| {
            Some(Card {
                state: hold?.state,
                space: spaces.get(&booking.space_id)?.clone(),
                unit: labels.get(&(booking.space_id, booking.unit)).cloned(),
                booking,
            })
        })
        .collect())
}

/// The names of the units of those spaces that have several.
pub(crate) async fn unit_labels(
    db: &impl ConnectionTrait,
    spaces: Vec<SpaceId>,
) -> Result<HashMap<(SpaceId, i32), String>, Fault> {
    let rows = space_unit::Entity::find()
        .filter(space_unit::COLUMN.space_id.is_in(spaces))
        .find_also_related(resource::Entity)
        .all(db)
        .await?;
    let several: HashSet<SpaceId> = rows
        .iter()
        .filter(|(row, _)| row.unit > 1)
        .map(|(row, _)| row.space_id)
        .collect();
    Ok(rows
        .into_iter()
        .filter(|(row, _)| several.contains(&row.space_id))
        .filter_map(|(row, resource)| Some(((row.space_id, row.unit), resource?.label)))
        .collect())
}

impl Card {
    /// Where it stands at a moment.
    pub fn standing(&self, now: Instant) -> Standing {
        Standing::of(self.state, self.booking.span(), now)
    }

    /// Whether its person can still change or cancel it.
    pub fn can_change(&self, now: Instant) -> bool {
        rules::may_change(self.state, self.booking.starts_at, now).is_ok()
    }

    /// What pages and letters show of it.
    pub fn facts(&self, lang: Lang, now: Instant) -> Value {
        let booking = &self.booking;
        let place = Place::bare(self.space.clone());
        json!({
            "id": booking.id,
            "reference": booking.reference,
            "space": place.facts(lang),
            "unit": self.unit,
            "date": booking.starts_at.date(),
            "starts_at": booking.starts_at.rfc3339(),
            "ends_at": booking.ends_at.rfc3339(),
            "purpose": booking.purpose,
            "attendees": booking.attendees,
            "arrived_at": booking.arrived_at.map(Instant::rfc3339),
            "standing": self.standing(now).code(),
            "can_change": self.can_change(now),
            "version": booking.version,
            "person_id": booking.person_id,
            "series": booking.series_id,
        })
    }
}
