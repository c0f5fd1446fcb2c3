//! What the API takes and gives. Times are RFC 3339 in Tokyo's offset.

use chrono::{NaiveDate, TimeDelta};
use kernel::{Fault, Instant, PersonId, Span};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    entity::{BookingId, SpaceId, booking, hold},
    read::{Card, Place},
    refused::Wrong,
    rules::{Standing, Use},
    service::Reserve,
};

/// The widest stretch of time asked about at once, in days.
const WIDEST: i64 = 31;

/// A space that can be booked.
#[derive(Serialize, ToSchema)]
pub(super) struct Space {
    id: Uuid,
    /// `desk`, `booth`, `meeting`, `seminar`, `community` or `online`.
    kind: &'static str,
    name: String,
    name_en: String,
    description: String,
    floor: String,
    equipment: Vec<String>,
    /// How many people one booking may bring.
    capacity: i32,
    /// How many like units there are: desks.
    units: usize,
    step_minutes: i32,
    shortest_minutes: i32,
    longest_minutes: i32,
    /// Kept free after each use.
    clearing_minutes: i32,
    advance_days: i32,
}

impl Space {
    pub(super) fn of(place: &Place) -> Self {
        let space = &place.space;
        Self {
            id: space.id.into(),
            kind: space.kind.code(),
            name: space.name.clone(),
            name_en: space.name_en.clone(),
            description: space.description.clone(),
            floor: space.floor.clone(),
            equipment: space.equipment().map(str::to_owned).collect(),
            capacity: space.capacity,
            units: place.units.len(),
            step_minutes: space.step_minutes,
            shortest_minutes: space.shortest_minutes,
            longest_minutes: space.longest_minutes,
            clearing_minutes: space.clearing_minutes,
            advance_days: space.advance_days,
        }
    }
}

/// A page of spaces.
#[derive(Serialize, ToSchema)]
pub(super) struct Spaces {
    pub(super) items: Vec<Space>,
    pub(super) next: Option<String>,
}

/// When a space is free.
#[derive(Serialize, ToSchema)]
pub(super) struct Availability {
    space_id: Uuid,
    from: String,
    until: String,
    free: Vec<Free>,
}

/// A stretch within which any allowed time can be booked on one unit.
#[derive(Serialize, ToSchema)]
pub(super) struct Free {
    starts_at: String,
    ends_at: String,
    /// On how many units.
    units: usize,
}

impl Availability {
    pub(super) fn of(space: SpaceId, span: Span, free: Vec<(Span, usize)>) -> Self {
        Self {
            space_id: space.into(),
            from: span.from.rfc3339(),
            until: span.until.rfc3339(),
            free: free
                .into_iter()
                .map(|(span, units)| Free {
                    starts_at: span.from.rfc3339(),
                    ends_at: span.until.rfc3339(),
                    units,
                })
                .collect(),
        }
    }
}

/// A booking.
#[derive(Serialize, Deserialize, ToSchema)]
pub(super) struct Booking {
    pub(super) id: Uuid,
    /// What people say at the counter; it opens nothing.
    reference: String,
    space_id: Uuid,
    /// Which unit of the space: desk 7.
    unit: i32,
    person_id: Uuid,
    starts_at: String,
    ends_at: String,
    purpose: String,
    attendees: i32,
    /// `coming`, `late`, `running`, `finished`, `absent`, `tentative`, `cancelled` or `released`.
    status: String,
    version: i64,
    created_at: String,
}

impl Booking {
    pub(super) fn of(card: &Card, now: Instant) -> Self {
        Self::with(&card.booking, card.standing(now))
    }

    /// One that was made just now.
    pub(super) fn made(made: &booking::Model, now: Instant) -> Self {
        Self::with(made, Standing::of(hold::State::Confirmed, made.span(), now))
    }

    fn with(booking: &booking::Model, standing: Standing) -> Self {
        Self {
            id: booking.id.into(),
            reference: booking.reference.clone(),
            space_id: booking.space_id.into(),
            unit: booking.unit,
            person_id: booking.person_id.into(),
            starts_at: booking.starts_at.rfc3339(),
            ends_at: booking.ends_at.rfc3339(),
            purpose: booking.purpose.clone(),
            attendees: booking.attendees,
            status: standing.code().to_owned(),
            version: booking.version,
            created_at: booking.created_at.rfc3339(),
        }
    }
}

/// A page of bookings.
#[derive(Serialize, ToSchema)]
pub(super) struct Bookings {
    pub(super) items: Vec<Booking>,
    /// What to pass as `after` for the next page.
    pub(super) next: Option<String>,
}

/// What someone would like to book. A field that is missing or of another type is named in the
/// answer, like one that breaks a rule.
#[derive(ToSchema)]
pub(super) struct NewBooking {
    /// The space.
    #[schema(value_type = Uuid)]
    space_id: Value,
    /// Any unit unless one is named.
    #[schema(value_type = Option<i32>)]
    unit: Value,
    /// RFC 3339.
    #[schema(value_type = String, format = DateTime)]
    starts_at: Value,
    /// RFC 3339.
    #[schema(value_type = String, format = DateTime)]
    ends_at: Value,
    /// What for, 200 characters at most.
    #[schema(value_type = String, max_length = 200)]
    purpose: Value,
    /// How many people come.
    #[schema(value_type = i32, minimum = 1)]
    attendees: Value,
    /// For whom; staff only.
    #[schema(value_type = Option<Uuid>)]
    person_id: Value,
}

impl NewBooking {
    /// Reads a JSON object; `None` when it is none.
    pub(super) fn read(body: &[u8]) -> Option<Self> {
        let mut all: serde_json::Map<String, Value> = serde_json::from_slice(body).ok()?;
        let mut take = |name: &str| all.remove(name).unwrap_or_default();
        Some(Self {
            space_id: take("space_id"),
            unit: take("unit"),
            starts_at: take("starts_at"),
            ends_at: take("ends_at"),
            purpose: take("purpose"),
            attendees: take("attendees"),
            person_id: take("person_id"),
        })
    }

    /// As the rules take it; what could not be read is left for them to name.
    pub(super) fn wish(&self, asker: PersonId) -> Reserve {
        let whole = |value: &Value| value.as_i64().and_then(|n| i32::try_from(n).ok());
        Reserve {
            space: self.space_id.as_str().and_then(|id| id.parse().ok()),
            // What is given and cannot be read is neither "any" nor oneself.
            unit: (!self.unit.is_null()).then(|| whole(&self.unit).unwrap_or(0)),
            person: match &self.person_id {
                Value::Null => asker,
                id => id
                    .as_str()
                    .and_then(|id| id.parse().ok())
                    .unwrap_or(PersonId(Uuid::nil())),
            },
            r#use: Use {
                starts_at: self.starts_at.as_str().and_then(Instant::parse),
                ends_at: self.ends_at.as_str().and_then(Instant::parse),
                purpose: self.purpose.as_str().unwrap_or_default().to_owned(),
                attendees: whole(&self.attendees),
            },
        }
    }
}

/// What went wrong (RFC 9457).
#[derive(ToSchema)]
#[expect(dead_code, reason = "only described: `web::errors` writes it")]
pub(super) struct Problem {
    /// An address that names the kind: `…/problems/slot-taken`.
    r#type: String,
    /// A sentence for people, in the language asked for.
    title: String,
    /// The HTTP status.
    status: u16,
    /// Every wrong field.
    errors: Option<Vec<WrongField>>,
    /// With `slot-taken`: what can be booked instead, now.
    alternatives: Option<Vec<Offer>>,
}

/// One wrong field.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only described: `web::errors` writes it")]
pub(super) struct WrongField {
    /// Its name.
    field: String,
    /// The rule: `too-long`.
    code: String,
    /// A sentence for people.
    detail: String,
}

/// A space and a time that can be booked.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only described: `web::errors` writes it")]
pub(super) struct Offer {
    space_id: Uuid,
    space: String,
    starts_at: String,
    ends_at: String,
}

/// Reads `from` and `until`: moments, or dates in Tokyo.
pub(super) fn asked_span(from: &str, until: &str) -> Result<Span, Vec<Wrong>> {
    let day = |text: &str| text.parse::<NaiveDate>().ok().map(Span::day);
    let starts = Instant::parse(from).or_else(|| day(from).map(|day| day.from));
    let ends = Instant::parse(until).or_else(|| day(until).map(|day| day.until));
    match (starts, ends) {
        (Some(from), Some(until)) => Span::try_new(from, until)
            .filter(|span| span.until - span.from <= TimeDelta::days(WIDEST))
            .ok_or_else(|| vec![Wrong::TooWide(WIDEST)]),
        (starts, ends) => Err([
            starts.is_none().then_some(Wrong::FromUnreadable),
            ends.is_none().then_some(Wrong::UntilUnreadable),
        ]
        .into_iter()
        .flatten()
        .collect()),
    }
}

/// From the beginning of the first day to the end of the last.
pub(super) fn whole_days(span: Span) -> Span {
    Span {
        from: Span::day(span.from.date()).from,
        until: Span::day(span.until.date()).until,
    }
}

/// Where a page of bookings ended.
pub(super) fn cursor(card: &Card) -> String {
    format!("{}_{}", card.booking.starts_at.micros(), card.booking.id)
}

/// Reads a cursor; nonsense is the beginning.
pub(super) fn read_cursor(text: &str) -> Option<(Instant, BookingId)> {
    let (micros, id) = text.split_once('_')?;
    Some((Instant::from_micros(micros.parse().ok()?), id.parse().ok()?))
}

/// As it is answered, and kept for the next time.
pub(super) fn json(booking: &Booking) -> Result<String, Fault> {
    serde_json::to_string(booking).map_err(|source| Fault::broken("writing a booking", source))
}
