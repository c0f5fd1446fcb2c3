//! Invented initiatives, for template samples.

use approvals::samples::{standing, steps};
use serde_json::{Value, json};
use uuid::Uuid;
use views::samples::Sample;

pub(super) fn templates() -> Vec<Sample> {
    let all = |rows: Value, may_propose: bool| {
        let facts = json!({ "rows": rows, "may_propose": may_propose });
        Sample::staff("plans/initiatives/all.html", facts)
    };
    let rows = json!([listed("submitted"), listed("approved")]);
    vec![
        all(rows, true),
        all(json!([]), false),
        form(&Value::Null),
        form(&json!({ "key": "approvals-nobody-decides", "args": {} })),
        one("submitted", &Value::Null),
        one(
            "submitted",
            &json!({ "key": "approvals-changed", "args": {} }),
        ),
        one("returned", &Value::Null),
        one("approved", &Value::Null),
    ]
}

fn listed(state: &str) -> Value {
    json!({
        "id": Uuid::nil(), "name": "起業家の朝の交流会", "year_name": "令和8年度", "state": state,
    })
}

fn form(refused: &Value) -> Sample {
    let facts = json!({
        "years": [{ "value": "2026", "label": "令和8年度" }],
        "refused": refused,
        "form": { "year": "2026", "name": "起業家の朝の交流会", "summary": "月に一度" },
    });
    Sample::staff("plans/initiatives/form.html", facts)
}

fn one(state: &str, refused: &Value) -> Sample {
    let mut facts = listed(state);
    facts["summary"] = "月に一度、開館の前に。参加費で賄う。".into();
    facts["approval"] = standing(state);
    facts["steps"] = steps(state);
    facts["may_decide"] = (state == "submitted").into();
    facts["may_withdraw"] = (state == "submitted").into();
    facts["may_again"] = (state == "returned").into();
    facts["refused"] = refused.clone();
    facts["form"] = json!({ "words": "時間を書いてください。" });
    Sample::staff("plans/initiatives/one.html", facts)
}
