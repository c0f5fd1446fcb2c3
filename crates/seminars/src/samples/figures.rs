//! Figures, and what is behind them.

use serde_json::{Value, json};
use uuid::Uuid;
use views::samples::Sample;

pub(super) fn templates() -> Vec<Sample> {
    let mut all = vec![Sample::bare("seminars/figures_pieces.html", json!({}))];
    all.extend(whole());
    all.extend(rows());
    all
}

fn period(month: bool) -> Value {
    let (name, value) = if month {
        ("month", "2026-12")
    } else {
        ("year", "2026")
    };
    let at = |value: &str| format!("/counter/seminars/figures?{name}={value}");
    json!({
        "name": name, "value": value, "first": "2026-12-01",
        "year": (!month).then_some("令和8年度"), "previous": at("2025"),
        "next": month.then(|| at("2027-01")), "other": at("2026"),
    })
}

fn sum(rate: &Value) -> Value {
    json!({
        "name": "創業する方", "is": "founder", "seminars": 2, "lessons": 6, "places": 60,
        "applications": 70, "expected": 58, "count": 48, "persons": 20, "new": 12, "repeat": 8,
        "rate": rate,
    })
}

fn whole() -> Vec<Sample> {
    let page = |month: bool, rate: Value, satisfaction: Value| {
        let table = |by: &str, rows: Value| json!({ "by": by, "rows": rows });
        let facts = json!({
            "period": period(month), "all": sum(&rate), "satisfaction": satisfaction,
            "certificates": 12, "keeps": month,
            "tables": [
                table("audience", json!([sum(&rate)])), table("programme", json!([])),
                table("seminar", json!([])),
            ],
        });
        Sample::staff("seminars/figures.html", facts)
    };
    let mean = json!([{ "question": "満足していますか。", "mean": "4.3", "count": 18 }]);
    vec![
        page(true, json!(83), mean),
        page(false, Value::Null, json!([])),
    ]
}

fn rows() -> Vec<Sample> {
    let page = |month: bool, by: Value, lessons: Value, people: Value| {
        let facts = json!({
            "period": period(month), "by": by, "of": "創業する方", "lessons": lessons,
            "people": people,
        });
        Sample::staff("seminars/figures_rows.html", facts)
    };
    let lesson = |applications: Value| {
        json!({
            "id": Uuid::nil(), "seminar": Uuid::nil(), "title": "はじめての帳簿",
            "day": "2026-12-12", "places": 10, "expected": 8, "came": 7,
            "applications": applications,
        })
    };
    let person = |new: bool| json!({ "name": "見本 さくら", "kana": "ミホン サクラ", "by": if new { json!(null) } else { json!("見本 次郎") }, "times": 2, "new": new });
    let lessons = json!([lesson(json!(12)), lesson(Value::Null)]);
    vec![
        page(
            true,
            json!("audience"),
            lessons.clone(),
            json!([person(true), person(false)]),
        ),
        page(false, Value::Null, lessons, json!([])),
        page(false, json!("programme"), json!([]), json!([])),
    ]
}
