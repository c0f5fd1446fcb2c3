//! How a broken rule is said: the field it is about, its sentence, what the sentence needs.

use kernel::Detail;
use serde_json::{Value, json};

use super::Wrong;

impl Wrong {
    pub(crate) fn detail(&self) -> Detail {
        let (field, key, args) = match self {
            Self::FromUnreadable => ("from", "bookings-start-unreadable", Value::Null),
            Self::UntilUnreadable => ("until", "bookings-end-unreadable", Value::Null),
            Self::TooWide(days) => ("until", "bookings-too-wide", json!({ "days": days })),
            Self::SpaceMissing => ("space_id", "bookings-space-missing", Value::Null),
            Self::DateUnreadable => ("date", "bookings-date-unreadable", Value::Null),
            Self::StartUnreadable => ("starts_at", "bookings-start-unreadable", Value::Null),
            Self::EndUnreadable => ("ends_at", "bookings-end-unreadable", Value::Null),
            Self::AttendeesUnreadable => {
                ("attendees", "bookings-attendees-unreadable", Value::Null)
            }
            Self::EndsBeforeItStarts => ("ends_at", "bookings-ends-before-it-starts", Value::Null),
            Self::InThePast => ("starts_at", "bookings-in-the-past", Value::Null),
            Self::Unopen(why) => {
                let (key, args) = why.said();
                ("starts_at", key, args)
            }
            Self::Withheld(applying) => {
                let (key, args) = super::withheld::said(*applying);
                ("starts_at", key, args)
            }
            Self::Beyond(bound, since) => bound.said(*since),
            Self::NoTimeToApprove(_)
            | Self::NotOpenYet(..)
            | Self::TooLate(..)
            | Self::QuotaReached(..)
            | Self::RunTooLong(..)
            | Self::Restricted(..)
            | Self::WentUnpaid(_)
            | Self::WaiverUnreadable(_) => self.quoted(),
            Self::Device(why) => return why.detail(),
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
