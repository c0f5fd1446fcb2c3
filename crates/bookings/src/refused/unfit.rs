//! What can be wrong with a house, its hours or a space, as the manager wants them.

use chrono::NaiveDate;
use kernel::Detail;
use serde_json::{Value, json};

/// One thing that is wrong; the text is the field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// Nothing was written.
    Missing(&'static str),
    /// More than so many characters.
    TooLong(&'static str, usize),
    /// Characters that cannot be kept.
    Unreadable(&'static str),
    /// No number between these.
    OutOfRange(&'static str, i32, i32),
    /// No multiple of the step.
    OffStep(&'static str, i32),
    /// The shortest use is longer than the longest, which is so long.
    ShortestAboveLongest(i32),
    /// With clearing up, a use would be longer than a day; so much is left for it.
    LongerThanADay(i32),
    /// Another space is called so.
    NameTaken,
    /// A unit is named twice.
    UnitTwice,
    /// There would be more units than so many.
    TooManyUnits(usize),
    /// There would be fewer units than there are, so many.
    FewerUnits(usize),
    /// Fewer than two spaces are to be used together, or some that cannot be.
    NotJoinable,
    /// What is several others together has no units of its own.
    PartsAndUnits,
    /// No postal code.
    PostalCode,
    /// No time of day, or an end that is not after its beginning.
    NoSuchHours(&'static str),
    /// No weekday would have hours.
    NeverOpen,
    /// No date, or none from this one on.
    TooEarly(NaiveDate),
    /// Nothing is planned so far ahead.
    TooFar(NaiveDate),
    /// Something else begins on that date already.
    DateTaken,
}

impl Unfit {
    /// The field, its sentence, and what the sentence needs.
    pub fn detail(&self) -> Detail {
        let (field, key, args) = match self {
            Self::Missing(field) => (*field, "bookings-venue-missing", Value::Null),
            Self::TooLong(field, limit) => {
                (*field, "bookings-venue-too-long", json!({ "limit": limit }))
            }
            Self::Unreadable(field) => (*field, "bookings-venue-unreadable", Value::Null),
            Self::OutOfRange(field, least, most) => (
                *field,
                "bookings-venue-number",
                json!({ "least": least, "most": most }),
            ),
            Self::OffStep(field, step) => {
                (*field, "bookings-venue-off-step", json!({ "step": step }))
            }
            Self::ShortestAboveLongest(longest) => (
                "shortest",
                "bookings-venue-shortest-above",
                json!({ "longest": longest }),
            ),
            Self::LongerThanADay(most) => (
                "longest",
                "bookings-venue-longer-than-day",
                json!({ "most": most }),
            ),
            Self::NameTaken => ("name", "bookings-venue-name-taken", Value::Null),
            Self::UnitTwice => ("units", "bookings-venue-unit-twice", Value::Null),
            Self::TooManyUnits(most) => (
                "units",
                "bookings-venue-too-many-units",
                json!({ "most": most }),
            ),
            Self::FewerUnits(n) => ("units", "bookings-venue-fewer-units", json!({ "count": n })),
            Self::NotJoinable => ("parts", "bookings-venue-not-joinable", Value::Null),
            Self::PartsAndUnits => ("units", "bookings-venue-parts-and-units", Value::Null),
            Self::PostalCode => ("postal_code", "bookings-venue-postal-wrong", Value::Null),
            Self::NoSuchHours(field) => (*field, "bookings-venue-no-such-hours", Value::Null),
            Self::NeverOpen => ("opens_1", "bookings-venue-never-open", Value::Null),
            Self::TooEarly(first) => ("from", "bookings-venue-too-early", json!({ "date": first })),
            Self::TooFar(last) => ("from", "bookings-venue-too-far", json!({ "date": last })),
            Self::DateTaken => ("from", "bookings-venue-date-taken", Value::Null),
        };
        Detail {
            field: Some(field),
            key,
            args,
        }
    }
}
