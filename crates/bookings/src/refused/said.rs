//! How a broken rule is said: the field it is about, its sentence, what the sentence needs.

use kernel::Detail;
use serde_json::{Value, json};

use super::Wrong;

impl Wrong {
    pub(super) fn detail(&self) -> Detail {
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
