//! Every "no" of this crate.

use chrono::NaiveDate;
use kernel::{Detail, Refusal, RefusalKind, Span};
use serde::Serialize;
use serde_json::{Value, json};

use crate::entity::SpaceId;

/// Why a space is not booked, or a booking not changed.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Refused {
    /// What was asked for breaks rules; all of them are named.
    #[error("the wish breaks {} rules", .0.len())]
    Wrong(Vec<Wrong>),
    /// Someone else has it at that time.
    #[error("the slot is taken")]
    SlotTaken {
        /// What this person can have instead, now.
        alternatives: Vec<Alternative>,
    },
    /// There is no such space, or no such unit of it.
    #[error("no such space")]
    NoSuchSpace,
    /// There is no such booking, or it is another person's.
    #[error("no such booking")]
    NoSuchBooking,
    /// There is no such person to book for.
    #[error("no such person")]
    NoSuchPerson,
    /// Only staff book for others.
    #[error("not allowed to book for another person")]
    ForAnother,
    /// Its time has begun: the counter decides.
    #[error("the booking has begun")]
    AlreadyBegun,
    /// It was cancelled, or is over.
    #[error("the booking no longer stands")]
    NoLongerStands,
    /// Arrival is marked on the day of the booking.
    #[error("not the day of the booking")]
    NotToday,
    /// The same Idempotency-Key came with another request.
    #[error("the key was used for another request")]
    KeyReused,
    /// Someone changed it in the meantime.
    #[error("the booking was changed in the meantime")]
    Changed,
}

/// One rule that a wish breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It was not said which space.
    SpaceMissing,
    /// The asked stretch of time is wider than so many days, or runs backwards.
    TooWide(i64),
    /// The beginning of the asked stretch is no date or time.
    FromUnreadable,
    /// The end of the asked stretch is no date or time.
    UntilUnreadable,
    /// The beginning is no date and time.
    StartUnreadable,
    /// The end is no date and time.
    EndUnreadable,
    /// The number of people is no number.
    AttendeesUnreadable,
    /// It would end before it begins, or at the same moment.
    EndsBeforeItStarts,
    /// It would begin in the past.
    InThePast,
    /// The house is closed on that date.
    Closed(NaiveDate),
    /// The house opens later or closes earlier; minutes after midnight.
    OutsideHours(i32, i32),
    /// Times go by steps of so many minutes.
    OffStep(i32),
    /// The shortest use, in minutes.
    TooShort(i32),
    /// The longest use, in minutes.
    TooLong(i32),
    /// It can be booked up to this date.
    TooFarAhead(NaiveDate),
    /// So many people have room.
    TooManyPeople(i32),
    /// At least one person comes.
    NobodyComes,
    /// It was not said what for.
    PurposeMissing,
    /// What for was said in more than so many characters.
    PurposeTooLong(usize),
    /// What for has characters that cannot be kept.
    PurposeUnreadable,
}

impl Wrong {
    fn detail(&self) -> Detail {
        let clock = |minutes: i32| format!("{}:{:02}", minutes / 60, minutes % 60);
        let (field, key, args) = match self {
            Self::FromUnreadable => ("from", "bookings-start-unreadable", Value::Null),
            Self::UntilUnreadable => ("until", "bookings-end-unreadable", Value::Null),
            Self::TooWide(days) => ("until", "bookings-too-wide", json!({ "days": days })),
            Self::SpaceMissing => ("space_id", "bookings-space-missing", Value::Null),
            Self::StartUnreadable => ("starts_at", "bookings-start-unreadable", Value::Null),
            Self::EndUnreadable => ("ends_at", "bookings-end-unreadable", Value::Null),
            Self::AttendeesUnreadable => {
                ("attendees", "bookings-attendees-unreadable", Value::Null)
            }
            Self::EndsBeforeItStarts => ("ends_at", "bookings-ends-before-it-starts", Value::Null),
            Self::InThePast => ("starts_at", "bookings-in-the-past", Value::Null),
            Self::Closed(date) => ("starts_at", "bookings-closed", json!({ "date": date })),
            Self::OutsideHours(opens, closes) => (
                "starts_at",
                "bookings-outside-hours",
                json!({ "opens": clock(*opens), "closes": clock(*closes) }),
            ),
            Self::OffStep(minutes) => (
                "starts_at",
                "bookings-off-step",
                json!({ "minutes": minutes }),
            ),
            Self::TooShort(minutes) => (
                "ends_at",
                "bookings-too-short",
                json!({ "minutes": minutes }),
            ),
            Self::TooLong(minutes) => (
                "ends_at",
                "bookings-too-long",
                json!({ "minutes": minutes }),
            ),
            Self::TooFarAhead(date) => (
                "starts_at",
                "bookings-too-far-ahead",
                json!({ "date": date }),
            ),
            Self::TooManyPeople(capacity) => (
                "attendees",
                "bookings-too-many-people",
                json!({ "capacity": capacity }),
            ),
            Self::NobodyComes => ("attendees", "bookings-nobody-comes", Value::Null),
            Self::PurposeMissing => ("purpose", "bookings-purpose-missing", Value::Null),
            Self::PurposeTooLong(limit) => (
                "purpose",
                "bookings-purpose-too-long",
                json!({ "limit": limit }),
            ),
            Self::PurposeUnreadable => ("purpose", "bookings-purpose-unreadable", Value::Null),
        };
        Detail {
            field: Some(field),
            key,
            args,
        }
    }
}

/// A space and a time that this person can have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Alternative {
    /// Which space.
    pub space_id: SpaceId,
    /// What it is called.
    pub space: String,
    /// When.
    #[serde(flatten, serialize_with = "times")]
    pub span: Span,
}

/// A span as the API and the pages write it.
pub(crate) fn times<S: serde::Serializer>(span: &Span, serializer: S) -> Result<S::Ok, S::Error> {
    use serde::ser::SerializeMap;
    let mut map = serializer.serialize_map(Some(2))?;
    map.serialize_entry("starts_at", &span.from.rfc3339())?;
    map.serialize_entry("ends_at", &span.until.rfc3339())?;
    map.end()
}

impl Refusal for Refused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Wrong(_) | Self::KeyReused => RefusalKind::Invalid,
            Self::SlotTaken { .. }
            | Self::AlreadyBegun
            | Self::NoLongerStands
            | Self::NotToday
            | Self::Changed => RefusalKind::Conflict,
            Self::NoSuchSpace | Self::NoSuchBooking | Self::NoSuchPerson => RefusalKind::NotFound,
            Self::ForAnother => RefusalKind::Forbidden,
        }
    }

    fn key(&self) -> &'static str {
        match self {
            Self::Wrong(_) => "bookings-wrong",
            Self::SlotTaken { .. } => "bookings-slot-taken",
            Self::NoSuchSpace => "bookings-no-such-space",
            Self::NoSuchBooking => "bookings-no-such-booking",
            Self::NoSuchPerson => "bookings-no-such-person",
            Self::ForAnother => "bookings-for-another",
            Self::AlreadyBegun => "bookings-already-begun",
            Self::NoLongerStands => "bookings-no-longer-stands",
            Self::NotToday => "bookings-not-today",
            Self::KeyReused => "bookings-key-reused",
            Self::Changed => "bookings-changed-meanwhile",
        }
    }

    fn args(&self) -> Value {
        match self {
            Self::SlotTaken { alternatives } => json!({ "alternatives": alternatives }),
            _ => Value::Null,
        }
    }

    fn details(&self) -> Vec<Detail> {
        match self {
            Self::Wrong(all) => all.iter().map(Wrong::detail).collect(),
            _ => vec![Detail {
                field: None,
                key: self.key(),
                args: Value::Null,
            }],
        }
    }
}
