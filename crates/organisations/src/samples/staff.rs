//! What the counter's pages are given.

use serde_json::{Value, json};
use views::samples::Sample;

use super::{ID, application, category, granted};

fn listed() -> Value {
    json!({
        "id": ID, "name": "株式会社見本製作所", "kana": "ミホンセイサクショ",
        "corporate_number": "7000012050002", "address": "目黒区見本町一丁目2番3号",
        "telephone": "03-0000-0000", "category": category("business"), "until": "2028-12-08",
    })
}

fn terms(may_change: bool, rows: &Value) -> Sample {
    let facts = json!({
        "rows": rows, "seen": 1, "may_change": may_change,
        "refused": may_change.then(|| json!({ "key": "organisations-refused-terms-changed" })),
        "form": { "months": "24", "first": "60", "last": "14" },
    });
    Sample::staff("organisations/terms.html", facts)
}

/// Other terms, before they are set.
fn terms_check(before: &Value, count: u32) -> Sample {
    let facts = json!({
        "from": "2027-04-01", "before": before, "count": count, "replaces": count > 0,
        "after": { "from": "2027-04-01", "months": 36, "first": 90, "last": 30 },
        "kept": [{ "name": "months", "value": "36" }],
    });
    Sample::staff("organisations/terms_check.html", facts)
}

pub(super) fn templates() -> Vec<Sample> {
    let row = |from, standing| json!({ "from": from, "standing": standing, "months": 24, "first": 60, "last": 14 });
    let rows = json!([row("2027-04-01", "coming"), row("2026-04-01", "now")]);
    let mut alike = listed();
    alike["reasons"] = json!([
        "number",
        "name",
        "kana",
        "place",
        "members",
        "near_name",
        "telephone",
        "address"
    ]);
    let review = |state: &str, may: bool, alike: Value| {
        Sample::staff(
            "organisations/review.html",
            json!({
                "form": {
                    "party": "business", "locality": "ward_business", "stage": "young",
                    "from": "2026-12-08", "until": "2028-12-07",
                },
                "application": application(state, ""), "alike": alike,
                "localities": ["ward_business", "outside"],
                "stages": ["settled", "before_founding", "young"], "grows_up": "2029-04-01",
                "may_review": may, "own": !may,
                "granted": if state == "approved" { granted() } else { Value::Null },
            }),
        )
    };
    let list = |applications: Value, state: &str, asked: &str| {
        Sample::staff(
            "organisations/applications.html",
            json!({
                "applications": applications, "state": state, "waiting": 1, "limit": 200, "asked": asked,
                "states": ["submitted", "returned", "approved", "refused", "withdrawn"],
            }),
        )
    };
    let mut one = listed();
    one["registration_number"] = "T7000012050002".into();
    one["postal_code"] = "153-0000".into();
    one["founded_on"] = "2024-04-01".into();
    one["registrations"] = json!([granted()]);
    one["representatives"] = json!([{
        "person": ID, "name": "産業 花子", "kana": "サンギョウ ハナコ", "email": null, "telephone": "",
        "lang": "ja",
    }]);
    let all = |items: Value, staff: bool| {
        Sample::staff(
            "organisations/all.html",
            json!({
                "organisations": { "items": items, "next": null }, "asked": "", "more": "",
                "staff": staff, "waiting": 1,
            }),
        )
    };
    vec![
        terms(true, &rows),
        terms(false, &rows),
        terms(true, &json!([])),
        terms_check(&row("2026-04-01", "now"), 7),
        terms_check(&Value::Null, 0),
        all(json!([listed()]), true),
        all(json!([]), false),
        Sample::staff(
            "organisations/one.html",
            json!({
                "organisation": one, "applications": [application("approved", "")], "staff": true,
                "people": [{ "id": ID, "name": "見本 太郎", "kana": "ミホン タロウ", "telephone": "" }],
                "asked": true,
            }),
        ),
        list(json!([application("submitted", "")]), "submitted", ""),
        list(json!([]), "refused", "123"),
        review("submitted", true, json!([alike])),
        review("submitted", false, json!([])),
        review("approved", false, json!([])),
        review("returned", false, json!([])),
    ]
}
