//! The page that lists every time of a series before anything is saved.

use serde_json::{Value, json};
use web::{FieldError, Typed};

use super::{
    super::{
        comes_to::{GONE, TAKEN_NOW},
        slot,
    },
    form::CHOICE,
};
use crate::{
    read::{Choice, Obstacle, Occurrence},
    refused::{Alternative, Wrong},
};

/// Adds every time: those that can be had as they are, and those that need a choice.
pub(super) fn fill(facts: &mut Value, found: &[Occurrence]) {
    let (free, troubled): (Vec<_>, Vec<_>) = found.iter().partition(|one| is_free(one));
    facts["free"] = free.into_iter().map(said).collect();
    facts["troubled"] = troubled.into_iter().map(said).collect();
    // Where nothing can be had instead, leaving out is chosen already.
    let undecided = |one: &&Occurrence| one.open && !one.options.is_empty();
    facts["open"] = found.iter().filter(undecided).count().into();
    facts["all"] = found.len().into();
}

/// Whether it can be had as wished, and nothing else was chosen.
fn is_free(one: &Occurrence) -> bool {
    one.obstacle.is_none() && !one.open && one.wanted.choice == Choice::AsWished
}

fn said(one: &Occurrence) -> Value {
    json!({
        "key": one.wanted.key,
        "name": format!("{CHOICE}{}", one.wanted.key),
        "from": one.wanted.span.from.rfc3339(),
        "until": one.wanted.span.until.rfc3339(),
        "reasons": reasons(one),
        "at": one.wanted.target().map(|(space, span)| slot::write(space, span)),
        "amount": null,
        "options": one.options.iter().map(option).collect::<Vec<_>>(),
    })
}

/// Why it cannot be had, in the words of the refusals.
fn reasons(one: &Occurrence) -> Vec<Value> {
    let taken = || vec![json!({ "key": "bookings-series-taken", "args": {} })];
    match &one.obstacle {
        Some(Obstacle::Wrong(wrong)) => wrong
            .iter()
            .map(Wrong::detail)
            .map(|detail| json!({ "key": detail.key, "args": detail.args }))
            .collect(),
        Some(Obstacle::Taken) => taken(),
        None if one.wanted.choice == Choice::AsWished => taken(),
        None => vec![json!({ "key": "bookings-series-free-again", "args": {} })],
    }
}

fn option(other: &Alternative) -> Value {
    json!({
        "value": slot::write(other.space_id, other.span),
        "space": other.space,
        "from": other.span.from.rfc3339(),
        "until": other.span.until.rfc3339(),
    })
}

/// What still stands against it: times without a choice, places that someone else took since the
/// page was shown, and the rules that were not agreed to.
pub(super) fn wrong(typed: &Typed, found: &[Occurrence]) -> Vec<FieldError> {
    let was_free = typed.all("free");
    let mut wrong = Vec::new();
    for one in found.iter().filter(|one| one.open) {
        let key = if matches!(one.wanted.choice, Choice::Instead(..)) {
            GONE
        } else if was_free.contains(&one.wanted.key.as_str()) {
            TAKEN_NOW
        } else {
            "bookings-series-choose"
        };
        let name = format!("{CHOICE}{}", one.wanted.key);
        let date = one.wanted.span.from.date().to_string();
        wrong.push(FieldError::new(&name, key).with("date", date));
    }
    if found
        .iter()
        .all(|one| one.wanted.choice == Choice::LeaveOut)
    {
        wrong.push(FieldError::new("", "bookings-series-nothing-left"));
    }
    if typed.text("agree").is_empty() {
        wrong.push(FieldError::new("agree", "bookings-agree-missing"));
    }
    wrong
}
