//! What can be wrong with a rule of booking, or with the words of a decision.

use chrono::NaiveDate;
use kernel::Detail;
use serde_json::{Value, json};

/// One thing that is wrong with a rule as typed; the text is the field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unruly {
    /// Nothing was chosen.
    NotChosen(&'static str),
    /// No number from the one to the other.
    NotANumber(&'static str, i32, i32),
    /// No time of day.
    NoSuchTime(&'static str),
    /// No date, or none that can be read.
    NoSuchDate(&'static str),
    /// It has passed; today is the first day a rule can begin or end.
    Past(&'static str, NaiveDate),
    /// Nothing is planned so far ahead.
    TooFar(&'static str, NaiveDate),
    /// The last date lies before the first.
    LastBeforeFirst,
    /// It was not said where the rule comes from.
    SourceMissing,
    /// That was said in more than so many characters.
    SourceTooLong(&'static str, usize),
    /// That has characters that cannot be kept.
    SourceUnreadable(&'static str),
    /// The words of a decision have characters that cannot be kept.
    WordsUnreadable(&'static str),
    /// There is no such space.
    NoSuchSpace,
}

impl Unruly {
    /// The field, its sentence, and what the sentence needs.
    pub fn detail(&self) -> Detail {
        let (field, key, args) = match self {
            Self::NotChosen(field) => (*field, "bookings-rule-choose", Value::Null),
            Self::NotANumber(field, least, most) => (
                *field,
                "bookings-rule-number",
                json!({ "least": least, "most": most }),
            ),
            Self::NoSuchTime(field) => (*field, "bookings-closing-time", Value::Null),
            Self::NoSuchDate(field) => (*field, "bookings-closing-date", Value::Null),
            Self::Past(field, date) => (*field, "bookings-rule-past", json!({ "date": date })),
            Self::TooFar(field, date) => (*field, "bookings-closing-far", json!({ "date": date })),
            Self::LastBeforeFirst => ("last", "bookings-closing-last-first", Value::Null),
            Self::SourceMissing => ("source", "bookings-rule-source-missing", Value::Null),
            Self::SourceTooLong(field, limit) => (
                *field,
                "bookings-rule-source-long",
                json!({ "limit": limit }),
            ),
            Self::SourceUnreadable(field) => {
                (*field, "bookings-rule-source-unreadable", Value::Null)
            }
            Self::WordsUnreadable(field) => {
                (*field, "bookings-request-words-unreadable", Value::Null)
            }
            Self::NoSuchSpace => ("space", "bookings-no-such-space", Value::Null),
        };
        Detail {
            field: Some(field),
            key,
            args,
        }
    }
}
