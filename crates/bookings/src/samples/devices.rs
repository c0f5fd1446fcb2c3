//! What is lent with spaces.

use serde_json::{Value, json};
use uuid::Uuid;
use views::samples::Sample;

/// What a booking has.
pub(super) fn lent() -> Value {
    json!([
        { "id": Uuid::nil(), "name": "プロジェクター", "counter": "台", "many": "1台" },
        { "id": Uuid::nil(), "name": "マイク", "counter": "本", "many": "2本" },
    ])
}

/// What can be chosen, with what is left and without knowing it.
pub(super) fn offered() -> Value {
    let one = |name: &str, left: Value, value: &str| {
        json!({
            "id": Uuid::nil(), "name": name, "counter": "台", "many": "2台", "left": left,
            "field": format!("device-{name}"), "value": value,
        })
    };
    json!([
        one("プロジェクター", "1台".into(), "1"),
        one("ホワイトボード", Value::Null, ""),
    ])
}

/// What is laid out on a day.
pub(super) fn laid_out() -> Value {
    json!([{
        "from": "2026-12-08T14:00:00+09:00", "until": "2026-12-08T16:00:00+09:00",
        "space": "会議室A", "floor": "2階", "name": "見本 太郎", "link": "/bookings/x",
        "reference": "K7M-4PX-9TD", "own": false, "devices": lent(),
    }, {
        "from": "2026-12-08T18:00:00+09:00", "until": "2026-12-08T20:00:00+09:00",
        "space": "会議室A", "floor": "2階", "name": "創業塾 第3回", "link": "/counter/own-uses/x",
        "reference": null, "own": true, "devices": lent(),
    }])
}

/// What a house lends.
pub(super) fn of_house() -> Value {
    let one = |name: &str, some_spaces: bool, rows: Value| {
        json!({
            "id": "x", "name": name, "counter": "台", "many": "2台", "rows": rows,
            "some_spaces": some_spaces, "spaces": ["会議室A", "会議室B"],
        })
    };
    json!([
        one("プロジェクター", false, rows()),
        one(
            "ホワイトボード",
            true,
            json!([row("2026-04-01", 3, 0, "now")])
        ),
        one("書画カメラ", true, json!([row("2026-04-01", 0, 0, "now")])),
    ])
}

fn row(from: &str, stock: i32, broken: i32, standing: &str) -> Value {
    json!({
        "from": from, "stock": stock, "broken": broken, "standing": standing,
        "usable": format!("{}台", stock - broken), "out": format!("{broken}台"),
    })
}

fn rows() -> Value {
    json!([
        row("2026-04-01", 2, 0, "over"),
        row("2026-12-01", 3, 1, "now"),
        row("2027-04-01", 0, 0, "coming"),
    ])
}

pub(super) fn pages() -> Vec<Sample> {
    let day = |rows: Value| {
        let facts = json!({
            "date": "2026-12-08", "today": "2026-12-08", "previous": "2026-12-07",
            "next": "2026-12-09", "rows": rows,
        });
        Sample::staff("bookings/devices/day.html", facts)
    };
    let device = |id: Value| {
        let facts = json!({
            "id": id, "seen": 1, "spaces": [{ "value": "x", "label": "会議室A" }],
            "form": { "name": "プロジェクター", "where": "some", "spaces": ["x"] },
        });
        Sample::staff("bookings/devices/device.html", facts)
    };
    let stock = |may_change: bool, rows: Value| {
        let facts = json!({
            "device": lent()[0], "rows": rows, "seen": 1, "may_change": may_change,
            "form": { "broken": "0" },
        });
        Sample::staff("bookings/devices/stock.html", facts)
    };
    vec![
        day(laid_out()),
        day(json!([])),
        device(Value::Null),
        device("x".into()),
        stock(true, rows()),
        stock(false, rows()),
    ]
}
