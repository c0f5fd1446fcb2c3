//! What the manager sees of the house, its hours and its spaces.

use serde_json::{Value, json};
use views::samples::Sample;

use super::facts::booking;

pub(super) fn pages() -> Vec<Sample> {
    let page = Sample::staff;
    let check = |heading: &str, strained: Value, own_uses: Value| {
        page(
            "bookings/venue/check.html",
            json!({
                "heading": heading, "action": "/counter/venue/x/hours",
                "strained": strained, "own_uses": own_uses, "from": "2026-12-22", "days": days(),
                "kept": [{ "name": "from", "value": "2026-12-22" }],
            }),
        )
    };
    let space = |id: Value, joined: bool| {
        let parts = if id.is_null() { halves() } else { json!([]) };
        page(
            "bookings/venue/space.html",
            json!({
                "id": id, "joined": joined, "seen": 1, "parts": parts, "shared": joined, "kinds": ["desk", "meeting"],
                "equipment": ["wifi", "screen"],
                "form": { "kind": "meeting", "name": "会議室A", "equipment": ["wifi"] },
            }),
        )
    };
    let tariff = |may_change: bool, prices: Value| {
        page(
            "bookings/venue/tariff.html",
            json!({
                "id": "x", "name": "会議室A", "may_change": may_change, "prices": prices,
                "seen": 3,
                "tariffs": [
                    { "value": "free", "label": null },
                    { "value": "y", "label": "会議室（1室）" },
                ],
            }),
        )
    };
    vec![
        tariff_check(true),
        tariff_check(false),
        tariff(true, prices()),
        tariff(false, json!({ "now": null, "rows": [] })),
        page(
            "bookings/venue/all.html",
            json!({ "may_change": true, "houses": [house(&json!([meeting()]))] }),
        ),
        page(
            "bookings/venue/all.html",
            json!({ "may_change": false, "houses": [house(&json!([]))] }),
        ),
        page(
            "bookings/venue/venue.html",
            json!({ "id": "x", "seen": 1, "form": { "name": "見本センター" } }),
        ),
        page(
            "bookings/venue/venue.html",
            json!({ "id": null, "seen": 1, "form": {} }),
        ),
        page(
            "bookings/venue/venue.html",
            json!({
                "id": "x", "seen": 1,
                "refused": { "key": "bookings-venue-changed-meanwhile" },
            }),
        ),
        hours(false),
        hours(true),
        check("bookings-venue-check-hours", json!([]), json!([])),
        check("bookings-venue-check-hours", json!([strained()]), json!([])),
        check("bookings-venue-check-space", json!([strained()]), json!([])),
        check(
            "bookings-device-stock-check",
            json!([]),
            json!([super::own_uses::own("coming")]),
        ),
        space(Value::Null, false),
        space("x".into(), true),
    ]
}

/// Another tariff, before it is set.
fn tariff_check(touches: bool) -> Sample {
    let rate = json!({
        "unit": "hour", "minutes": 60, "amount": 400, "tax": "standard", "within": true,
        "selector": { "locality": "ward_business", "party": null, "stage": null },
        "valid_from": "2026-04-01", "valid_until": null,
    });
    let gap = json!({
        "who": [{ "locality": "outside", "party": null, "stage": null }],
        "valid_from": "2027-04-01", "valid_until": null,
    });
    let mut booking = strained();
    booking["before"] = 0.into();
    booking["after"] = 800.into();
    Sample::staff(
        "bookings/venue/tariff_check.html",
        json!({
            "id": "x", "name": "会議室A", "from": "2027-04-01",
            "next": touches.then_some("2028-04-01"),
            "tariffs": [
                { "value": "free", "label": null },
                { "value": "y", "label": "会議室（1室）" },
            ],
            "before": { "tariff": null, "rates": [] },
            "after": { "tariff": "y", "rates": [rate] },
            "gaps": if touches { json!([gap]) } else { json!([]) },
            "touched": if touches { json!([booking]) } else { json!([]) },
            "count": 201, "limit": 200, "replaces": touches,
            "kept": [{ "name": "tariff", "value": "y" }],
        }),
    )
}

fn house(spaces: &Value) -> Value {
    let day = |weekday: u8| {
        let open = weekday != 1;
        json!({
            "weekday": weekday,
            "opens": open.then_some("9:00"),
            "closes": open.then_some("21:00"),
        })
    };
    let days: Vec<Value> = (1..=7).map(day).collect();
    json!({
        "venue": {
            "id": "x", "name": "見本センター", "name_en": "Sample Centre",
            "postal_code": "153-0000", "address": "見本町一丁目2番3号",
            "telephone": "03-0000-0000", "counter_hours": "9:00〜20:30",
        },
        "weeks": [
            { "from": "2026-04-01", "coming": false, "days": days },
            { "from": "2027-04-01", "coming": true, "days": days },
        ],
        "spaces": spaces,
        "devices": if spaces.as_array().is_some_and(Vec::is_empty) { json!([]) } else { super::devices::of_house() },
    })
}

fn meeting() -> Value {
    json!({
        "joined": true,
        "prices": prices(),
        "facts": {
            "id": "x", "kind": "meeting", "name": "会議室A・B", "units": 1, "capacity": 12,
            "step": 30, "shortest": 30, "longest": 240, "clearing": 15,
        },
    })
}

fn prices() -> Value {
    json!({
        "now": "会議室（1室）",
        "rows": [
            { "from": "2026-04-01", "name": null, "standing": "over" },
            { "from": "2026-10-01", "name": "会議室（1室）", "standing": "now" },
            { "from": "2027-04-01", "name": null, "standing": "coming" },
        ],
    })
}

fn strained() -> Value {
    let mut facts = booking("coming", false);
    facts["telephone"] = "03-0000-0000".into();
    facts
}

/// A week that closes later on Saturdays, and not at all on Mondays.
fn days() -> Value {
    let times = |closes: &str| json!({ "opens": "9:00", "closes": closes });
    let day = |weekday: i32| match weekday {
        1 => json!({ "weekday": 1, "before": null, "after": times("21:00"), "changes": true }),
        6 => {
            json!({ "weekday": 6, "before": times("21:00"), "after": times("22:00"), "changes": true })
        }
        _ => {
            json!({ "weekday": weekday, "before": times("21:00"), "after": times("21:00"), "changes": false })
        }
    };
    (1..=7).map(day).collect()
}

/// What one more space can be together.
fn halves() -> Value {
    json!([{ "value": "a", "label": "会議室A" }, { "value": "b", "label": "会議室B" }])
}

fn hours(is_new: bool) -> Sample {
    let facts = json!({ "id": "x", "seen": 1, "is_new": is_new });
    Sample::staff("bookings/venue/hours.html", facts)
}
