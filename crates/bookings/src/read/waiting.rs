//! Who waits for what, and at which place in the line.

use std::collections::HashMap;

use chrono::NaiveDate;
use kernel::{Actor, Failed, Fault, Instant, PersonId, Span};
use sea_orm::{Condition, QueryOrder, QuerySelect, entity::prelude::*};
use serde_json::{Value, json};
use views::Lang;

use super::{Catalogue, Place};
use crate::{
    entity::{
        SpaceId, VenueId, WaitingId, space, space_unit,
        waiting_entry::{self, State},
        waiting_terms,
    },
    refused::{Refused, Unwaitable},
    rules::{self, Closure},
};

/// So many are listed at most.
const LISTED: u64 = 500;

/// Someone in a line, with the space and the place in it.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// The entry.
    pub entry: waiting_entry::Model,
    /// The space.
    pub space: space::Model,
    /// How many are before them: who waits for some of the same time, with a lower number.
    pub before: usize,
}

/// The spaces that anyone waits for.
pub async fn spaces_waited_for(db: &impl ConnectionTrait) -> Result<Vec<SpaceId>, Fault> {
    Ok(waiting_entry::Entity::find()
        .filter(waiting_entry::Column::State.is_in([State::Waiting, State::Offered]))
        .select_only()
        .column(waiting_entry::Column::SpaceId)
        .distinct()
        .into_tuple()
        .all(db)
        .await?)
}

/// These spaces and all that share a resource with them, in the order of ids.
pub(crate) async fn beside(
    db: &impl ConnectionTrait,
    spaces: &[SpaceId],
) -> Result<Vec<SpaceId>, Fault> {
    let own = space_unit::Entity::find()
        .filter(space_unit::COLUMN.space_id.is_in(spaces.to_vec()))
        .all(db)
        .await?;
    let resources = own.into_iter().map(|row| row.resource_id);
    Ok(space_unit::Entity::find()
        .filter(space_unit::COLUMN.resource_id.is_in(resources))
        .select_only()
        .column(space_unit::Column::SpaceId)
        .distinct()
        .order_by_asc(space_unit::COLUMN.space_id)
        .into_tuple()
        .all(db)
        .await?)
}

/// The terms of waiting in force on a date.
pub async fn waiting_terms_on(
    db: &impl ConnectionTrait,
    date: NaiveDate,
) -> Result<waiting_terms::Model, Fault> {
    let found = waiting_terms::Entity::on(date).one(db).await?;
    found.ok_or_else(|| DbErr::RecordNotFound(format!("terms of waiting on {date}")).into())
}

/// What a person waits for, then what they waited for, the latest first.
pub async fn waiting_of(
    db: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Vec<Waiting>, Fault> {
    let found = waiting_entry::Entity::find()
        .filter(waiting_entry::COLUMN.person_id.eq(person))
        .order_by_desc(waiting_entry::COLUMN.starts_at)
        .limit(LISTED)
        .all(db)
        .await?;
    let (open, ended): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|entry| entry.state.is_open());
    let open = open.into_iter().rev();
    with_spaces(db, open.chain(ended).collect()).await
}

/// Everyone who waits, by time and place in the line; at one time of one space, or all.
pub async fn lines(
    db: &impl ConnectionTrait,
    of: Option<(SpaceId, Span)>,
) -> Result<Vec<Waiting>, Fault> {
    let mut query = waiting_entry::Entity::open();
    if let Some((space, span)) = of {
        query = query
            .filter(waiting_entry::COLUMN.space_id.eq(space))
            .filter(waiting_entry::COLUMN.starts_at.lt(span.until))
            .filter(waiting_entry::COLUMN.ends_at.gt(span.from));
    }
    let mut found = with_spaces(db, query.limit(LISTED).all(db).await?).await?;
    found.sort_by_key(|one| (one.entry.starts_at, one.space.position, one.entry.number));
    Ok(found)
}

/// The open offers that a closure of a house stands against, by time; where spaces are given up,
/// everybody who waits for them too.
pub async fn offers_shut_by(
    db: &impl ConnectionTrait,
    catalogue: &Catalogue,
    venue: VenueId,
    closure: &Closure,
    now: Instant,
) -> Result<Vec<Waiting>, Fault> {
    let open = Condition::all()
        .add(waiting_entry::COLUMN.state.eq(State::Offered))
        .add(waiting_entry::COLUMN.expires_at.gt(now));
    let mut stands = Condition::any().add(open);
    if closure.is_for_good() {
        stands = stands.add(waiting_entry::COLUMN.state.eq(State::Waiting));
    }
    let offered = waiting_entry::Entity::find()
        .filter(stands)
        .order_by_asc(waiting_entry::COLUMN.starts_at)
        .order_by_asc(waiting_entry::COLUMN.number)
        .all(db)
        .await?;
    let shut = offered.into_iter().filter(|entry| {
        let place = catalogue.place(entry.space_id);
        place.is_some_and(|place| place.space.venue_id == venue)
            && closure.concerns(entry.space_id)
            && closure.shuts(entry.span())
    });
    with_spaces(db, shut.collect()).await
}

/// Someone in a line, if this person may see it; else it is as if there were none.
pub async fn waiting_seen_by(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: WaitingId,
) -> Result<Waiting, Failed<Refused>> {
    let found = waiting_entry::Entity::find_by_id(id).all(db).await?;
    with_spaces(db, found)
        .await?
        .pop()
        .filter(|one| rules::may_see(actor, one.entry.person_id))
        .ok_or(Failed::Refused(Refused::Waiting(Unwaitable::NoSuchEntry)))
}

async fn with_spaces(
    db: &impl ConnectionTrait,
    found: Vec<waiting_entry::Model>,
) -> Result<Vec<Waiting>, Fault> {
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<SpaceId> = found.iter().map(|entry| entry.space_id).collect();
    let spaces: HashMap<SpaceId, space::Model> = space::Entity::find()
        .filter(space::COLUMN.id.is_in(ids.clone()))
        .all(db)
        .await?
        .into_iter()
        .map(|space| (space.id, space))
        .collect();
    let open = waiting_entry::Entity::open()
        .filter(waiting_entry::COLUMN.space_id.is_in(ids))
        .all(db)
        .await?;
    let before = |entry: &waiting_entry::Model| {
        let earlier = |other: &&waiting_entry::Model| {
            other.space_id == entry.space_id
                && other.number < entry.number
                && other.span().overlaps(&entry.span())
        };
        open.iter().filter(earlier).count()
    };
    Ok(found
        .into_iter()
        .filter_map(|entry| {
            Some(Waiting {
                space: spaces.get(&entry.space_id)?.clone(),
                before: before(&entry),
                entry,
            })
        })
        .collect())
}

impl Waiting {
    /// What pages show of it.
    pub fn facts(&self, lang: Lang, now: Instant) -> Value {
        let entry = &self.entry;
        let place = Place::bare(self.space.clone());
        let open = entry.expires_at.is_some_and(|until| now < until);
        json!({
            "id": entry.id,
            "space": place.facts(lang),
            "slot": crate::letters::slot(entry.space_id, entry.span()),
            "date": entry.starts_at.date(),
            "starts_at": entry.starts_at.rfc3339(),
            "ends_at": entry.ends_at.rfc3339(),
            "purpose": entry.purpose,
            "attendees": entry.attendees,
            "state": entry.state.code(),
            "is_open": entry.state.is_open(),
            "is_offered": entry.state == State::Offered && open,
            "expires_at": entry.expires_at.map(Instant::rfc3339),
            "place": self.before + 1,
            "lapses": entry.lapses,
            "booking": entry.booking_id,
            "person_id": entry.person_id,
        })
    }
}
