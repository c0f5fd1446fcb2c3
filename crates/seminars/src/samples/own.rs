//! What somebody sees of their own enrolments.

use serde_json::{Value, json};
use views::samples::Sample;

use super::{
    asked::answers,
    pages::{enrolment, modes, refused, seminar},
};
use crate::entity::enrolment::State;

/// What giving up a place costs.
pub(super) fn leaving(free: bool, begun: bool) -> Value {
    json!({ "free_until": "2026-12-09", "free": free, "begun": begun })
}

/// What one owes who has a place from now on.
pub(super) fn terms(free: bool, begun: bool) -> Value {
    json!({ "amount": 3_000, "days": 7, "free_until": "2026-12-09", "free": free, "begun": begun })
}

/// What a place costs that stands so: to be paid, given back, or lost for want of payment.
fn fee(state: State) -> Value {
    let of = |open: i64, to_refund: i64| {
        json!({
            "reference": "K7M-4PX-9TD", "open": open, "to_refund": to_refund, "due_on": "2026-12-11",
            "leaving": leaving(open > 0, state == State::CalledOff), "begun": open > 0 && !state.is_open(),
            "went_unpaid": state == State::Cancelled,
        })
    };
    match state {
        State::Enrolled => of(3_000, 0),
        State::CalledOff => of(0, 3_000),
        State::Cancelled => of(0, 0),
        _ => Value::Null,
    }
}

fn changes() -> [Sample; 3] {
    let change = |modes: Value, fee_terms: Value, refused: Value| {
        let facts = json!({
            "enrolment": enrolment(State::Waiting), "seminar": seminar("open", 1), "modes": modes,
            "fee_terms": fee_terms, "refused": refused, "for_them": true, "form": { "edition": "1" },
        });
        Sample::page("seminars/change.html", facts)
    };
    let full = refused("seminars-full-there");
    let stale = refused("seminars-changed-elsewhere");
    [
        change(modes(), terms(true, false), full),
        change(modes(), Value::Null, stale),
        change(json!([modes()[0]]), Value::Null, Value::Null),
    ]
}

pub(super) fn templates() -> Vec<Sample> {
    let page = |state: State, refused: Value| {
        let facts = json!({
            "enrolment": enrolment(state), "seminar": seminar("open", 2),
            "offered": state == State::Offered, "fee": fee(state), "fee_terms": null, "came": false, "answers": answers(),
            "can_change": state == State::Enrolled,
            "can_cancel": matches!(state, State::Enrolled | State::Waiting), "refused": refused,
        });
        Sample::page("seminars/enrolment.html", facts)
    };
    let mut all: Vec<Sample> = State::ALL
        .iter()
        .map(|state| page(*state, Value::Null))
        .collect();
    all.push(page(State::Waiting, refused("seminars-no-offer")));
    let held = json!({
        "enrolment": enrolment(State::Enrolled), "seminar": seminar("held", 2), "came": true,
        "offered": false, "can_cancel": false, "can_change": false, "fee": null, "answers": [],
    });
    all.push(Sample::page("seminars/enrolment.html", held));
    for (free, begun) in [(true, false), (false, false), (false, true)] {
        let facts = json!({ "fee_terms": terms(free, begun) });
        all.push(Sample::page("seminars/fee_terms.html", facts));
    }
    all.extend(changes());
    let within = |state: State| {
        let facts = json!({ "enrolment": enrolment(state), "fee": fee(state) });
        Sample::page("seminars/fee_own.html", facts)
    };
    all.extend([State::Enrolled, State::Cancelled, State::CalledOff].map(within));
    let row = |state: &State| {
        let mut row = enrolment(*state);
        row["seminar"] = seminar("open", 1);
        row
    };
    let rows: Vec<Value> = State::ALL.iter().map(row).collect();
    all.push(Sample::bare("seminars/mine_pieces.html", json!({})));
    for (ahead, over) in [(&*rows, &*rows), (&*rows, &[]), (&[], &*rows), (&[], &[])] {
        let facts = json!({ "ahead": ahead, "over": over });
        all.push(Sample::page("seminars/mine.html", facts));
    }
    all
}
