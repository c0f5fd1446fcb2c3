//! How a rule of booking that stands against a wish is said: with where it comes from, and since
//! when it is so.

use chrono::NaiveDate;
use kernel::Instant;
use serde_json::{Value, json};

use super::Wrong;
use crate::rules::terms::{Measure, Quote, Unpaid};

impl Wrong {
    /// The field, the sentence, and what the sentence needs.
    pub(super) fn quoted(&self) -> (&'static str, &'static str, Value) {
        match self {
            Self::NoTimeToApprove(rule) => (
                "starts_at",
                "bookings-no-time-to-approve",
                quoted(rule, json!({})),
            ),
            Self::NotOpenYet(opens, rule) => (
                "starts_at",
                "bookings-not-open-yet",
                quoted(rule, json!({ "date": opens.date(), "time": time(*opens) })),
            ),
            Self::TooLate(last, rule) => (
                "starts_at",
                "bookings-too-late",
                quoted(rule, json!({ "date": last.date(), "time": time(*last) })),
            ),
            Self::QuotaReached(limit, rule) => (
                "starts_at",
                match limit.measure {
                    Measure::Bookings => "bookings-quota-bookings",
                    Measure::Hours => "bookings-quota-hours",
                },
                quoted(
                    rule,
                    json!({ "most": limit.most, "period": limit.period.code() }),
                ),
            ),
            Self::RunTooLong(days, rule) => (
                "starts_at",
                "bookings-run-too-long",
                quoted(rule, json!({ "days": days })),
            ),
            Self::Restricted(until, rule) => (
                "starts_at",
                "bookings-restricted",
                quoted(rule, json!({ "date": until, "again": until.succ_opt() })),
            ),
            Self::WentUnpaid(unpaid) => ("starts_at", "bookings-went-unpaid", went_unpaid(unpaid)),
            Self::WaiverUnreadable(limit) => (
                "waiver",
                "bookings-waiver-unreadable",
                json!({ "limit": limit }),
            ),
            _ => ("starts_at", "bookings-wrong", Value::Null),
        }
    }
}

/// A date, or the word by which sentences know that there is none.
pub(in crate::refused) fn or_none(date: Option<NaiveDate>) -> String {
    date.map_or_else(|| "none".to_owned(), |date| date.to_string())
}

/// A time of day as sentences say it: `13:00`.
pub(in crate::refused) fn time(at: Instant) -> String {
    at.in_tokyo().format("%-H:%M").to_string()
}

/// What a sentence about a rule needs, with where the rule comes from and since when it is so.
fn quoted(rule: &Quote, mut args: Value) -> Value {
    args["source"] = rule.source.ja.as_str().into();
    args["source_en"] = rule.source.english().into();
    args["since"] = rule.since.to_string().into();
    args
}

/// What the sentence about a booking that went unpaid needs: which it was, when it was released, and
/// since when the terms hold by which it was.
fn went_unpaid(unpaid: &Unpaid) -> Value {
    json!({
        "booking": unpaid.booking,
        "reference": unpaid.reference,
        "released": unpaid.released_on,
        "since": or_none(unpaid.since),
    })
}
