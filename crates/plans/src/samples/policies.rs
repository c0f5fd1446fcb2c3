//! Invented policies, for template samples.

use approvals::samples::{standing, steps};
use serde_json::{Value, json};
use uuid::Uuid;
use views::samples::Sample;

/// Every template of this crate with facts that show all of its parts.
pub(super) fn templates() -> Vec<Sample> {
    let listed = |state: &str, in_force: Value| {
        json!({
            "id": Uuid::nil(), "field": "創業・起業", "newest": version(2, state), "in_force": in_force,
        })
    };
    let all = |policies: Value, may_write: bool| {
        let facts = json!({
            "year": 2027, "year_name": "令和9年度", "previous": 2026, "next": 2028,
            "policies": policies, "may_write": may_write,
        });
        Sample::staff("plans/policies.html", facts)
    };
    let rows = json!([
        listed("approved", version(2, "approved")),
        listed("submitted", Value::Null),
        listed("draft", version(1, "approved")),
    ]);
    let refused = |key: &str| json!({ "key": key, "args": { "policy": Uuid::nil() } });
    vec![
        Sample::bare("plans/pieces.html", json!({})),
        all(rows, true),
        all(json!([]), true),
        all(json!([]), false),
        one("draft", true, &Value::Null),
        one("submitted", true, &Value::Null),
        one("submitted", false, &refused("approvals-changed")),
        one("returned", true, &Value::Null),
        one("approved", false, &Value::Null),
        form(false, &Value::Null),
        form(false, &refused("plans-there-already")),
        form(true, &Value::Null),
        form(true, &refused("plans-changed")),
    ]
}

fn version(number: i32, state: &str) -> Value {
    json!({
        "id": Uuid::nil(), "number": number, "valid_from": "2027-04-01", "standing": state, "edition": 1,
        "written_at": "2026-12-08T05:20:00Z",
    })
}

fn one(state: &str, ward: bool, refused: &Value) -> Sample {
    let issued = state != "draft";
    let facts = json!({
        "id": Uuid::nil(), "field": "創業・起業", "year": 2027, "year_name": "令和9年度",
        "version": version(2, state), "body": "相談から開業までを一つの窓口で支える。\n年に二度ふり返る。",
        "in_force": version(1, "approved"),
        "versions": [version(2, state), version(1, "approved")],
        "changes": changes(state),
        "approval": issued.then(|| standing(state)),
        "steps": if issued { steps(state) } else { json!([]) },
        "may_edit": ward && !issued,
        "may_revise": ward && issued && state != "submitted",
        "may_withdraw": ward && state == "submitted",
        "may_decide": !ward && state == "submitted",
        "may_write": ward,
        "refused": refused,
    });
    Sample::staff("plans/policy.html", facts)
}

fn changes(state: &str) -> Value {
    let line = |place: &str, text: &str| json!({ "place": place, "text": text });
    match state {
        "draft" => Value::Null,
        "returned" => json!({ "number": 1, "valid_from": null, "lines": [] }),
        _ => json!({
            "number": 1, "valid_from": "2027-04-01",
            "lines": [line("both", "一行目"), line("earlier", "前の行"), line("later", "後の行")],
        }),
    }
}

fn form(edits: bool, refused: &Value) -> Sample {
    let facts = json!({
        "id": edits.then(Uuid::nil), "field": edits.then_some("創業・起業"),
        "now": edits.then_some("いまの内容"), "edition": edits.then_some(2),
        "now_from": edits.then_some("2027-04-01"), "of": edits.then(Uuid::nil),
        "year_name": "令和9年度", "first": "2027-04-01",
        "years": [{ "value": "2027", "label": "令和9年度" }], "fields": ["創業・起業"],
        "refused": refused,
        "form": {
            "year": "2027", "field": "創業・起業", "body": "内容", "valid_from": "2027-04-01", "edition": "1",
        },
    });
    Sample::staff("plans/policy_form.html", facts)
}
