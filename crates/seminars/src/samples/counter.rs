//! Pages of those who work at the centre.

use serde_json::{Value, json};
use uuid::Uuid;
use views::samples::Sample;

use super::pages::{choices, enrolment, lesson, modes, refused, seminar};
use super::{
    asked::{questions, said},
    own::{leaving, terms},
};
use crate::{
    entity::{attendance, enrolment::State},
    rules::{Lacking, Standing},
};

pub(super) fn templates() -> Vec<Sample> {
    let mut all = lists();
    all.extend(Standing::ALL.iter().copied().map(one));
    all.extend(forms());
    all.extend(people());
    all.extend(attended());
    all
}

fn lists() -> Vec<Sample> {
    let page = |seminars: Value, keeps: bool| {
        let standings = json!([{ "value": "open", "label": "受付中" }]);
        let facts = json!({ "seminars": seminars, "standings": standings, "keeps": keeps });
        Sample::staff("seminars/counter.html", facts)
    };
    let mut here = seminar("open", 2);
    here["online"] = json!(0);
    let mut away = seminar("held", 1);
    away["here"] = json!(0);
    vec![
        page(json!([here, away, seminar("draft", 0)]), true),
        page(json!([]), false),
    ]
}

fn one(standing: Standing) -> Sample {
    let draft = standing == Standing::Draft;
    let lacking: Vec<&str> = Lacking::ALL.iter().map(|what| what.code()).collect();
    let facts = json!({
        "seminar": seminar(standing.code(), if draft { 0 } else { 2 }),
        "draws": [], "applied": 0, "questions": questions(), "lacking": if draft { lacking } else { Vec::new() },
        "keeps": standing != Standing::Coming,
        "publishes": standing == Standing::Review,
        "shown": standing.is_public(),
        "ahead": standing.is_ahead(),
        "begun": true,
        "asks_fees": false,
        "refused": draft.then(|| refused("seminars-lacking")),
    });
    Sample::staff("seminars/counter_one.html", facts)
}

fn devices() -> Value {
    json!([{ "field": "device-x", "name": "プロジェクター", "counter": "台", "many": "2台" }])
}

fn forms() -> Vec<Sample> {
    let form = |saved: Value, refused: Value| {
        let facts = json!({
            "saved": saved, "programmes": [{ "value": "x", "label": "創業塾" }],
            "choices": choices(), "refused": refused, "form": { "edition": "1", "once": "x" },
        });
        Sample::staff("seminars/form.html", facts)
    };
    let lesson = |id: Value, standing: &str, refused: Value| {
        let facts = json!({
            "seminar": seminar(standing, 1), "lesson": id,
            "rooms": [{ "value": "x", "label": "会議室A" }],
            "lecturers": [{ "value": "x", "label": "助言 ともこ" }],
            "devices": if id.is_null() { json!([]) } else { devices() },
            "choices": choices(), "refused": refused, "form": { "edition": "1", "once": "x" },
        });
        Sample::staff("seminars/lesson_form.html", facts)
    };
    let copy = |first: Value, refused: Value| {
        let facts = json!({
            "source": { "id": Uuid::nil(), "title": "はじめての帳簿", "first": first },
            "refused": refused, "form": { "once": "x", "lessons": "on" },
        });
        Sample::staff("seminars/copy.html", facts)
    };
    let saved = json!({ "id": Uuid::nil(), "title": "はじめての帳簿", "edition": 2 });
    // Ready to be handed in, and waiting for another than who handed it in.
    let acts = |standing: &str| {
        let facts = json!({
            "seminar": seminar(standing, 2), "draws": [], "applied": 0, "questions": questions(), "lacking": [], "keeps": true, "publishes": false,
            "shown": false, "ahead": false, "begun": false, "asks_fees": false,
        });
        Sample::staff("seminars/counter_one.html", facts)
    };
    vec![
        acts("draft"),
        acts("review"),
        form(Value::Null, Value::Null),
        form(saved, refused("seminars-changed")),
        lesson(Value::Null, "draft", refused("seminars-room-taken")),
        lesson(json!(Uuid::nil()), "draft", Value::Null),
        lesson(json!(Uuid::nil()), "open", refused("seminars-changed")),
        copy(json!("2025-12-13"), refused("seminars-room-closed")),
        copy(Value::Null, Value::Null),
    ]
}

/// Somebody of a seminar.
pub(super) fn person(state: State) -> Value {
    let mut person = enrolment(state);
    let reached = state == State::Offered;
    person["unanswered"] = json!(if reached { 2 } else { 0 });
    person["erased"] = json!(state == State::Cancelled);
    person["said"] = said();
    person["by"] = json!(reached.then_some("実例 まこと"));
    person["name"] = json!("見本 さくら");
    person["kana"] = json!("ミホン サクラ");
    person["paid"] = json!(reached.then_some("unpaid"));
    person["bill"] = json!(reached.then_some("x"));
    person["leaving"] = json!(reached.then(|| leaving(false, false)));
    person["email"] = json!(if reached { "sakura@demo.example" } else { "" });
    person["telephone"] = json!(if reached { "03-0000-0000" } else { "" });
    person
}

fn people() -> Vec<Sample> {
    let all: Vec<Value> = State::ALL.iter().map(|state| person(*state)).collect();
    let facts = |people: Value, found: Value, asked: &str, refused: Value| {
        json!({
            "seminar": seminar("open", 2), "people": people, "enrolled": 6, "waiting": 2, "applied": 3,
            "offered": 1, "found": found, "modes": modes(), "takes": true, "reads": asked == "見本",
            "questions": questions(), "fee_terms": terms(true, false),
            "now": "2026-12-08T14:20:00+09:00", "refused": refused,
            "form": { "q": asked, "once": "x" },
        })
    };
    let some = json!([{ "value": "x", "label": "見本 さくら　03-0000-0000" }]);
    let list = |facts: Value| Sample::staff("seminars/people.html", facts);
    vec![
        list(facts(json!(all), some, "見本", refused("seminars-already"))),
        list(facts(json!([]), json!([]), "だれか", Value::Null)),
        Sample::staff(
            "seminars/print.html",
            facts(json!(all), json!([]), "", Value::Null),
        ),
    ]
}

fn attended() -> Vec<Sample> {
    let states: Vec<&str> = attendance::State::ALL
        .iter()
        .map(|one| one.code())
        .collect();
    let mut people: Vec<Value> = states
        .iter()
        .map(|state| {
            let mut person = person(State::Enrolled);
            person["marked"] = json!(state);
            person
        })
        .collect();
    let mut unmarked = person(State::Offered);
    unmarked["marked"] = Value::Null;
    people.push(unmarked);
    let page = |people: Value, nth: u32, refused: Value| {
        let facts = json!({
            "seminar": seminar("closed", 2), "lesson": lesson(nth), "people": people, "came": 4,
            "states": states, "refused": refused,
        });
        Sample::staff("seminars/attendance.html", facts)
    };
    vec![
        page(json!(people), 1, Value::Null),
        page(json!([]), 2, refused("seminars-too-early")),
    ]
}
