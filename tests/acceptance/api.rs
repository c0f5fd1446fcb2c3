//! The JSON API of spaces and bookings, as a program sees it.

mod availability;
mod bookings;
mod lists;
mod refusals;

use serde_json::Value;
use tests::Answer;

/// Fails unless this is a problem (RFC 9457) of this status and kind.
#[track_caller]
fn is_problem(answer: &Answer, status: u16, kind: &str) -> Value {
    assert_eq!(answer.status, status, "{}", answer.text);
    assert_eq!(answer.header("content-type"), "application/problem+json");
    let problem = answer.json();
    let named = problem["type"].as_str().unwrap_or_default();
    assert!(named.ends_with(&format!("/problems/{kind}")), "{problem}");
    assert_eq!(problem["status"], status);
    assert!(
        problem["title"]
            .as_str()
            .is_some_and(|text| !text.is_empty())
    );
    problem
}
