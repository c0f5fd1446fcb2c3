//! What a space itself sets to its uses, and how it is said that a wish is beyond it.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::or_none;

/// One such bound; times are in minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// Times go by steps of so many.
    Step(i32),
    /// The shortest use.
    Shortest(i32),
    /// The longest use.
    Longest(i32),
    /// So many people have room.
    People(i32),
}

impl Bound {
    /// The field, the sentence, and what it needs; `since` when the space is set up as it is.
    pub(super) fn said(self, since: Option<NaiveDate>) -> (&'static str, &'static str, Value) {
        let since = or_none(since);
        let minutes = |minutes: i32| json!({ "minutes": minutes, "since": since });
        match self {
            Self::Step(step) => ("starts_at", "bookings-off-step", minutes(step)),
            Self::Shortest(least) => ("ends_at", "bookings-too-short", minutes(least)),
            Self::Longest(most) => ("ends_at", "bookings-too-long", minutes(most)),
            Self::People(capacity) => (
                "attendees",
                "bookings-too-many-people",
                json!({ "capacity": capacity, "since": since }),
            ),
        }
    }
}
