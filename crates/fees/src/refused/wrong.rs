//! What can be wrong with something typed.

use chrono::NaiveDate;
use kernel::Detail;
use serde_json::{Value, json};

/// One thing that is wrong, and with which field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The field.
    pub field: &'static str,
    /// What is wrong with it.
    pub what: What,
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// It was left empty.
    Missing,
    /// Nothing was chosen, or nothing there is.
    Choose,
    /// It has more than so many characters.
    TooLong(usize),
    /// It has characters that cannot be kept.
    Unreadable,
    /// It is no amount of whole yen up to ten million.
    Amount,
    /// It is no amount of whole yen that can be given back: from one yen on.
    AmountBack,
    /// It is no date.
    Date,
    /// It has passed; this is the first that can be chosen.
    Past(NaiveDate),
    /// Nothing is planned so far ahead.
    TooFar(NaiveDate),
    /// It would end before it begins.
    UntilBeforeFrom,
    /// The times of a band cannot be so.
    BandTimes,
    /// Two bands overlap.
    BandsOverlap,
    /// It is no percentage from 1 to 100.
    Percent,
    /// A ground was chosen, which has a percentage of its own.
    PercentOfItsOwn,
    /// It is no registration number.
    RegistrationNumber,
    /// It is no rate of tax from 0 to 50 per cent.
    Rate,
    /// It is the rate that holds anyway.
    SameRate,
    /// Another begins on that day already.
    Begun,
    /// It has passed; from this day on something can end.
    EndPast(NaiveDate),
    /// It ends on this day anyway.
    EndsBefore(NaiveDate),
    /// It was granted already, for uses from its first day on.
    Granted(NaiveDate),
}

impl Wrong {
    /// A field and what is wrong with it.
    pub const fn new(field: &'static str, what: What) -> Self {
        Self { field, what }
    }

    /// The field, its sentence, and what the sentence needs.
    pub fn detail(&self) -> Detail {
        let (key, args) = match self.what {
            What::Missing => ("fees-wrong-missing", Value::Null),
            What::Choose => ("fees-wrong-choose", Value::Null),
            What::TooLong(limit) => ("fees-wrong-too-long", json!({ "limit": limit })),
            What::Unreadable => ("fees-wrong-unreadable", Value::Null),
            What::Amount => ("fees-wrong-amount", Value::Null),
            What::AmountBack => ("fees-wrong-amount-back", Value::Null),
            What::Date => ("fees-wrong-date", Value::Null),
            What::Past(date) => ("fees-wrong-past", json!({ "date": date })),
            What::TooFar(date) => ("fees-wrong-too-far", json!({ "date": date })),
            What::UntilBeforeFrom => ("fees-wrong-until", Value::Null),
            What::BandTimes => ("fees-wrong-band-times", Value::Null),
            What::BandsOverlap => ("fees-wrong-bands-overlap", Value::Null),
            What::Percent => ("fees-wrong-percent", Value::Null),
            What::PercentOfItsOwn => ("fees-wrong-percent-own", Value::Null),
            What::RegistrationNumber => ("fees-wrong-registration", Value::Null),
            What::Rate => ("fees-wrong-rate", Value::Null),
            What::SameRate => ("fees-wrong-same-rate", Value::Null),
            What::Begun => ("fees-wrong-begun", Value::Null),
            What::EndPast(date) => ("fees-wrong-end-past", json!({ "date": date })),
            What::EndsBefore(date) => ("fees-wrong-ends-before", json!({ "date": date })),
            What::Granted(date) => ("fees-wrong-granted", json!({ "date": date })),
        };
        Detail {
            field: Some(self.field),
            key,
            args,
        }
    }
}
