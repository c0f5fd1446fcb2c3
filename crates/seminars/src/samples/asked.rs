//! Questions for those who enrol, and what was answered.

use serde_json::{Value, json};
use uuid::Uuid;
use views::samples::Sample;

use super::pages::refused;

/// A question of each kind, one of them for some only.
pub(super) fn questions() -> Value {
    let rows = [
        ("line", "お店の名前"),
        ("text", "事業計画の概要"),
        ("choice", "創業の時期"),
        ("choices", "学びたいこと"),
        ("yes_no", "託児を利用しますか"),
        ("number", "お子さんの人数"),
        ("file", "事業計画書"),
        ("consent", "写真の撮影"),
    ];
    let row = |(number, (kind, text)): (usize, (&str, &str))| {
        let chosen = kind.starts_with("choice");
        let options =
            json!([{ "value": "1", "label": "半年以内" }, { "value": "2", "label": "未定" }]);
        let bounds = json!({ "least": 1, "most": 9 });
        let only_if = json!({
            "name": "answer-5", "value": "yes", "number": "5", "key": "surveys-only-if-yes", "words": "",
        });
        json!({
            "number": number, "name": format!("answer-{number}"), "kind": kind, "lang": "ja",
            "label": format!("{number}. {text}"), "required": number != 4, "later": number == 7,
            "help": if number % 3 == 2 { "会場で撮影し、広報に使います。" } else { "" },
            "options": if chosen { options } else { json!([]) },
            "bounds": if kind == "number" { bounds } else { Value::Null },
            "only_if": if kind == "number" { only_if } else { Value::Null },
        })
    };
    (1..).zip(rows).map(row).collect()
}

/// What somebody answered, and left open.
pub(super) fn said() -> Value {
    let row = |number: i32, question: &str, said: Value, open: bool| {
        json!({
            "number": number, "question": question, "lang": "ja", "said": said,
            "paper": number == 3, "open": open,
        })
    };
    json!([
        row(
            1,
            "1. 事業計画の概要",
            json!(["焼き菓子の店を開きます。\n半年後に開業します。"]),
            false
        ),
        row(2, "2. 学びたいこと", json!(["資金", "売り方"]), false),
        row(3, "3. 事業計画書", json!(["計画.pdf"]), false),
        row(4, "4. 創業の時期", json!([]), true),
        row(5, "5. ご希望", json!([]), false),
    ])
}

/// The same on one's own page.
pub(super) fn answers() -> Value {
    json!({ "said": said(), "open": 1, "erased": false })
}

pub(super) fn templates() -> Vec<Sample> {
    let mut all = vec![Sample::bare("seminars/answer_pieces.html", json!({}))];
    all.extend(writing());
    all.extend(answered());
    let outside = |answers: Value| {
        let facts = json!({ "answers": answers, "enrolment": { "id": Uuid::nil() } });
        Sample::page("seminars/answers_own.html", facts)
    };
    all.extend([
        outside(answers()),
        outside(json!({ "said": [], "open": 0, "erased": true })),
        outside(Value::Null),
    ]);
    all
}

fn writing() -> Vec<Sample> {
    let page = |writes: bool, moved: bool, questions: Value, key: Option<&str>| {
        let facts = json!({
            "seminar": { "id": Uuid::nil(), "title": "創業塾", "edition": 2 }, "rows": [1, 2],
            "kinds": ["line", "choice", "consent"], "may_more": !moved, "moved": moved, "writes": writes,
            "questions": questions, "refused": key.map(refused),
            "form": { "edition": "1", "question-1-text": "お店の名前", "question-1-kind": "line" },
        });
        Sample::staff("seminars/questions.html", facts)
    };
    vec![
        page(true, false, json!([]), None),
        page(true, true, questions(), None),
        page(true, false, questions(), Some("seminars-changed")),
        page(false, false, questions(), Some("seminars-not-now")),
        page(false, false, json!([]), None),
    ]
}

fn answered() -> Vec<Sample> {
    let page = |theirs: bool, asked: Value, erased: Value, key: Option<&str>| {
        let facts = json!({
            "enrolment": { "id": Uuid::nil(), "number": 12, "name": "見本 さくら", "attendee": "" },
            "seminar": { "id": Uuid::nil(), "title": "創業塾" }, "said": said(), "questions": asked,
            "erased": erased, "theirs": theirs, "keeps": !theirs, "refused": key.map(refused),
        });
        Sample::page("seminars/said.html", facts)
    };
    let erased = |why: Value| json!({ "at": "2026-12-20T10:00:00+09:00", "why": why });
    let mut own = questions();
    own[6]["later"] = json!(false);
    vec![
        page(true, own, Value::Null, Some("seminars-nothing-answered")),
        page(false, json!([]), Value::Null, None),
        page(true, json!([]), erased(Value::Null), None),
        page(false, json!([]), erased(json!("ご本人の求め")), None),
    ]
}
