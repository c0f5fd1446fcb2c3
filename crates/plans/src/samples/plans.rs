//! Invented plans as they are read.

use approvals::samples::{standing, steps};
use serde_json::{Value, json};
use uuid::Uuid;
use views::samples::Sample;

use super::council::opinion;

pub(super) fn templates() -> Vec<Sample> {
    let rows = rows();
    let all = |rows: &Value, annual: bool| {
        let facts =
            json!({ "annual": rows, "ward": rows, "may_annual": annual, "may_ward": !annual });
        Sample::staff("plans/plans.html", facts)
    };
    let mut samples: Vec<Sample> = [
        "plans/plan_pieces.html",
        "plans/plan_act_pieces.html",
        "plans/plan_said_pieces.html",
        "plans/plan_change_pieces.html",
        "plans/plan_form_pieces.html",
    ]
    .map(|pieces| Sample::bare(pieces, json!({})))
    .into();
    samples.extend([
        all(&rows, true),
        all(&json!([]), false),
        one("draft", &Value::Null),
        one("submitted", &Value::Null),
        one("submitted", &json!({ "key": "plans-changed", "args": {} })),
        one("returned", &Value::Null),
        one(
            "approved",
            &json!({ "key": "plans-incomplete", "args": {} }),
        ),
        programme_page(true),
        programme_page(false),
    ]);
    samples
}

/// Two plans, as lists show them.
pub(super) fn rows() -> Value {
    let listed = |name: &str, in_force: Value| {
        let mut plan = plan("annual");
        plan["name"] = name.into();
        plan["newest"] = version(2, "submitted");
        plan["in_force"] = in_force;
        plan
    };
    json!([
        listed("令和9年度 事業計画書", Value::Null),
        listed("計画", version(1, "approved"))
    ])
}

pub(super) fn plan(kind: &str) -> Value {
    json!({
        "id": Uuid::nil(), "kind": kind, "name": "令和9年度 事業計画書",
        "side": if kind == "annual" { "manager" } else { "ward" },
        "based_on": (kind == "annual").then(Uuid::nil), "first_year": 2027, "last_year": 2030,
        "first_year_name": "令和9年度", "last_year_name": "令和12年度",
    })
}

pub(super) fn version(number: i32, state: &str) -> Value {
    json!({
        "id": Uuid::nil(), "number": number, "standing": state, "edition": 3, "budget_edition": 2,
        "reason": if number > 1 { "参加者が増えたため" } else { "" },
        "written_at": "2026-12-08T05:20:00Z",
    })
}

pub(super) fn measures() -> Value {
    let measure = |kind: &str, baseline: Value| {
        let year = if baseline.is_null() {
            Value::Null
        } else {
            json!("令和8年度")
        };
        json!({
            "name": "創業の相談", "kind": kind, "unit": "件", "baseline": baseline, "baseline_year": year,
            "target": (kind != "milestone").then_some("240"), "target_year": "令和9年度", "every": 3,
        })
    };
    json!([
        measure("annual", json!("200")),
        measure("cumulative", Value::Null),
        measure("recurring", Value::Null),
        measure("milestone", Value::Null),
    ])
}

pub(super) fn programme(number: i32) -> Value {
    json!({
        "id": Uuid::nil(), "number": number, "goal": "産業の振興", "strategy": "創業・起業",
        "name": "創業・起業への支援", "summary": "開業前後の相談と講座", "owner_department": "産業課",
        "related_departments": ["企画課", "財政課"], "is_priority": true, "is_new": true,
        "horizon": "medium", "stage": "doing", "place": "ビジネススペース", "ward_role": "方針の決定",
        "manager_role": "相談の実施", "policy": { "id": Uuid::nil(), "field": "創業・起業" },
        "measures": measures(),
        "activities": [
            { "name": "募集", "first": "2027-04-01", "last": "2027-04-01" },
            { "name": "講座", "first": "2027-06-01", "last": "2028-02-01" },
        ],
        "comments": 2,
    })
}

pub(super) fn goals() -> Value {
    let strategy = json!({ "name": "創業・起業", "programmes": [programme(1), programme(2)] });
    json!([{ "name": "産業の振興", "strategies": [strategy] }])
}

pub(super) fn budget() -> Value {
    let line = |side: &str, programme: Value| json!({ "side": side, "item": "講師謝礼", "yen": 1_200_000, "note": "6回", "programme": programme });
    let own = json!({ "id": Uuid::nil(), "number": 1, "name": "創業・起業への支援" });
    json!({
        "income": [line("income", Value::Null)], "expenditure": [line("expenditure", own)],
        "income_sum": 1_200_000, "expenditure_sum": 1_200_000,
    })
}

fn comments() -> Value {
    json!([{
        "id": Uuid::nil(), "programme": null, "body": "目標の根拠を書いてください。", "by": "所管 まこと",
        "is_condition": false, "written_by": Uuid::nil(), "at": "2026-12-08T05:20:00Z",
    }, {
        "id": Uuid::nil(), "programme": null, "body": "半期ごとに報告すること。", "by": "所管 まこと",
        "is_condition": true, "written_by": Uuid::nil(), "at": "2026-12-08T05:20:00Z",
    }])
}

fn one(state: &str, refused: &Value) -> Sample {
    let draft = state == "draft";
    let may = |what: &str| state == what;
    let facts = json!({
        "plan": plan("annual"), "version": version(if draft { 1 } else { 2 }, state),
        "versions": [version(2, state), version(1, "approved")],
        "said_before": if draft { super::papers::said_before() } else { Value::Null },
        "conditions": if may("approved") { json!([{ "number": 1, "words": "半期ごとに報告すること。" }]) } else { json!([]) },
        "lost": if refused.is_null() { json!([]) } else { json!(["書いた内容"]) },
        "moved": if refused.is_null() { Value::Null } else { super::papers::differences(true) },
        "in_force": may("approved").then(|| version(1, "approved")), "before": version(1, "approved"),
        "goals": if may("returned") { json!([]) } else { goals() },
        "count": if draft { 0 } else { 9 }, "departments": ["産業課", "企画課"],
        "budget": if draft { json!({ "income": [], "expenditure": [] }) } else { budget() },
        "approval": (!draft).then(|| standing(state)),
        "steps": if draft { json!([]) } else { steps(state) },
        "comments": if draft { json!([]) } else { comments() }, "person": Uuid::nil(),
        "missing": [{ "key": "plans-empty", "args": {} }],
        "may": {
            "edit": draft, "withdraw": may("submitted"), "decide": may("submitted"),
            "comment": may("submitted"), "revise": may("returned") || may("approved"),
        },
        "refused": refused,
    });
    Sample::staff("plans/plan.html", facts)
}

pub(super) fn points() -> Value {
    let schedule = programme(1)["activities"].clone();
    let measure = measures()[0].clone();
    let point = |sort: &str, name: Value, before: Value, after: Value| json!({ "sort": sort, "name": name, "before": before, "after": after });
    json!([
        point(
            "field",
            json!("name"),
            json!("前の名前"),
            json!("あとの名前")
        ),
        point("field", json!("is_new"), json!(""), json!("yes")),
        point("field", json!("horizon"), json!("short"), json!("long")),
        point("measure", Value::Null, measure.clone(), measure),
        point("measure", Value::Null, Value::Null, measures()[3].clone()),
        point("schedule", Value::Null, schedule.clone(), schedule),
    ])
}

fn programme_page(edits: bool) -> Sample {
    let budget = budget();
    let facts = json!({
        "plan": plan("annual"), "version": version(2, "submitted"), "is_newest": true,
        "before": version(1, "approved"), "programme": programme(1),
        "carried_from": edits.then(|| json!({ "href": "/plans", "plan": "前の計画", "number": 3, "name": "前の事業" })),
        "budget": if edits { budget["income"].clone() } else { json!([]) },
        "changes": if edits { points() } else { Value::Null },
        "opinions": if edits { json!([opinion("open"), opinion("adopted")]) } else { json!([]) },
        "comments": comments(), "said_before": if edits { super::papers::said_before() } else { Value::Null },
        "person": Uuid::nil(), "may_edit": edits, "may_comment": !edits,
        "refused": (!edits).then(|| json!({ "key": "plans-changed", "args": {} })),
    });
    Sample::staff("plans/programme.html", facts)
}
