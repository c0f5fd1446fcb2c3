//! The counter: letters and search, each with something and with nothing.

use serde_json::{Value, json};
use views::samples::Sample;

use super::{ID, booking};

pub(super) fn samples() -> Vec<Sample> {
    let letter = |subject: Value, failure: Value| {
        json!({
            "id": ID, "email": "taro@demo.example", "subject": subject,
            "at": "2026-12-08T00:10:00Z", "due_at": "2026-12-08T05:40:00Z",
            "attempts": 3, "failure": failure,
        })
    };
    let subject = json!("ご予約を承りました");
    let full = json!({
        "dead": [letter(subject.clone(), "refused".into()), letter(Value::Null, "unreadable".into())],
        "waiting": [letter(subject.clone(), "later".into()), letter(subject, Value::Null)],
        "dead_count": 2, "waiting_count": 2,
    });
    let person = json!({
        "id": ID, "name": "見本 太郎", "kana": "ミホン タロウ", "email": "taro@demo.example",
        "telephone": "090-0000-0000", "created_at": "2026-04-01T00:00:00Z", "role_keys": [],
    });
    let mut guest = person.clone();
    guest["name"] = "実例 よしお".into();
    guest["email"] = Value::Null;
    let found = json!([
        {"person": person, "bookings": [booking(), booking()]},
        {"person": guest, "bookings": []},
    ]);
    let search = |asked: &str, number: Value, people: Value| {
        let facts = json!({"asked": asked, "number": number, "people": people});
        Sample::staff("portal/search.html", facts)
    };
    vec![
        Sample::staff("portal/letters.html", full),
        Sample::staff(
            "portal/letters.html",
            json!({"dead": [], "waiting": [], "dead_count": 0, "waiting_count": 0}),
        ),
        search("見本", Value::Null, found),
        search("K7M-4PX-9TD", "K7M-4PX-9TD".into(), json!([])),
        search("", Value::Null, json!([])),
    ]
}
