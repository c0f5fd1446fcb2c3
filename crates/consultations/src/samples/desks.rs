//! Special desks for hard times.

use serde_json::{Value, json};
use uuid::Uuid;
use views::samples::Sample;

use super::pages::refused;

/// A desk as pages have it.
pub(super) fn desk(open: bool, over: bool) -> Value {
    json!({
        "id": Uuid::nil(), "name": "原油高騰 緊急相談窓口", "about": "燃料の値上がりで困っている事業者",
        "starts_on": "2026-12-01", "ends_on": over.then_some("2026-12-10"), "triage_days": 1,
        "edition": 1, "open": open, "over": over, "value": Uuid::nil(), "label": "原油高騰 緊急相談窓口",
    })
}

pub(super) fn templates() -> Vec<Sample> {
    let page = |desks: Value, opens: bool, refused: Value| {
        let facts =
            json!({ "desks": desks, "opens": opens, "today": "2026-12-15", "refused": refused });
        Sample::staff("consultations/desks.html", facts)
    };
    let all = json!([desk(false, false), desk(true, false), desk(false, true)]);
    vec![
        page(all, true, refused("consultations-changed")),
        page(json!([]), false, Value::Null),
    ]
}
