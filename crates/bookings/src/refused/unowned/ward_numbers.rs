//! Why a number of the ward's own facility system is not written.

use kernel::{Detail, Span};
use serde_json::{Value, json};

/// One reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WardWrong {
    /// The space is not shared with the ward's system.
    NotShared,
    /// It has more than so many signs.
    TooLong(usize),
    /// It has signs that cannot be kept.
    Unreadable,
    /// Another use of the space has it: by which name staff finds it, and when it is.
    Used(String, Span),
    /// Another use of the space was given it at this moment.
    UsedNow,
}

impl WardWrong {
    /// The field, its sentence, and what the sentence needs.
    pub(super) fn detail(&self) -> Detail {
        let (key, args) = match self {
            Self::NotShared => ("bookings-ward-not-shared", Value::Null),
            Self::TooLong(limit) => ("bookings-ward-too-long", json!({ "limit": limit })),
            Self::Unreadable => ("bookings-ward-unreadable", Value::Null),
            Self::Used(name, span) => (
                "bookings-ward-used",
                json!({
                    "name": name,
                    "date": span.from.date(),
                    "from": span.from.in_tokyo().format("%-H:%M").to_string(),
                    "until": span.until.in_tokyo().format("%-H:%M").to_string(),
                }),
            ),
            Self::UsedNow => ("bookings-ward-used-now", Value::Null),
        };
        Detail {
            field: Some("ward_reference"),
            key,
            args,
        }
    }
}
