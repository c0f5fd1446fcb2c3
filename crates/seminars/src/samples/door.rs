//! Pages of the day itself: tickets, people at the door, name plates.

use serde_json::{Value, json};
use views::samples::Sample;

use super::{
    asked::questions,
    own::terms,
    pages::{enrolment, lesson, modes, refused, seminar},
};
use crate::entity::{attendance, enrolment::State};

pub(super) fn templates() -> Vec<Sample> {
    let mut all = tickets();
    all.extend(at_the_door());
    all.extend(walk_ins());
    all.extend(plates());
    all.extend(rolls());
    all
}

fn rolls() -> Vec<Sample> {
    let keys = ["number", "nobody", "mark", "twice", "long", "empty"];
    let wrong: Vec<Value> = (2..)
        .zip(keys)
        .map(|(line, key)| json!({ "line": line, "key": format!("seminars-roll-{key}") }))
        .collect();
    let page = |nth: u32, wrong: Value, refused: Value| {
        let facts = json!({
            "seminar": seminar("closed", 2), "lesson": lesson(nth), "wrong": wrong,
            "refused": refused, "form": { "list": "1,出席" },
        });
        Sample::staff("seminars/roll.html", facts)
    };
    let early = refused("seminars-too-early");
    vec![
        page(1, json!(wrong), Value::Null),
        page(2, json!([]), early),
    ]
}

/// A square code, or the beginning of one.
pub(super) fn picture() -> Value {
    json!({ "width": "29", "path": "M4 4h7v1h-7z" })
}

fn tickets() -> Vec<Sample> {
    let page = |state: State, floor: Value| {
        let mut seminar = seminar("open", 2);
        seminar["lessons"][0]["floor"] = floor;
        let facts = json!({
            "enrolment": enrolment(state), "seminar": seminar, "name": "見本 さくら",
            "code": picture(),
        });
        Sample::page("seminars/ticket.html", facts)
    };
    let facts = json!({
        "enrolment": enrolment(State::Enrolled), "seminar": seminar("open", 2), "offered": false,
        "can_cancel": true, "ticket": picture(),
    });
    vec![
        page(State::Enrolled, json!("2階")),
        page(State::Offered, Value::Null),
        Sample::page("seminars/enrolment.html", facts),
        Sample::page("seminars/ticket_code.html", json!({ "ticket": null })),
    ]
}

/// Somebody who shows a ticket.
fn shown(state: State, mode: &str) -> Value {
    let mut person = enrolment(state);
    person["name"] = json!("見本 さくら");
    person["kana"] = json!("ミホン サクラ");
    person["mode"] = json!(mode);
    person
}

fn at_the_door() -> Vec<Sample> {
    let page = |person: Value, has: bool, marked: Value, refused: Value| {
        let mut seminar = seminar("closed", 3);
        for (nth, one) in (0..).zip(seminar["lessons"].as_array_mut().into_iter().flatten()) {
            one["nth"] = json!(nth + 1);
            one["today"] = json!(nth < 2);
            let mark = if nth == 0 {
                marked.clone()
            } else {
                Value::Null
            };
            one["marked_at"] = json!("2026-12-12T13:02:00+09:00");
            one["marked_by"] = json!((nth == 0 && has).then_some("受付 ゆき"));
            one["marked"] = mark;
        }
        let facts = json!({
            "seminar": seminar, "person": person, "has": has, "refused": refused,
        });
        Sample::staff("seminars/ticket_read.html", facts)
    };
    let states = attendance::State::ALL.iter();
    let enrolled = || shown(State::Enrolled, "here");
    let mut all: Vec<Sample> = states
        .map(|state| page(enrolled(), true, json!(state.code()), Value::Null))
        .collect();
    let early = refused("seminars-too-early");
    all.push(page(
        shown(State::Enrolled, "online"),
        true,
        Value::Null,
        early,
    ));
    all.push(page(
        shown(State::Offered, "here"),
        false,
        json!("present"),
        Value::Null,
    ));
    all
}

fn walk_ins() -> Vec<Sample> {
    let page = |nth: u32, found: Value, modes: Value, asked: &str, refused: Value| {
        let facts = json!({
            "seminar": seminar("closed", 2), "lesson": lesson(nth), "found": found,
            "modes": modes, "refused": refused, "form": { "q": asked, "once": "x" },
            "questions": if nth == 1 { questions() } else { json!([]) }, "fee_terms": terms(false, true),
        });
        Sample::staff("seminars/walk_in.html", facts)
    };
    let some = json!([{ "value": "x", "label": "見本 さくら　03-0000-0000" }]);
    let full = refused("seminars-full-now");
    vec![
        page(1, some.clone(), modes(), "見本", full),
        page(2, some, json!([modes()[0]]), "見本", Value::Null),
        page(1, json!([]), modes(), "だれか", Value::Null),
    ]
}

fn plates() -> Vec<Sample> {
    let plate = json!({ "name": "見本 さくら", "kana": "ミホン サクラ", "company": "見本商店", "number": 12 });
    let page = |sheets: Value| {
        let facts = json!({ "seminar": seminar("closed", 2), "sheets": sheets });
        Sample::staff("seminars/plates.html", facts)
    };
    vec![
        page(json!([[plate.clone(), plate.clone()], [plate]])),
        page(json!([])),
    ]
}
