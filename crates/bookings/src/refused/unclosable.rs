//! What can be wrong with a closure.

use chrono::NaiveDate;
use kernel::Detail;
use serde_json::{Value, json};

/// One thing that is wrong with a closure; the text is the field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unclosable {
    /// No weekday was chosen.
    WeekdayMissing,
    /// No date, or none that can be read.
    NoSuchDate(&'static str),
    /// No such month and day.
    NoSuchDay(&'static str),
    /// No time of day.
    NoSuchTime(&'static str),
    /// It has passed; today is the first that can be closed.
    Past(&'static str, NaiveDate),
    /// It was to end on a day that has passed; today is the first on which it can.
    OpensInThePast(NaiveDate),
    /// It would close so many days on end every year; its days are the wrong way round.
    MostOfTheYear(i64),
    /// The whole house was to be closed, and spaces were chosen too.
    HouseAndSpaces,
    /// Nothing is planned so far ahead.
    TooFar(&'static str, NaiveDate),
    /// The last date lies before the first.
    LastBeforeFirst,
    /// It would end before it begins, or at the same moment.
    UntilBeforeFrom,
    /// It was not said why.
    ReasonMissing,
    /// Why was said in more than so many characters.
    ReasonTooLong(&'static str, usize),
    /// Why has characters that cannot be kept.
    ReasonUnreadable(&'static str),
    /// A space that is not of this house.
    NoSuchSpace,
    /// It is given up already, from this date on.
    GivenUpAlready(NaiveDate),
    /// Only some spaces were to be closed, and none was chosen.
    SpacesMissing,
}

impl Unclosable {
    /// The field, its sentence, and what the sentence needs.
    pub fn detail(&self) -> Detail {
        let (field, key, args) = match self {
            Self::WeekdayMissing => ("weekday", "bookings-closing-weekday", Value::Null),
            Self::NoSuchDate(field) => (*field, "bookings-closing-date", Value::Null),
            Self::NoSuchDay(field) => (*field, "bookings-closing-day", Value::Null),
            Self::NoSuchTime(field) => (*field, "bookings-closing-time", Value::Null),
            Self::Past(field, date) => (*field, "bookings-closing-past", json!({ "date": date })),
            Self::OpensInThePast(date) => (
                "from",
                "bookings-closing-opens-past",
                json!({ "date": date }),
            ),
            Self::MostOfTheYear(days) => (
                "last_month",
                "bookings-closing-most-of-year",
                json!({ "days": days }),
            ),
            Self::HouseAndSpaces => ("where", "bookings-closing-house-and-spaces", Value::Null),
            Self::TooFar(field, date) => (*field, "bookings-closing-far", json!({ "date": date })),
            Self::LastBeforeFirst => ("last", "bookings-closing-last-first", Value::Null),
            Self::UntilBeforeFrom => ("until", "bookings-closing-until-from", Value::Null),
            Self::ReasonMissing => ("reason", "bookings-closing-reason", Value::Null),
            Self::ReasonTooLong(field, limit) => (
                *field,
                "bookings-closing-reason-long",
                json!({ "limit": limit }),
            ),
            Self::ReasonUnreadable(field) => {
                (*field, "bookings-closing-reason-unreadable", Value::Null)
            }
            Self::NoSuchSpace => ("spaces", "bookings-no-such-space", Value::Null),
            Self::GivenUpAlready(from) => (
                "spaces",
                "bookings-closing-given-up",
                json!({ "date": from }),
            ),
            Self::SpacesMissing => ("spaces", "bookings-closing-spaces", Value::Null),
        };
        Detail {
            field: Some(field),
            key,
            args,
        }
    }
}
