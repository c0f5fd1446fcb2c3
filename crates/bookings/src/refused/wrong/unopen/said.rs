//! How it is said that a space is not open.

use kernel::Span;
use serde_json::{Value, json};

use super::Unopen;
use crate::{
    refused::wrong::{or_none, time},
    rules::{Closure, closure::When, time_of_day},
};

impl Unopen {
    /// The sentence, and what it needs.
    pub(in crate::refused::wrong) fn said(&self) -> (&'static str, Value) {
        match self {
            Self::NoHours { date, since, next } => (
                "bookings-closed",
                json!({ "date": date, "since": or_none(*since), "next": or_none(*next) }),
            ),
            Self::Closed { date, by, next } => {
                let args = json!({ "date": date, "next": or_none(*next) });
                ("bookings-closed-for", closed(by, args))
            }
            Self::Shut { shut, by, left } => {
                let args = json!({
                    "date": shut.from.date(), "from": time(shut.from), "until": time(shut.until),
                    "left": times(left, "〜", "、"), "left_en": times(left, "–", ", "),
                });
                ("bookings-shut-for", closed(by, args))
            }
            Self::Outside { hours, since } => (
                "bookings-outside-hours",
                json!({
                    "opens": time_of_day(hours.opens),
                    "closes": time_of_day(hours.closes),
                    "since": or_none(*since),
                }),
            ),
        }
    }
}

/// What a sentence about a closure needs: why it closes, on which dates, and since when.
fn closed(by: &Closure, mut args: Value) -> Value {
    args["reason"] = by.reason.ja.as_str().into();
    args["reason_en"] = by.reason.english().into();
    let (when, since) = match by.when {
        When::Weekly { .. } => ("weekly", by.valid_from),
        When::Yearly { .. } => ("yearly", by.valid_from),
        When::Once { first, .. } if by.last() == Some(first) => ("day", first),
        When::Once { first, .. } => ("once", first),
        When::ForGood { from } if by.valid_until.is_some() => ("once", from),
        When::ForGood { from } => ("for_good", from),
    };
    args["when"] = when.into();
    args["since"] = since.to_string().into();
    args["last"] = or_none(by.last()).into();
    args
}

/// Stretches of a day as sentences say them: `9:00〜13:00、17:00〜21:00`.
fn times(all: &[Span], between: &str, and: &str) -> String {
    let said = |one: &Span| format!("{}{between}{}", time(one.from), time(one.until));
    match all {
        [] => "none".to_owned(),
        all => all.iter().map(said).collect::<Vec<_>>().join(and),
    }
}
