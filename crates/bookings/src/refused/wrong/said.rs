//! How a broken rule is said: the field it is about, its sentence, what the sentence needs.

use kernel::Detail;
use serde_json::{Value, json};

use super::{Wrong, time};
use crate::rules::time_of_day;

impl Wrong {
    pub(crate) fn detail(&self) -> Detail {
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
            Self::NoTimeToApprove => ("starts_at", "bookings-no-time-to-approve", Value::Null),
            Self::Closed(date) => ("starts_at", "bookings-closed", json!({ "date": date })),
            Self::ClosedFor(date, reason) => (
                "starts_at",
                "bookings-closed-for",
                json!({ "date": date, "reason": reason.ja, "reason_en": reason.english() }),
            ),
            Self::ShutFor(shut, reason) => (
                "starts_at",
                "bookings-shut-for",
                json!({
                    "date": shut.from.date(),
                    "from": time(shut.from), "until": time(shut.until),
                    "reason": reason.ja,
                    "reason_en": reason.english(),
                }),
            ),
            Self::OutsideHours(opens, closes) => (
                "starts_at",
                "bookings-outside-hours",
                json!({ "opens": time_of_day(*opens), "closes": time_of_day(*closes) }),
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
            Self::NotOpenYet(..)
            | Self::TooLate(..)
            | Self::QuotaReached(..)
            | Self::RunTooLong(..)
            | Self::Restricted(..)
            | Self::WaiverUnreadable(_) => self.quoted(),
            Self::WentUnpaid => ("starts_at", "bookings-went-unpaid", Value::Null),
            Self::Device(why) => return why.detail(),
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
            Self::RhythmUnknown => ("rhythm", "bookings-rhythm-unknown", Value::Null),
            Self::NotLastOfMonth => ("rhythm", "bookings-not-last-of-month", Value::Null),
            Self::RepeatEndMissing => ("times", "bookings-repeat-end-missing", Value::Null),
            Self::RepeatEndTwice => ("last_day", "bookings-repeat-end-twice", Value::Null),
            Self::RepeatTimes(most) => ("times", "bookings-repeat-times", json!({ "most": most })),
            Self::RepeatTooLong(most) => (
                "last_day",
                "bookings-repeat-too-long",
                json!({ "most": most }),
            ),
            Self::LastDayUnreadable => ("last_day", "bookings-last-day-unreadable", Value::Null),
            Self::LastDayBeforeFirst => ("last_day", "bookings-last-day-before", Value::Null),
        };
        Detail {
            field: Some(field),
            key,
            args,
        }
    }
}
