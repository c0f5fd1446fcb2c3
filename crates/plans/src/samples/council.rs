//! Invented councils, meetings and opinions.

use serde_json::{Value, json};
use uuid::Uuid;
use views::samples::Sample;

const SEATS: [&str; 5] = ["chair", "vice_chair", "member", "observer", "secretariat"];
const OUTCOMES: [&str; 3] = ["adopted", "considering", "not_adopted"];

pub(super) fn templates() -> Vec<Sample> {
    let mut all = vec![Sample::bare("plans/council/pieces.html", json!({}))];
    all.extend(councils());
    all.extend(meetings());
    all.extend(opinions());
    all
}

fn refused(key: &str) -> Value {
    json!({ "key": key, "args": {} })
}

fn council() -> Value {
    json!({
        "id": Uuid::nil(), "name": "見本産業交流会議", "purpose": "区内の産業について話し合う。", "edition": 1,
        "meetings": 2, "last": "2026-12-15",
    })
}

fn member(seat: &str, until: Option<&str>) -> Value {
    json!({
        "id": Uuid::nil(), "name": "見本 太郎", "seat": seat, "valid_from": "2026-04-01",
        "organisation": if seat == "chair" { "" } else { "見本商店街連合会" }, "valid_until": until,
        "edition": 1,
    })
}

fn councils() -> Vec<Sample> {
    let form = |saved: Value, refused: Value| {
        let facts = json!({ "saved": saved, "refused": refused });
        Sample::staff("plans/council/form.html", facts)
    };
    let one = |members: Value, former: Value, meetings: Value| {
        let facts = json!({
            "council": council(), "members": members, "former": former, "meetings": meetings,
        });
        Sample::staff("plans/council/one.html", facts)
    };
    let seat = |saved: Value, refused: Value| {
        let facts = json!({
            "council": council(), "saved": saved, "seats": SEATS, "refused": refused,
        });
        Sample::staff("plans/council/member_form.html", facts)
    };
    let all = |rows: Value| Sample::staff("plans/council/all.html", json!({ "councils": rows }));
    let mut unheld = council();
    unheld["last"] = Value::Null;
    vec![
        all(json!([council(), unheld])),
        all(json!([])),
        form(Value::Null, Value::Null),
        form(council(), refused("coordination-changed")),
        one(
            json!(SEATS.map(|seat| member(seat, None))),
            json!([member("member", Some("2026-11-30"))]),
            json!([meeting("none"), meeting("written"), meeting("confirmed")]),
        ),
        one(json!([]), json!([]), json!([])),
        seat(Value::Null, Value::Null),
        seat(member("member", None), refused("coordination-changed")),
    ]
}

fn meeting(state: &str) -> Value {
    let confirmed = state == "confirmed";
    json!({
        "id": Uuid::nil(), "number": "2", "held_on": "2026-12-15", "starts_at": "14:00",
        "ends_at": "16:00", "place": "会議室A", "agenda": ["開会", "今年度の事業について"],
        "minutes": if state == "none" { "" } else { "事業の進み具合を確かめた。\n意見が出された。" },
        "state": state, "confirmed_at": confirmed.then_some("2026-12-20T05:20:00Z"),
        "confirmed_by": confirmed.then_some("所管 まこと"), "edition": 3,
    })
}

fn whole(state: &str, refused: &Value) -> Value {
    let there = state != "none";
    let paper = json!([{
        "id": Uuid::nil(), "name": "資料1.pdf", "kind": "pdf", "kilobytes": 240,
        "at": "2026-12-08T05:20:00Z",
    }]);
    let correction = json!([{
        "number": "1", "body": "3行目の「来月」は「来年」です。", "by": "例示 みちこ",
        "at": "2026-12-22T05:20:00Z",
    }]);
    let none = json!([]);
    json!({
        "council": council(), "meeting": meeting(state), "refused": refused,
        "papers": if there { &paper } else { &none },
        "corrections": if state == "confirmed" { &correction } else { &none },
        "opinions": if there { json!([opinion("open"), opinion("adopted")]) } else { json!([]) },
        "members": if there { json!([member("chair", None), member("member", None)]) } else { json!([]) },
    })
}

fn meetings() -> Vec<Sample> {
    let one = |state: &str, refused: Value| {
        Sample::staff("plans/council/meeting.html", whole(state, &refused))
    };
    let sheet = |state: &str| Sample::staff("plans/council/sheet.html", whole(state, &Value::Null));
    let form = |template, saved: Value, refused: Value| {
        let facts = json!({ "council": council(), "saved": saved, "refused": refused });
        Sample::staff(template, facts)
    };
    let (written, confirmed) = (meeting("written"), meeting("confirmed"));
    let (day, minutes) = (
        "plans/council/meeting_form.html",
        "plans/council/minutes_form.html",
    );
    vec![
        one("none", Value::Null),
        one("written", refused("coordination-changed")),
        one("confirmed", Value::Null),
        sheet("none"),
        sheet("written"),
        sheet("confirmed"),
        form(day, Value::Null, Value::Null),
        form(day, written.clone(), refused("coordination-changed")),
        form(day, confirmed.clone(), refused("council-confirmed")),
        form(minutes, written.clone(), Value::Null),
        form(minutes, written, refused("coordination-changed")),
        form(minutes, confirmed, refused("council-confirmed")),
    ]
}

pub(super) fn opinion(state: &str) -> Value {
    let open = state == "open";
    json!({
        "id": Uuid::nil(), "meeting": Uuid::nil(), "council": "見本産業交流会議", "number": "2",
        "held_on": "2026-12-15", "said_by": "見本 太郎委員", "body": "夜の相談を増やしてほしい。",
        "about": if open { "" } else { "夜の開館" }, "state": state,
        "programme": (!open).then(programme),
        "reply": (!open).then_some("火曜の夜に始めました。"), "replied_on": (!open).then_some("2026-12-20"),
        "edition": 2,
    })
}

fn programme() -> Value {
    json!({ "href": "/plans", "plan": "令和9年度 事業計画書", "number": 3, "name": "創業・起業への支援" })
}

fn opinions() -> Vec<Sample> {
    let list = |opinions: Value, narrowed: bool, further: Value| {
        let facts = json!({
            "opinions": opinions, "outcomes": ["open", "adopted", "considering", "not_adopted"],
            "narrowed": narrowed, "kept": [{ "name": "outcome", "value": "open" }],
            "previous": further, "next": further,
        });
        Sample::staff("plans/council/opinions.html", facts)
    };
    let one = |state: &str, refused: Value| {
        let facts = json!({ "opinion": opinion(state), "outcomes": OUTCOMES, "refused": refused });
        Sample::staff("plans/council/opinion.html", facts)
    };
    let form = |saved: Value, refused: Value| {
        let choice = json!({ "value": Uuid::nil(), "label": "創業・起業への支援" });
        let programmes = if saved.is_null() {
            json!([])
        } else {
            json!([choice])
        };
        let facts = json!({
            "council": council(), "meeting": meeting("written"), "saved": saved, "refused": refused,
            "programmes": programmes,
        });
        Sample::staff("plans/council/opinion_form.html", facts)
    };
    let states = ["open", "adopted", "considering", "not_adopted"];
    vec![
        list(
            json!(states.map(opinion)),
            false,
            "/opinions?after=50".into(),
        ),
        list(json!([]), true, Value::Null),
        list(json!([]), false, Value::Null),
        one("open", Value::Null),
        one("adopted", refused("coordination-changed")),
        form(Value::Null, Value::Null),
        form(opinion("adopted"), refused("coordination-changed")),
    ]
}
