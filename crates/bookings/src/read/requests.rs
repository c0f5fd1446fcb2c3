//! Requests for approval: what waits for a decision, and what came of it.

use std::collections::HashMap;

use chrono::NaiveDate;
use kernel::{Actor, Fault, Instant};
use sea_orm::{PaginatorTrait, QueryOrder, QuerySelect, entity::prelude::*};
use serde_json::{Value, json};

use super::{
    Card, Filter, list,
    terms::{Whose, absences},
};
use crate::{
    entity::{
        BookingId,
        booking::{self, Party},
        booking_request::{self, Outcome},
    },
    rules,
};

/// Databases take some thousand values in one question.
const AT_ONCE: usize = 1_000;

/// So many of the latest bookings are shown to whoever decides.
const LATEST: u64 = 5;

/// What whoever decides knows of the person: what they had, and what they asked for before.
#[derive(Clone, Debug)]
pub struct History {
    /// Their latest bookings, the last first.
    pub latest: Vec<Card>,
    /// How often they stayed away, or called off too late to be excused.
    pub absences: usize,
    /// How often they were approved.
    pub approved: u64,
    /// How often they were not.
    pub refused: u64,
}

/// The requests of bookings; those that need no approval have none.
pub async fn requests_of(
    db: &impl ConnectionTrait,
    bookings: &[BookingId],
) -> Result<HashMap<BookingId, booking_request::Model>, Fault> {
    let mut all = HashMap::new();
    for some in bookings.chunks(AT_ONCE) {
        let found = booking_request::Entity::find()
            .filter(booking_request::COLUMN.booking_id.is_in(some.to_vec()))
            .all(db)
            .await?;
        all.extend(found.into_iter().map(|row| (row.booking_id, row)));
    }
    Ok(all)
}

/// The request of a booking.
pub async fn request_of(
    db: &impl ConnectionTrait,
    id: BookingId,
) -> Result<Option<booking_request::Model>, Fault> {
    Ok(booking_request::Entity::find_by_id(id).one(db).await?)
}

/// What waits for a decision, the oldest first, each with its booking.
pub async fn undecided(
    db: &impl ConnectionTrait,
    most: u64,
) -> Result<Vec<(booking_request::Model, Card)>, Fault> {
    let rows = open()
        .order_by_asc(booking_request::COLUMN.asked_at)
        .order_by_asc(booking_request::COLUMN.booking_id)
        .limit(most)
        .all(db)
        .await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let filter = Filter {
        ids: Some(rows.iter().map(|row| row.booking_id).collect()),
        ..Filter::default()
    };
    let cards = list(db, filter, most).await?.into_iter();
    let mut cards: HashMap<BookingId, Card> = cards.map(|card| (card.booking.id, card)).collect();
    let both = |row: booking_request::Model| Some((row.clone(), cards.remove(&row.booking_id)?));
    Ok(rows.into_iter().filter_map(both).collect())
}

/// How many wait for a decision, and for how many of them the day of deciding has passed.
pub async fn waiting_requests(
    db: &impl ConnectionTrait,
    today: NaiveDate,
) -> Result<(usize, usize), Fault> {
    let days: Vec<String> = open()
        .select_only()
        .column(booking_request::Column::DecideBy)
        .into_tuple()
        .all(db)
        .await?;
    let today = today.to_string();
    let overdue = days.iter().filter(|by| **by < today).count();
    Ok((days.len(), overdue))
}

/// The requests whose time has begun and that nobody has decided.
pub async fn begun_undecided(
    db: &impl ConnectionTrait,
    now: Instant,
    most: u64,
) -> Result<Vec<BookingId>, Fault> {
    let rows = open()
        .inner_join(booking::Entity)
        .filter(booking::COLUMN.starts_at.lte(now))
        .order_by_asc(booking_request::COLUMN.booking_id)
        .limit(most)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| row.booking_id).collect())
}

/// What is known of a person who asks, and of whom they ask for.
pub async fn history(
    db: &impl ConnectionTrait,
    party: Party,
    now: Instant,
) -> Result<History, Fault> {
    let person = party.person;
    let own = Filter {
        people: Some(vec![person]),
        until: Some(now),
        ..Filter::default()
    };
    let outcome = async |outcome| {
        let asked = booking_request::Entity::find()
            .inner_join(booking::Entity)
            .filter(booking::COLUMN.person_id.eq(person))
            .filter(booking_request::Column::Outcome.eq(outcome));
        asked.count(db).await
    };
    Ok(History {
        latest: list(db, own, LATEST).await?,
        absences: absences(db, &Whose::of(db, party).await?, now).await?.len(),
        approved: outcome(Outcome::Approved).await?,
        refused: outcome(Outcome::Refused).await?,
    })
}

/// Whether this member of staff decides on a booking.
pub async fn may_decide(
    db: &impl ConnectionTrait,
    actor: &Actor,
    booking: &booking::Model,
) -> Result<bool, Fault> {
    let represents = match booking.organisation_id {
        Some(id) => organisations::read::acts_for(db, actor, id).await?,
        None => false,
    };
    Ok(rules::requests::may_decide(
        actor,
        booking.person_id,
        represents,
    ))
}

fn open() -> Select<booking_request::Entity> {
    booking_request::Entity::find().filter(booking_request::COLUMN.outcome.is_null())
}

impl booking_request::Model {
    /// Whether it waits for a decision.
    pub const fn waits(&self) -> bool {
        self.outcome.is_none()
    }

    /// What pages show of it.
    pub fn facts(&self, today: NaiveDate) -> Value {
        let today = today.to_string();
        json!({
            "asked_at": self.asked_at.rfc3339(),
            "by": self.decide_by,
            "overdue": self.waits() && self.decide_by < today,
            "today": self.waits() && self.decide_by == today,
            "outcome": self.outcome.map(Outcome::code),
            "ground": self.ground.map(booking_request::Ground::code),
            "words": self.words,
            "ended_at": self.ended_at.map(Instant::rfc3339),
        })
    }
}
