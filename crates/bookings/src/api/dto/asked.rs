//! What is asked for: read leniently, so that everything wrong can be named at once.

use chrono::{NaiveDate, TimeDelta};
use kernel::{Instant, PersonId, Span};
use organisations::entity::OrganisationId;
use serde_json::{Map, Value};
use utoipa::ToSchema;
use uuid::Uuid;

use super::LentDevice;
use crate::{
    entity::DeviceId,
    refused::Wrong,
    rules::{Use, devices::Pick},
    service::Reserve,
};

/// The first moment asked about, 2000-01-01 in UTC, in microseconds: RFC 3339 ends at year 9999, and
/// Tokyo's clocks have kept one offset since 1951.
const EARLIEST: i64 = 946_684_800_000_000;
/// The first moment no longer asked about, 2200-01-01 in UTC.
const LATEST: i64 = 7_258_118_400_000_000;
/// The widest stretch of time asked about at once, in days.
const WIDEST: i64 = 31;

/// What someone would like to book. A field that is missing or of another type is named in the
/// answer, like one that breaks a rule.
#[derive(ToSchema)]
pub(in crate::api) struct NewBooking {
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
    /// As which organisation; one that the person represents.
    #[schema(value_type = Option<Uuid>)]
    organisation_id: Value,
    /// Which devices are lent with it, as `/api/v1/devices` names them, and how many of each.
    #[schema(value_type = Option<Vec<LentDevice>>)]
    devices: Value,
}

impl NewBooking {
    /// Reads a JSON object; `None` when it is none.
    pub(in crate::api) fn read(body: &[u8]) -> Option<Self> {
        let mut all: Map<String, Value> = serde_json::from_slice(body).ok()?;
        let mut take = |name: &str| all.remove(name).unwrap_or_default();
        Some(Self {
            space_id: take("space_id"),
            unit: take("unit"),
            starts_at: take("starts_at"),
            ends_at: take("ends_at"),
            purpose: take("purpose"),
            attendees: take("attendees"),
            person_id: take("person_id"),
            organisation_id: take("organisation_id"),
            devices: take("devices"),
        })
    }

    /// As the rules take it; what could not be read is left for them to name.
    pub(in crate::api) fn wish(&self, asker: PersonId) -> Reserve {
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
                undated: false,
                starts_at: self.starts_at.as_str().and_then(Instant::parse),
                ends_at: self.ends_at.as_str().and_then(Instant::parse),
                purpose: self.purpose.as_str().unwrap_or_default().to_owned(),
                attendees: whole(&self.attendees),
                devices: picks(&self.devices),
            },
            organisation: match &self.organisation_id {
                Value::Null => None,
                id => Some(
                    id.as_str()
                        .and_then(|id| id.parse().ok())
                        .unwrap_or(OrganisationId(Uuid::nil())),
                ),
            },
            waiver: None,
        }
    }
}

/// The devices that are asked for; what cannot be read is no device there is.
fn picks(asked: &Value) -> Vec<Pick> {
    let pick = |one: &Value| Pick {
        device: one["id"]
            .as_str()
            .and_then(|id| id.parse().ok())
            .unwrap_or(DeviceId(Uuid::nil())),
        number: one["number"].as_u64().and_then(|n| usize::try_from(n).ok()),
    };
    let mut picks: Vec<Pick> = match asked {
        Value::Null => Vec::new(),
        Value::Array(all) => all.iter().map(pick).collect(),
        other => vec![pick(other)],
    };
    picks.retain(|pick| pick.number != Some(0));
    picks
}

/// Reads `from` and `until`: moments, or dates in Tokyo.
pub(in crate::api) fn asked_span(from: &str, until: &str) -> Result<Span, Vec<Wrong>> {
    let day = |text: &str| text.parse::<NaiveDate>().ok().map(Span::day);
    let starts = Instant::parse(from).or_else(|| day(from).map(|day| day.from));
    let ends = Instant::parse(until).or_else(|| day(until).map(|day| day.until));
    let known = |at: &Instant| (EARLIEST..LATEST).contains(&at.micros());
    let (starts, ends) = (starts.filter(known), ends.filter(known));
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
pub(in crate::api) fn whole_days(span: Span) -> Span {
    Span {
        from: Span::day(span.from.date()).from,
        until: Span::day(span.until.date()).until,
    }
}
