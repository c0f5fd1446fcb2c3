//! Home: open, at rest, and before there is anything in it.

use serde_json::{Value, json};
use views::samples::Sample;

use super::ID;

pub(super) fn samples() -> Vec<Sample> {
    let open = json!({
        "now": "2026-12-08T05:20:00Z",
        "desks": [{"id": "x", "name": "原油高騰 緊急相談窓口", "about": "燃料の値上がりで困っている事業者"}],
        "house": {"key": "portal-house-open", "args": {"time": "21:00"}, "open": true},
        "tomorrow": {"date": "2026-12-09", "opens": "9:00", "closes": "21:00"},
        "use": {"key": "portal-use-desks", "args": {"count": 7}},
        "learn": {"key": "portal-way-next", "args": {"date": "2026-12-12"}},
        "places": [
            told("コワーキング席", "circle", "portal-now-desks", &json!({"all": 18, "count": 7}), Some("21:00")),
            told("個室ブース", "circle", "portal-now-units", &json!({"all": 2, "count": 1}), Some("18:00")),
            told("会議室A", "circle", "portal-now-free", &json!({"time": "17:00"}), None),
            told("会議室B", "cross", "portal-now-taken", &json!({"time": "16:00"}), None),
            told("区民交流活動室", "cross", "portal-now-full", &json!({}), None),
            told("オンライン会議室", "dash", "portal-now-over", &json!({}), None),
        ],
        "plan": plan(),
    });
    let mut resting = open.clone();
    resting["house"] = json!({"key": "portal-house-rests", "args": {}, "open": false});
    resting["use"] = json!({"key": "portal-use-rests", "args": {}});
    resting["tomorrow"] = json!({"date": "2026-12-09", "opens": null, "closes": null});
    resting["places"] = json!([
        told("会議室A", "dash", "portal-now-rests", &json!({}), None),
        told(
            "会議室B",
            "dash",
            "portal-now-later",
            &json!({"time": "9:00"}),
            None
        ),
    ]);
    resting["plan"] = Value::Null;
    resting["desks"] = json!([]);
    let mut empty = resting.clone();
    empty["places"] = json!([]);
    empty["house"] = json!({"key": "portal-house-opens", "args": {"time": "9:00"}, "open": false});
    empty["learn"] = json!({"key": "portal-way-none", "args": {}});
    empty["use"] = json!({"key": "portal-use-opens", "args": {"time": "9:00"}});
    [open, resting, empty]
        .into_iter()
        .map(|facts| Sample::page("portal/home.html", facts))
        .collect()
}

fn told(name: &str, symbol: &str, key: &str, args: &Value, until: Option<&str>) -> Value {
    json!({"id": ID, "name": name, "symbol": symbol, "key": key, "args": args, "until": until})
}

fn plan() -> Value {
    json!({
        "label": "館内の図。いま空いているのは会議室Aです。",
        "width": 640, "height": 400, "joined": true,
        "desks": [{"x": 26, "y": 204, "free": true}, {"x": 83, "y": 204, "free": false}],
        "rooms": [
            {"x": 200, "y": 3, "width": 140, "height": 128, "name": "会議室A", "state": "free", "lines": ["空き", "17:00まで"]},
            {"x": 340, "y": 3, "width": 138, "height": 128, "name": "会議室B", "state": "taken", "lines": ["使用中", "16:00まで"]},
        ],
        "walls": [{"kind": "outer", "path": "M390 397H3V3h634v394H465"}, {"path": "M3 131h139"}],
        "notes": [{"x": 26, "y": 167, "text": "コワーキング席", "kind": "strong"}],
    })
}
