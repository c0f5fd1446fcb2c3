//! How it is said that a day is drawn, and what one can do.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::quoted::time;
use crate::rules::Applying;

/// The sentence, and what it needs.
pub(super) fn said(applying: Applying) -> (&'static str, Value) {
    let at = |at| json!({ "date": kernel::Instant::date(at), "time": time(at) });
    match applying {
        Applying::Later(Some(from)) => ("bookings-drawn-later", at(from)),
        Applying::Later(None) => ("bookings-drawn-some-day", Value::Null),
        // The last day is said, not the midnight after it.
        Applying::Now(until) => ("bookings-drawn-now", at(until - TimeDelta::minutes(1))),
        Applying::Over => ("bookings-drawn-over", Value::Null),
    }
}
