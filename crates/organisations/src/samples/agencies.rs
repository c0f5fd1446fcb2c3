//! What the directory's pages are given.

use serde_json::{Value, json};
use views::samples::Sample;

use super::ID;

const SORTS: [&str; 7] = [
    "hello_work",
    "employment_support",
    "trade_association",
    "bank",
    "university",
    "public_support",
    "other",
];

fn agency(standing: &str) -> Value {
    json!({
        "id": ID, "name": "見本公共職業安定所", "sort": "hello_work", "contact": "事業所部門　見本 一郎",
        "telephone": "03-0000-0000", "email": "partner@demo.example",
        "address": "目黒区見本町二丁目3番4号", "good_for": "求人の受付\n職業紹介", "in_use": standing == "now",
        "standing": standing, "edition": 2, "written_at": "2026-12-08T05:20:00Z",
    })
}

pub(super) fn templates() -> Vec<Sample> {
    let all = |agencies: Value, narrowed: bool, further: Value| {
        let facts = json!({
            "agencies": agencies, "sorts": SORTS, "narrowed": narrowed, "next": further,
            "previous": further, "kept": [{ "name": "q", "value": "見本" }],
        });
        Sample::staff("organisations/agencies/all.html", facts)
    };
    let form = |saved: Value, key: Option<&str>| {
        let facts = json!({
            "saved": saved, "sorts": SORTS,
            "form": { "name": "見本公共職業安定所", "sort": "hello_work", "in_use": "on", "edition": "1" },
            "refused": key.map(|key| json!({ "key": key, "args": { "agency": ID } })),
        });
        Sample::staff("organisations/agencies/form.html", facts)
    };
    let rows = json!([agency("now"), agency("former")]);
    vec![
        Sample::bare("organisations/agencies/pieces.html", json!({})),
        all(rows, false, "/agencies?after=50".into()),
        all(json!([]), true, Value::Null),
        all(json!([]), false, Value::Null),
        Sample::staff(
            "organisations/agencies/one.html",
            json!({ "agency": agency("now") }),
        ),
        form(Value::Null, None),
        form(Value::Null, Some("agencies-there-already")),
        form(agency("now"), None),
        form(agency("former"), Some("agencies-changed")),
    ]
}
