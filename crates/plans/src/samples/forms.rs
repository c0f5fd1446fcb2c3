//! Invented plans as they are written.

use serde_json::{Value, json};
use uuid::Uuid;
use views::samples::Sample;

use super::plans::{budget, measures, plan, programme, version};

pub(super) fn templates() -> Vec<Sample> {
    vec![
        begin(true, &Value::Null),
        begin(false, &refused("plans-plan-there-already")),
        programme_form(false, &Value::Null),
        programme_form(true, &refused("plans-changed")),
        budget_form(&Value::Null),
        budget_form(&refused("plans-changed")),
        import(&json!([]), &json!([])),
        import(&rows(), &json!([])),
        import(
            &json!([]),
            &json!([
                { "line": 3, "column": "単位", "key": "plans-measure-unit-missing", "args": {} },
                { "line": 9, "column": null, "key": "plans-import-broken-line", "args": { "most": 600 } },
            ]),
        ),
    ]
}

fn refused(key: &str) -> Value {
    json!({ "key": key, "args": {} })
}

fn begin(annual: bool, refused: &Value) -> Sample {
    let facts = json!({
        "may_annual": annual, "may_ward": !annual,
        "years": [{ "value": "2027", "label": "令和9年度" }],
        "plans": [{ "value": Uuid::nil().to_string(), "label": "令和8年度 事業計画書" }],
        "refused": refused, "form": { "first": "2027" },
    });
    Sample::staff("plans/plan_form.html", facts)
}

fn programme_form(there: bool, refused: &Value) -> Sample {
    let facts = json!({
        "plan": plan("annual"), "version": version(1, "draft"), "id": there.then(Uuid::nil),
        "edition": there.then_some(2), "now": there.then(|| programme(1)),
        "goals": ["産業の振興"], "strategies": ["創業・起業"], "departments": ["産業課"],
        "policies": if there { json!([{ "value": "創業・起業", "label": "創業・起業" }]) } else { json!([]) },
        "earlier": if there { json!([{ "value": "1", "label": "1" }]) } else { json!([]) },
        "measure_rows": [1, 2], "activity_rows": [1, 2],
        "refused": refused,
        "form": { "name": "創業", "measure-1-id": Uuid::nil(), "measure-1-name": "相談" },
    });
    Sample::staff("plans/programme_form.html", facts)
}

fn budget_form(refused: &Value) -> Sample {
    let facts = json!({
        "plan": plan("annual"), "version": version(1, "draft"), "budget": budget(),
        "programmes": [{ "value": "1", "label": "1　創業" }], "rows": [1, 2, 3],
        "refused": refused, "form": { "line-1-item": "講師謝礼" },
    });
    Sample::staff("plans/budget_form.html", facts)
}

fn rows() -> Value {
    let row = |replaces: bool| {
        json!({
            "number": 1, "goal": "産業の振興", "name": "創業", "owner_department": "産業課",
            "related_departments": ["企画課"], "is_priority": true, "is_new": false,
            "measures": measures(), "replaces": replaces,
        })
    };
    json!([row(true), row(false)])
}

fn import(rows: &Value, wrong: &Value) -> Sample {
    let facts = json!({
        "plan": plan("annual"), "version": version(1, "draft"), "columns": ["番号", "目標"],
        "text": "番号,目標", "rows": rows, "wrong": wrong,
    });
    Sample::staff("plans/import.html", facts)
}
