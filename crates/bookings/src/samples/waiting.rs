//! What those see who wait for what is taken.

use serde_json::{Value, json};
use uuid::Uuid;
use views::samples::Sample;

use super::{facts::place, meeting_room};
use crate::entity::VenueId;

pub(super) fn waiting(state: &str) -> Value {
    let is_offered = state == "offered";
    json!({
        "id": Uuid::nil(),
        "space": place(meeting_room(VenueId(Uuid::nil())), 1),
        "slot": "x/2026-12-15/780-900",
        "date": "2026-12-15",
        "starts_at": "2026-12-15T13:00:00+09:00",
        "ends_at": "2026-12-15T15:00:00+09:00",
        "purpose": "取引先との打合せ",
        "attendees": 4,
        "state": state,
        "is_open": is_offered || state == "waiting",
        "is_offered": is_offered,
        "expires_at": is_offered.then_some("2026-12-09T14:20:00+09:00"),
        "place": 2,
        "lapses": 0,
        "booking": (state == "taken").then(Uuid::nil),
        "person_id": Uuid::nil(),
        "name": "産業 花子",
        "telephone": "",
    })
}

pub(super) fn pages() -> Vec<Sample> {
    let terms = json!({
        "longest": 1440, "shortest": 30, "last_call": 60, "lapses": 2, "most": 5,
        "valid_from": "2000-01-01",
    });
    let new = |guest: Value| {
        json!({
            "taken": guest.is_null(), "hopeless": false, "slot": "x/2026-12-15/780-900",
            "place": place(meeting_room(VenueId(Uuid::nil())), 1),
            "date": "2026-12-15", "from": "2026-12-15T13:00:00+09:00",
            "until": "2026-12-15T15:00:00+09:00", "before": 1, "for": guest, "terms": terms, "acts_for": [], "restrictions": [],
        })
    };
    let one = |waiting: Value, own: bool| {
        Sample::page(
            "bookings/waiting/one.html",
            json!({
                "waiting": waiting, "own": own, "name": "産業 花子", "booked_as": null, "telephone": "03-0000-0000",
                "email": own.then_some("hanako@example.jp"), "terms": terms,
                "approval": if own { Value::Null } else { super::requests::approval(1) },
                "fee": Value::Null, "comes_to": "0-0",
            }),
        )
    };
    let mut late = waiting("offered");
    late["is_offered"] = false.into();
    let feed = |kind: &str, space: Option<&str>| {
        json!({
            "id": Uuid::nil(), "kind": kind, "space": space,
            "created_at": "2026-12-08T14:20:00+09:00",
            "used_at": space.map(|_| "2026-12-09T09:00:00+09:00"),
        })
    };
    let feeds = |made: Option<&str>, staff: bool| {
        json!({
            "feeds": if staff { vec![feed("own", None), feed("space", Some("会議室A"))] } else { vec![] },
            "made": made, "site": "https://center.example", "staff": staff,
            "spaces": [{ "value": Uuid::nil(), "label": "会議室A" }], "form": { "kind": "own" },
        })
    };
    let mut samples = vec![
        Sample::page("bookings/feeds.html", feeds(None, false)),
        Sample::page(
            "bookings/feeds.html",
            feeds(Some("https://center.example/calendar/x.ics"), true),
        ),
        Sample::page("bookings/waiting/new.html", new(Value::Null)),
        Sample::page(
            "bookings/waiting/new.html",
            new(json!({ "id": Uuid::nil(), "name": "見本 太郎" })),
        ),
        one(waiting("waiting"), false),
        one(late, true),
        Sample::page(
            "bookings/waiting/mine.html",
            json!({ "open": [waiting("offered"), waiting("waiting")], "ended": [waiting("over")] }),
        ),
        Sample::page(
            "bookings/waiting/mine.html",
            json!({ "open": [], "ended": [] }),
        ),
        Sample::staff(
            "bookings/waiting/lines.html",
            json!({ "rows": [waiting("offered"), waiting("waiting")] }),
        ),
        Sample::staff("bookings/waiting/lines.html", json!({ "rows": [] })),
    ];
    for state in [
        "waiting", "offered", "taken", "declined", "lapsed", "left", "over",
    ] {
        samples.push(one(waiting(state), true));
    }
    samples
}

pub(super) fn letters() -> Vec<Sample> {
    let facts = |price: Option<i64>| {
        json!({
            "name": "産業 花子",
            "waiting": {
                "id": Uuid::nil(),
                "space": "会議室A",
                "floor": "2階",
                "starts_at": "2026-12-15T13:00:00+09:00",
                "ends_at": "2026-12-15T15:00:00+09:00",
                "expires_at": "2026-12-09T14:20:00+09:00",
                "purpose": "取引先との打合せ",
                "price": price, "approval": price.is_none(),
            },
            "reason": "館内清掃", "for_good": price.is_none(),
        })
    };
    [
        "letters/bookings/offered/subject.txt",
        "letters/bookings/offered/body.txt",
        "letters/bookings/offered/body.html",
        "letters/bookings/offer_withdrawn/subject.txt",
        "letters/bookings/offer_withdrawn/body.txt",
        "letters/bookings/offer_withdrawn/body.html",
    ]
    .into_iter()
    .flat_map(|letter| {
        [None, Some(1_600)].map(|price| Sample::bare(letter, mail::samples::given(facts(price))))
    })
    .collect()
}

/// What the page of a booking offers.
pub(super) fn papers() -> Value {
    json!([
        { "kind": "permit", "id": Uuid::nil(), "number": "12", "year": "令和8年度", "unpaid": false, "absent": false },
        { "kind": "change", "id": null, "number": null, "year": null, "unpaid": true, "absent": false },
        { "kind": "permit", "id": null, "number": null, "year": null, "unpaid": false, "absent": true },
    ])
}

fn changed() -> Value {
    json!([
        { "what": "place", "before": { "space": "自習席", "unit": "3番" },
          "after": { "space": "会議室A", "unit": null } },
        { "what": "when",
          "before": { "starts_at": "2026-12-15T10:00:00+09:00", "ends_at": "2026-12-15T12:00:00+09:00" },
          "after": { "starts_at": "2026-12-15T13:00:00+09:00", "ends_at": "2026-12-15T15:00:00+09:00" } },
        { "what": "purpose", "before": { "purpose": "打合せ" },
          "after": { "purpose": "取引先との打合せ" } },
        { "what": "attendees", "before": { "attendees": 3 }, "after": { "attendees": 4 } },
    ])
}

/// Every paper, the first time and again.
pub(super) fn paper() -> Vec<Sample> {
    let one = |kind: &str, by_centre: bool, again: Option<&str>| {
        Sample::page(
            "bookings/paper.html",
            json!({
                "kind": kind, "ward_reference": by_centre.then_some("R8-000123"), "booking": Uuid::nil(), "year": "令和8年度", "number": "12",
                "issued_on": "2026-12-08", "again_on": again, "changed": changed(),
                "paper": {
                    "name": "産業 花子", "organisation": by_centre.then_some("株式会社みほん製作所"),
                    "reference": "K7M-4PX-9TD", "space": "会議室A", "space_en": "Meeting Room A",
                    "floor": "2階", "unit": null,
                    "starts_at": "2026-12-15T13:00:00+09:00", "ends_at": "2026-12-15T15:00:00+09:00",
                    "purpose": "取引先との打合せ", "attendees": 4,
                    "applied_at": "2026-12-01T10:00:00+09:00",
                    "before": {
                        "starts_at": "2026-12-15T10:00:00+09:00",
                        "ends_at": "2026-12-15T12:00:00+09:00", "attendees": 3,
                    },
                    "fee": super::facts::fee(if by_centre { "released" } else { "running" }),
                    "by_centre": by_centre, "reason": by_centre.then_some("空調の保守点検"),
                    "decision": (kind == "refusal" || by_centre).then(|| json!({
                        "ground": "purpose", "source": "施行規則第8条",
                        "words": by_centre.then_some("音の出る催しは20時まで。"),
                    })),
                },
            }),
        )
    };
    vec![
        one("permit", true, None),
        one("change", false, Some("2026-12-10")),
        one("cancellation", true, None),
        one("cancellation", false, None),
        one("refusal", true, None),
        one("refusal", false, None),
    ]
}
