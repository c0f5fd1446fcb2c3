//! What several pages are given.

use serde_json::{Value, json};
use uuid::Uuid;
use views::Lang;

use super::meeting_room;
use crate::{
    entity::{VenueId, space},
    read::{Place, Unit},
};

pub(super) fn place(space: space::Model, units: i32) -> Value {
    let unit = |number| Unit {
        number,
        label: format!("A{number}"),
        resources: Vec::new(),
    };
    let units = (1..=units).map(unit).collect();
    let place = Place {
        space,
        units,
        house: None,
    };
    let mut facts = place.facts(Lang::Ja);
    facts.line = Some("6人まで・画面".to_owned());
    json!(facts)
}

/// What is free, as a table.
pub(super) fn rows() -> Value {
    let hour = |state: &str, from: i32, until: i32| json!({ "state": state, "from": from, "until": until, "columns": (until - from + 59) / 60, "text": "" });
    let mut few = hour("free", 600, 660);
    few["text"] = "残り3席".into();
    let mut partly = hour("free", 690, 720);
    partly["text"] = "一部空き".into();
    let row = |name: &str, hours: Value, free: i32| {
        json!({
            "id": Uuid::nil(), "name": name, "line": "6人まで・画面", "date": "2026-12-15",
            "slot": "x/2026-12-15/", "hours": hours, "free_hours": free,
        })
    };
    let some = json!([hour("closed", 540, 600), few, partly]);
    let none = json!([hour("closed", 540, 600), hour("taken", 600, 720)]);
    json!([row("席", some, 2), row("会議室A", none, 0)])
}

/// The same as a grid and as a list on a phone, and over the days of a week.
pub(super) fn grid() -> Value {
    let place = json!({
        "id": Uuid::nil(), "name": "会議室A", "line": "6人まで・画面", "hours_html": "<li>10:00</li>",
        "badge_html": "<b>空き</b>",
    });
    let day = |free: i32| {
        json!({
            "date": "2026-12-15", "free_hours": free, "hours_html": "<li>10:00</li>",
        })
    };
    json!({
        "rows_html": "<tr><td>10:00</td></tr>", "rows": [day(2), day(0)],
        "shown": place, "others": [place], "places": 2,
    })
}

pub(super) fn times() -> Value {
    json!([{ "value": "13:00", "label": "13:00" }, { "value": "15:00", "label": "15:00" }])
}

pub(super) fn booking(standing: &str, can_change: bool) -> Value {
    json!({
        "id": Uuid::nil(),
        "reference": "K7M-4PX-9TD",
        "space": place(meeting_room(VenueId(Uuid::nil())), 1),
        "unit": "B1",
        "date": "2026-12-15",
        "starts_at": "2026-12-15T13:00:00+09:00",
        "ends_at": "2026-12-15T15:00:00+09:00",
        "purpose": "取引先との打合せ",
        "attendees": 4,
        "arrived_at": (standing == "running").then_some("2026-12-15T12:55:00+09:00"),
        "standing": standing,
        "can_change": can_change,
        "version": 1,
        "person_id": Uuid::nil(),
        "name": "産業 花子",
        "kana": "サンギョウ ハナコ",
    })
}

/// Where the bill of a booking stands.
pub(super) fn fee(standing: &str) -> Value {
    let (charged, paid, open, to_refund) = match standing {
        "coming" => (1_600, 0, 1_600, 0),
        "partly" => (1_600, 800, 800, 0),
        "running" => (1_600, 1_600, 0, 0),
        "released" => (0, 1_600, 0, 1_600),
        _ => return Value::Null,
    };
    json!({
        "bill": Uuid::nil(), "charged": charged, "paid": paid, "open": open,
        "to_refund": to_refund, "due_on": "2026-12-14",
        "before": (standing == "partly").then_some(800), "called_off": standing == "released",
    })
}

/// What a use would cost.
pub(super) fn fee_wish() -> Value {
    json!({
        "amount": 1_600, "due_on": "2026-12-14",
        "tiers": [{ "days": 8, "percent": 0 }, { "days": 0, "percent": 100 }],
        "ends": { "on": "2026-12-31", "renew": "/applications/new?renew=me" },
        "until": "2027-03-31",
        "later": [{ "from": "2027-04-01", "tiers": [{ "days": 0, "percent": 100 }] }],
    })
}

/// What cancelling late brings beside money.
pub(super) fn late(follows: bool) -> Value {
    let follows = follows.then(|| super::rules::restriction(None));
    let follows: Vec<_> = follows.into_iter().collect();
    json!({ "count": 1, "follows": follows, "until": "2027-03-31", "excused": "大雨警報" })
}

/// What a letter says of what was cancelled late.
pub(super) fn counted_late() -> Value {
    json!({
        "late": 2, "from": "2027-01-01", "until": "2027-03-31", "source": "施行規則第12条",
        "since": "2026-04-01",
    })
}

/// What cancelling comes to.
pub(super) fn cancelling() -> Value {
    json!({
        "charged": 1_600, "percent": 50, "by_change": false, "stays": 800, "paid": 1_600, "refund": 800, "open": 100,
        "since": "2026-04-01", "tiers": [{ "days": 8, "percent": 0 }, { "days": 0, "percent": 50 }],
    })
}
