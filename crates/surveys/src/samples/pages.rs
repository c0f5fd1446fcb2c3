//! Invented surveys on their pages.

use serde_json::{Value, json};
use uuid::Uuid;
use views::samples::Sample;

use super::both;
use crate::rules::FIELDS;

pub(super) fn templates() -> Vec<Sample> {
    let over = |key: &str| {
        let refused = json!({ "key": key, "args": { "until": "2026-12-08T05:20:00Z" } });
        Sample::page("surveys/over.html", json!({ "refused": refused }))
    };
    let mut all = vec![
        over("surveys-over"),
        over("surveys-not-there"),
        Sample::page("surveys/done.html", asked("ja", true)),
        Sample::bare("surveys/pieces.html", json!({})),
        Sample::bare("surveys/form_pieces.html", json!({})),
        Sample::bare("surveys/field_pieces.html", json!({})),
        Sample::bare("surveys/result_pieces.html", json!({})),
        Sample::staff(
            "surveys/all.html",
            json!({ "rows": [survey(), survey()], "may_edit": true }),
        ),
        Sample::staff("surveys/all.html", json!({ "rows": [], "may_edit": true })),
        Sample::staff(
            "surveys/all.html",
            json!({ "rows": [survey()], "may_edit": false }),
        ),
        one(true, &results(Some(12))),
        one(
            true,
            &json!({ "counts": { "sent": 0, "answered": 0, "rate": null }, "questions": [] }),
        ),
        one(false, &results(None)),
        form(&Value::Null, false),
        form(&Value::Null, true),
        form(&json!({ "key": "surveys-changed", "args": {} }), false),
    ];
    for (lang, again) in [("ja", false), ("en", true)] {
        all.push(Sample::page("surveys/answer.html", asked(lang, again)));
    }
    let mut late = asked("ja", true);
    late["refused"] = json!({ "key": "surveys-answered-meanwhile", "args": {} });
    late["form"] = json!({ "answer-1": "4", "answer-2": ["1", "2"], "seen": "0" });
    late["errors"] = json!([{ "field": "", "key": "surveys-answered-meanwhile", "args": {} }]);
    all.push(Sample::page("surveys/answer.html", late));
    all
}

fn said() -> Value {
    json!([
        { "question": "満足していますか。", "kind": "scale", "said": ["4"] },
        { "question": "役に立ったこと", "kind": "choices", "said": ["課題が整理できた", "話を聞いてもらえた"] },
        { "question": "もう一度相談したいですか。", "kind": "yes_no", "said": ["yes"] },
        { "question": "ご意見", "kind": "text", "said": ["ありがとうございました。\nまた来ます。"] },
    ])
}

fn content(lang: &str) -> Value {
    let drafts = both().map(|one| one.draft);
    let questions = drafts.iter().flat_map(|draft| &draft.questions).zip(FIELDS);
    let question = |(asked, name): (&crate::rules::Written, &str)| {
        let options = (1..).zip(asked.options.lines());
        let option = |(at, label): (i32, &str)| json!({ "value": at.to_string(), "label": label });
        json!({
            "name": name, "kind": asked.kind, "label": asked.text, "lang": lang,
            "options": options.map(option).collect::<Vec<_>>(), "required": asked.required,
        })
    };
    json!({
        "title": { "text": "相談についてのアンケート", "lang": lang },
        "introduction": { "text": "ご意見をお聞かせください。", "lang": lang },
        "questions": questions.map(question).collect::<Vec<_>>(),
    })
}

fn asked(lang: &str, again: bool) -> Value {
    json!({
        "token": "x", "content": content(lang), "confidential": again,
        "expires_at": "2026-12-22T15:00:00Z", "edition": i32::from(again),
        "answered_at": again.then_some("2026-12-08T05:20:00Z"),
        "now": if again { said() } else { json!([]) },
    })
}

fn survey() -> Value {
    json!({
        "id": Uuid::nil(), "confidential": true, "number": "2", "edition": 1,
        "version": Uuid::nil(), "written_at": "2026-12-08T05:20:00Z", "is_sent": true,
        "content": content("ja"), "counts": { "sent": 12, "answered": 8, "rate": 67 },
    })
}

fn results(answered: Option<i64>) -> Value {
    let cell = |label: &str| json!({ "label": label, "count": 6, "share": 50 });
    let question = |kind: &str, cells: Value| {
        json!({
            "text": "満足していますか。", "kind": kind, "is_asked": kind != "number",
            "is_shown": answered.is_some() || kind == "text", "answered": answered,
            "cells": cells, "mean": (kind == "scale").then_some("4.50"),
            "sum": (kind == "number").then_some(30), "words": [],
        })
    };
    let mut words = question("text", json!([]));
    if answered.is_some() {
        words["words"] = json!([{ "words": "<b>よい</b>", "at": "2026-12-08T05:20:00Z" }]);
    }
    json!({
        "counts": { "sent": 20, "answered": answered, "rate": answered.map(|_| 60) },
        "questions": [
            question("scale", json!([cell("5　とても良い"), cell("4　良い")])),
            question("number", json!([])),
            words,
            question("text", json!([])),
        ],
    })
}

fn one(may_edit: bool, results: &Value) -> Sample {
    let facts = json!({
        "survey": survey(), "results": results, "may_edit": may_edit,
        "years": [{ "value": "2026", "label": "令和8年度" }],
        "kept": [{ "name": "from", "value": "2026-04-01" }],
        "form": { "from": "2026-04-01", "until": "2027-03-31", "year": "2026" },
    });
    Sample::staff("surveys/one.html", facts)
}

fn form(refused: &Value, moved: bool) -> Sample {
    let facts = json!({
        "survey": survey(), "rows": [1, 2], "kinds": ["scale", "choice"], "may_more": true,
        "moved": moved, "refused": refused,
        "form": { "title": "相談についてのアンケート", "question-1-kind": "scale", "question-1-text": "満足" },
    });
    Sample::staff("surveys/form.html", facts)
}
