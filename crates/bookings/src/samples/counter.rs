//! What the counter sees.

use serde_json::{Value, json};
use uuid::Uuid;
use views::samples::Sample;

use super::facts::booking;

pub(super) fn pages() -> Vec<Sample> {
    let line = json!({
        "id": Uuid::nil(), "from": "2026-12-08T14:00:00+09:00", "until": "2026-12-08T15:00:00+09:00",
        "name": "見本 太郎", "link": "/bookings/x", "space": "個室ブース2", "desk": null,
        "standing": "late", "reference": "K7M-4PX-9TD", "attendees": 1, "late": 20, "can_arrive": true,
        "paid": "unpaid", "owed": 1_600, "bill": Uuid::nil(), "own": false, "meeting": false,
    });
    let own = json!({
        "id": null, "from": "2026-12-08T18:00:00+09:00", "until": "2026-12-08T20:00:00+09:00",
        "name": "創業塾 第3回", "link": "/counter/own-uses/x", "space": "会議室A", "desk": null,
        "standing": "coming", "reference": null, "attendees": null, "paid": "free", "owed": null,
        "bill": null, "own": true, "meeting": false,
    });
    let mut meeting = own.clone();
    meeting["name"] = "見本 さくら".into();
    (meeting["own"], meeting["meeting"]) = (false.into(), true.into());
    (meeting["late"], meeting["can_arrive"]) = (Value::Null, true.into());
    let mut free = line.clone();
    free["paid"] = "free".into();
    free["owed"] = Value::Null;
    free["bill"] = Value::Null;
    let block = |state: &str, standing: &str, at: i32| {
        json!({
            "state": state, "standing": standing, "at": at, "half_hours": 4, "text": "見本 太郎",
            "link": "/bookings/x", "from": "2026-12-08T14:00:00+09:00",
            "until": "2026-12-08T16:00:00+09:00", "attendees": 4, "paid": "paid",
            "passed": (state == "running").then_some(40), "own": at == 14,
        })
    };
    let board = |more: Value| {
        let mut facts = json!({
            "date": "2026-12-08", "today": "2026-12-08", "previous": "2026-12-07", "next": "2026-12-09",
            "opens": "9:00", "closes": "21:00", "hours": [9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20],
            "devices": super::devices::laid_out(),
            "length": 720, "requests": { "open": 3, "overdue": 1 }, "now": 320, "now_at": "2026-12-08T14:20:00+09:00", "open": true,
            "arrived": 3, "coming": 1, "late": 1, "unpaid": 1, "table": false,
            "arrivals": [line, free, meeting], "all": [line, free, own, meeting],
            "rooms": [{ "label": "会議室A", "capacity": 6, "id": Uuid::nil(), "blocks": [
                block("finished", "finished", 0), block("running", "running", 8),
                block("reserved", "coming", 14), { "state": "clearing", "at": 18, "half_hours": 1 },
            ] }],
            "desks": [{
                "name": "コワーキング席", "id": Uuid::nil(), "total": 18, "used": 1, "free": 17,
                "hours": [{ "used": 4, "tenths": 3, "ahead": false }, { "used": 0, "tenths": 0, "ahead": true }],
                "seats": [{ "label": "A1", "link": "/bookings/x" }, { "label": "A2", "link": null }],
            }],
        });
        if let (Some(facts), Value::Object(more)) = (facts.as_object_mut(), more) {
            facts.extend(more);
        }
        facts
    };
    let own = json!({ "id": Uuid::nil(), "called": "創業塾 第3回" });
    let row = |standing, paid: Option<&str>| {
        let mut row = booking(standing, paid.is_some());
        (row["paid"], row["owed"]) = (json!(paid), json!(paid.map(|_| 1_600)));
        row
    };
    let rows = [row("coming", Some("unpaid")), row("requested", None)];
    vec![
        Sample::staff("bookings/board.html", board(json!({}))),
        Sample::staff(
            "bookings/board.html",
            board(
                json!({ "devices": [], "arrivals": [], "now": null, "open": false, "closed_for": "定休日" }),
            ),
        ),
        Sample::staff("bookings/board.html", board(json!({ "table": true }))),
        Sample::staff("bookings/board_table.html", board(json!({ "all": [] }))),
        Sample::staff(
            "bookings/counter.html",
            json!({ "rows": rows, "own_uses": [own], "limit": 200, "full": false }),
        ),
        Sample::staff(
            "bookings/counter.html",
            json!({ "rows": [], "own_uses": [], "limit": 200, "full": false }),
        ),
        Sample::staff("bookings/figures.html", figures()),
        Sample::staff(
            "bookings/for_whom.html",
            json!({ "asked": true, "people": [{
                "id": Uuid::nil(), "name": "見本 太郎", "kana": "ミホン タロウ",
                "telephone": "03-0000-0000", "email": null,
            }] }),
        ),
        Sample::staff(
            "bookings/for_whom.html",
            json!({ "asked": true, "people": [] }),
        ),
    ]
}

fn figures() -> Value {
    let used = json!({
        "bookings": 1_204, "absent": 3, "cancelled": 41, "minutes": 84_390, "people": 2_310,
        "open": 120_000, "own": 4, "own_minutes": 960,
    });
    let shut = json!({
        "bookings": 0, "absent": 0, "cancelled": 0, "minutes": 0, "people": 0, "open": 0, "own": 0, "own_minutes": 0,
    });
    let all = json!({ "name": "合計", "figures": used, "rate": 70 });
    let rows = |name: &str| {
        json!([
            { "name": name, "figures": used, "rate": 70 },
            { "name": "区外", "figures": shut, "rate": null },
        ])
    };
    let table = |by: &str, name: &str| json!({ "by": by, "all": all, "rows": rows(name) });
    json!({
        "month": "2026-12", "first": "2026-12-01", "previous": "2026-11", "next": "2027-01",
        "tables": [
            table("space", "コワーキング席"), table("locality", "区内事業者"),
            table("party", "事業者"), table("stage", "創業前"), table("band", "9:00〜12:00"),
        ],
        "names": true,
    })
}
