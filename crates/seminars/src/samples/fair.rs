//! Pages of draws, of screening, of companies and of guests.

use serde_json::{Value, json};
use uuid::Uuid;
use views::samples::Sample;

use super::{
    asked::questions,
    counter::person,
    pages::{enrolment, modes, refused, seminar},
};
use crate::{
    entity::{enrolment::State, seminar::Way},
    rules::Phase,
};

const DIGEST: &str = "7593245397ab72bba197c54dc738e7c20c0a6aabc7922182b450361acbda12b1";

pub(super) fn templates() -> Vec<Sample> {
    let mut all: Vec<Sample> = Phase::ALL.iter().copied().map(public).collect();
    all.extend(Phase::ALL.iter().copied().map(counter));
    all.extend(applying());
    all.extend(screening());
    all.extend(companies());
    all.extend([
        Sample::page("seminars/sent.html", json!({})),
        Sample::page(
            "seminars/confirm.html",
            json!({ "email": "sakura@demo.example", "title": "はじめての帳簿" }),
        ),
        Sample::page(
            "seminars/over.html",
            json!({ "refused": { "key": "seminars-already" } }),
        ),
    ]);
    all
}

/// A draw that has come so far.
fn draw(phase: Phase) -> Value {
    let frozen = phase > Phase::Promised;
    let drawn = phase == Phase::Drawn;
    json!({
        "mode": "here", "phase": phase.code(), "commitment": DIGEST,
        "promised_at": "2026-11-20T10:00:00+09:00",
        "digest": frozen.then_some(DIGEST),
        "frozen_at": frozen.then_some("2026-12-10T17:00:00+09:00"),
        "entries": 12, "places": 8,
        "drawn_at": drawn.then_some("2026-12-10T17:30:00+09:00"),
        "confirm_until": drawn.then_some("2026-12-11T17:00:00+09:00"),
        "winners": ["0003", "0001"], "following": if drawn { json!(["0002"]) } else { json!([]) },
        "files": ["commitment.txt", "entries.txt", "digest.txt", "seed.txt", "result.txt"],
    })
}

fn public(phase: Phase) -> Sample {
    let until = (phase == Phase::Promised).then_some("2026-12-10T17:00:00+09:00");
    let facts = json!({
        "seminar": { "id": Uuid::nil(), "title": "はじめての帳簿", "audience": "founder" }, "until": until,
        "draws": [draw(phase)],
    });
    Sample::page("seminars/draw.html", facts)
}

fn counter(phase: Phase) -> Sample {
    let mut own = seminar("closed", 2);
    own["way"] = json!("draw");
    let facts = json!({
        "seminar": own, "draws": [draw(phase)], "applied": 12, "questions": [], "lacking": [], "keeps": true,
        "publishes": false, "shown": true, "ahead": true, "begun": false, "asks_fees": true,
        "refused": (phase == Phase::Frozen).then(|| refused("seminars-frozen")),
    });
    Sample::staff("seminars/counter_one.html", facts)
}

/// Where places are not given at once: the page for everybody, and one's own.
fn applying() -> Vec<Sample> {
    let page = |way: &Way| {
        let mut seminar = seminar("open", 2);
        seminar["way"] = json!(way.code());
        let shown = json!({
            "seminar": seminar, "own": null, "modes": modes(), "takes": true,
            "questions": questions(),
            "form": { "once": "x" },
        });
        let own = |state: State| {
            let facts = json!({
                "enrolment": enrolment(state), "seminar": seminar,
                "offered": state == State::Offered, "can_cancel": true, "answers": null,
            });
            Sample::page("seminars/enrolment.html", facts)
        };
        let mut all = vec![Sample::page("seminars/one.html", shown)];
        all.extend([State::Applied, State::Offered].map(own));
        all
    };
    Way::ALL.iter().flat_map(page).collect()
}

fn screening() -> Vec<Sample> {
    let page = |rows: Vec<Value>, key: Option<&str>| {
        let mut own = seminar("open", 2);
        own["way"] = json!("screening");
        let facts = json!({
            "seminar": own, "applied": rows, "admitted": [person(State::Enrolled)],
            "passed_over": [person(State::PassedOver)], "refused": key.map(refused),
        });
        Sample::staff("seminars/screening.html", facts)
    };
    let mut own = seminar("open", 2);
    own["way"] = json!("screening");
    let counter = json!({
        "seminar": own, "draws": [], "applied": 2, "questions": questions(), "lacking": [], "keeps": true,
        "publishes": false, "shown": true, "ahead": true, "begun": false, "asks_fees": false,
    });
    vec![
        page(vec![person(State::Applied), person(State::Offered)], None),
        page(vec![person(State::Applied)], Some("seminars-too-few")),
        page(Vec::new(), None),
        Sample::staff("seminars/counter_one.html", counter),
    ]
}

fn companies() -> Vec<Sample> {
    let page = |way: &str, whom: Value, takes: bool, key: Option<&str>| {
        let facts = json!({
            "seminar": { "id": Uuid::nil(), "title": "はじめての帳簿", "way": way, "audience": "worker" }, "for": whom,
            "wrong": [{ "number": 2, "key": "seminars-list-twice" }],
            "modes": if takes { modes() } else { json!([modes()[0]]) }, "takes": takes, "most": 20,
            "questions": if takes { questions() } else { json!([]) },
            "refused": key.map(refused), "form": { "once": "x" },
        });
        Sample::page("seminars/company.html", facts)
    };
    let whom = json!({ "id": Uuid::nil(), "name": "見本 さくら" });
    vec![
        page("first_come", Value::Null, true, None),
        page("draw", whom, true, Some("seminars-wrong")),
        page("screening", Value::Null, true, Some("seminars-already")),
        page("draw", Value::Null, false, None),
    ]
}
