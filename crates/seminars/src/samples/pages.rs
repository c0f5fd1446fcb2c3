//! Pages for everybody, and one's own.

use serde_json::{Value, json};
use uuid::Uuid;
use views::samples::Sample;

use super::asked::questions;
use crate::{entity::enrolment::State, rules::Standing};

/// Why something was not done, as pages have it.
pub(super) fn refused(key: &str) -> Value {
    json!({ "key": key, "args": { "taken": 3, "date": "2026-12-12T10:00:00+09:00" } })
}

/// What can be chosen.
pub(super) fn choices() -> Value {
    json!({
        "ways": [{ "value": "first_come", "label": "先着順" }, { "value": "draw", "label": "抽選" }],
        "audiences": [{ "value": "anyone", "label": "どなたでも" }],
        "areas": [{ "value": "finance", "label": "財務" }, { "value": "sales", "label": "販路開拓" }],
        "modes": modes(),
    })
}

/// The ways of taking part.
pub(super) fn modes() -> Value {
    json!([{ "value": "here", "label": "会場" }, { "value": "online", "label": "オンライン" }])
}

/// A lesson of this number.
pub(super) fn lesson(nth: u32) -> Value {
    let online = nth > 1;
    json!({
        "id": Uuid::nil(), "title": if online { "" } else { "帳簿の基本" },
        "starts_at": format!("2026-12-{:02}T10:00:00+09:00", 11 + nth),
        "ends_at": format!("2026-12-{:02}T12:00:00+09:00", 11 + nth),
        "areas": if online { json!([]) } else { json!(["finance", "sales"]) },
        "room": (!online).then_some("会議室A"), "floor": (!online).then_some("2階"),
        "link": if online { "https://meet.example/x" } else { "" }, "online": true,
        "lecturer": if online { "" } else { "見本 かずお" }, "begun": online, "over": online,
        "came": 3,
    })
}

/// A seminar that stands so, with so many lessons.
pub(super) fn seminar(standing: &str, lessons: u32) -> Value {
    let draft = standing == "draft";
    json!({
        "id": Uuid::nil(), "title": "はじめての帳簿", "in_japanese": draft, "purpose": "記帳を自分でできるようになります。",
        "contents": "帳簿の種類、領収書の整理。", "audience": "anyone",
        "way": "first_come", "fee_yen": if draft { 0 } else { 3_000 }, "fee": if draft { "教材費 1,000円" } else { "" },
        "programme": if draft { "" } else { "創業塾" },
        "here": 6, "online": if draft { 0 } else { 20 }, "taken_here": 6, "taken_online": 2,
        "left_here": 0, "left_online": 18,
        "apply_from": (!draft).then_some("2026-12-01T10:00:00+09:00"),
        "apply_until": (!draft).then_some("2026-12-10T17:00:00+09:00"),
        "starts_at": "2026-12-12T10:00:00+09:00", "ends_at": "2026-12-13T12:00:00+09:00",
        "standing": standing,
        "why": if standing == "called_off" || draft { "講師の都合により" } else { "" },
        "report": if standing == "reported" { "18人が受講しました。" } else { "" },
        "edition": 2, "areas": ["finance", "sales"],
        "lessons": (1..=lessons).map(lesson).collect::<Vec<_>>(),
    })
}

/// An enrolment that stands so.
pub(super) fn enrolment(state: State) -> Value {
    let full = state == State::Offered;
    json!({
        "id": Uuid::nil(), "seminar": Uuid::nil(), "number": 12, "mode": "here",
        "state": state.code(), "expires_at": full.then_some("2026-12-09T17:00:00+09:00"),
        "company": if full { "見本商店" } else { "" },
        "attendee": if full { "見本 花子" } else { "" },
        "attendee_kana": if full { "ミホン ハナコ" } else { "" },
        "within": "yes", "words": "定員を大きく上回りました。",
        "needs": if full { "車いすで参加します。" } else { "" },
        "made_at": "2026-12-01T10:00:00+09:00", "open": state.is_open(), "ahead": 3, "edition": 2,
    })
}

pub(super) fn templates() -> Vec<Sample> {
    let mut all = vec![
        Sample::bare("seminars/pieces.html", json!({})),
        Sample::bare("seminars/counter_pieces.html", json!({})),
    ];
    all.extend(list());
    all.extend(outside());
    let shown = Standing::ALL.iter().copied();
    all.extend(shown.filter(|own| own.is_public()).map(one));
    all.extend(enrolling());
    all
}

fn list() -> Vec<Sample> {
    let page = |seminars: Value, past: bool| {
        let some = |one: Value| if past { json!([]) } else { json!([one]) };
        let months = some(json!({ "value": "2026-12", "label": "2026年12月" }));
        let programmes = some(json!({ "value": "x", "label": "創業塾" }));
        let facts = json!({
            "seminars": seminars, "choices": choices(), "past": past, "months": months,
            "programmes": programmes, "query": if past { "" } else { "month=2026-12" },
        });
        Sample::page("seminars/list.html", facts)
    };
    let all: Vec<Value> = Standing::ALL
        .iter()
        .filter(|one| one.is_public())
        .map(|one| seminar(one.code(), 2))
        .collect();
    vec![page(json!(all), false), page(json!([]), true)]
}

/// A series, with something ahead or without, and what is within other pages.
fn outside() -> Vec<Sample> {
    let series = |ahead: Value, over: Value| {
        let facts = json!({ "seminar": seminar("open", 1), "ahead": ahead, "over": over });
        Sample::page("seminars/series.html", facts)
    };
    let listed = json!({ "seminars": [seminar("open", 1), seminar("held", 2)] });
    let event = |standing: &str, lessons: u32| {
        let mut seminar = seminar(standing, lessons);
        seminar["fee_yen"] = json!(0);
        seminar["fee"] = json!(if lessons > 1 {
            "教材費 1,000円"
        } else {
            ""
        });
        Sample::page("seminars/event.html", json!({ "seminar": seminar }))
    };
    let month = json!([{ "value": "2026-12", "label": "2026年12月" }]);
    let when = json!({ "months": month, "programmes": month, "form": {} });
    vec![
        event("open", 2),
        event("called_off", 1),
        event("draft", 0),
        series(json!([seminar("open", 2)]), json!([seminar("held", 2)])),
        series(json!([]), json!([])),
        Sample::page("seminars/list_rows.html", listed),
        Sample::page(
            "seminars/list_take.html",
            json!({ "query": "month=2026-12" }),
        ),
        Sample::page("seminars/list_when.html", when),
    ]
}

fn one(standing: Standing) -> Sample {
    let facts = json!({
        "seminar": seminar(standing.code(), 1), "own": null, "modes": modes(),
        "takes": standing == Standing::Open, "in_series": standing == Standing::Held,
        "questions": questions(), "fee_terms": null,
    });
    Sample::page("seminars/one.html", facts)
}

fn enrolling() -> Vec<Sample> {
    let page = |own: Value, viewer: bool, refused: Value| {
        let facts = json!({
            "seminar": seminar("open", 2), "own": own, "modes": modes(), "takes": true, "in_series": viewer,
            "questions": questions(),
            "refused": refused, "form": { "once": "x" },
        });
        let mut sample = Sample::page("seminars/one.html", facts);
        if !viewer {
            sample.context["page"]["viewer"] = Value::Null;
        }
        sample
    };
    let mut all = vec![
        page(Value::Null, true, Value::Null),
        page(Value::Null, true, refused("seminars-already")),
        page(Value::Null, false, Value::Null),
    ];
    let open = State::OPEN.into_iter();
    all.extend(open.map(|state| page(enrolment(state), true, Value::Null)));
    let mut full = seminar("open", 1);
    full["left_online"] = json!(0);
    let facts = json!({
        "seminar": full, "own": null, "modes": [modes()[0]], "takes": true, "in_series": false,
        "questions": [],
        "form": { "once": "x" },
    });
    all.push(Sample::page("seminars/one.html", facts));
    all
}
