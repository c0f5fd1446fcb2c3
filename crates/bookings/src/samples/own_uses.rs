//! What the centre uses itself.

use serde_json::{Value, json};
use uuid::Uuid;
use views::samples::Sample;

/// One own use as the pages show it.
pub(super) fn own(standing: &str) -> Value {
    let given_back = standing == "cancelled";
    json!({
        "id": Uuid::nil(), "from": "2026-12-15T13:00:00+09:00", "until": "2026-12-15T17:00:00+09:00",
        "space": "区民交流活動室", "reason": "区の主催事業", "programme": "創業・起業への支援",
        "title": "創業塾 第3回", "called": "創業塾 第3回", "by": "窓口 まさみ", "made_at": "2026-11-02T10:15:00+09:00", "standing": standing,
        "minutes": if given_back { 0 } else { 240 },
        "ended_by": if given_back { "窓口 まさみ" } else { "" },
        "ended_at": given_back.then_some("2026-12-01T09:30:00+09:00"),
        "devices": super::devices::lent(),
    })
}

/// The ward's number of a use, as staff sees it.
pub(super) fn ward() -> Value {
    json!({ "may_write": true, "value": "R8-000123", "reference": "R8-000123" })
}

pub(super) fn pages() -> Vec<Sample> {
    vec![
        Sample::bare("bookings/own_uses/pieces.html", json!({})),
        Sample::bare("bookings/ward_number_pieces.html", json!({})),
        month(
            true,
            &json!([own("coming"), own("running"), own("cancelled")]),
        ),
        month(false, &json!([own("finished")])),
        month(true, &json!([])),
        month(false, &json!([])),
        form(&reasons_given(), &programmes(), true),
        form(&reasons_given(), &json!([]), true),
        form(&reasons_given(), &json!([]), false),
        form(&json!([]), &programmes(), false),
        check(&json!([time("free"), time("closed"), time("taken")]), 3, 1),
        check(&json!([time("taken")]), 1, 1),
        check(&json!([time("free")]), 1, 0),
        one("coming", true),
        one("cancelled", false),
        change(2, &Value::Null),
        change(1, &json!({ "key": "bookings-own-not-standing" })),
        reasons(
            true,
            &json!([
                reason(None, "now"),
                reason(Some("2027-03-31"), "now"),
                reason(None, "coming")
            ]),
        ),
        reasons(true, &json!([])),
        reasons(false, &json!([])),
    ]
}

fn month(staff: bool, rows: &Value) -> Sample {
    let facts = json!({
        "month": "2026-12", "first": "2026-12-01", "today": "2026-12-08", "year": "令和8年度",
        "previous": "2026-11", "next": "2027-01", "rows": rows, "staff": staff,
        "sums": [{ "reason": "区の主催事業", "uses": 2, "minutes": 480, "given_back": 1 }],
        "all": { "uses": 2, "minutes": 480, "given_back": 1 },
    });
    Sample::staff("bookings/own_uses/month.html", facts)
}

fn reasons_given() -> Value {
    json!([{ "value": "x", "label": "区の主催事業" }])
}

fn programmes() -> Value {
    json!([{ "value": "p", "label": "令和8年度　3　創業・起業への支援" }])
}

fn form(reasons: &Value, programmes: &Value, sees_plans: bool) -> Sample {
    let facts = json!({
        "programmes": programmes, "sees_plans": sees_plans,
        "spaces": [{ "value": "x", "label": "区民交流活動室" }], "reasons": reasons,
        "devices": super::devices::offered(),
    });
    Sample::staff("bookings/own_uses/new.html", facts)
}

fn time(kind: &str) -> Value {
    let way = |what: &str, reference: Option<&str>| {
        json!({
            "what": what, "name": "見本 太郎", "link": "/bookings/x", "reference": reference,
            "from": "2026-12-15T14:00:00+09:00", "until": "2026-12-15T16:30:00+09:00",
        })
    };
    let ways = match kind {
        "taken" => json!([
            way("booking", Some("K7M-4PX-9TD")),
            way("requested", Some("K7M-4PX-9TE")),
            way("offered", None),
            way("own", None),
            way("other", None),
        ]),
        _ => json!([]),
    };
    json!({
        "date": "2026-12-15", "from": "2026-12-15T13:00:00+09:00",
        "until": "2026-12-15T17:00:00+09:00", "closed": kind == "closed",
        "closed_for": (kind == "closed").then_some("定休日"), "outside": kind == "taken",
        "opens": (kind == "free").then_some("2026-12-10T09:00:00+09:00"), "ways": ways,
    })
}

fn check(rows: &Value, times: usize, clashes: usize) -> Sample {
    let instead = json!([{
        "space": "セミナーコーナー", "slot": "x/2026-12-15/780-1020",
        "from": "2026-12-15T13:00:00+09:00", "until": "2026-12-15T17:00:00+09:00",
    }]);
    let facts = json!({
        "space": "区民交流活動室", "unit": null, "units": times, "reason": "区の主催事業",
        "programme": "創業・起業への支援", "title": "創業塾 第3回", "devices": super::devices::lent(), "rows": rows,
        "without": if times > 1 { json!(["2026-12-29"]) } else { json!([]) }, "times": times,
        "clashes": clashes, "instead": if times == 1 && clashes > 0 { instead } else { json!([]) },
        "kept": [{ "name": "title", "value": "創業塾 第3回" }],
    });
    Sample::staff("bookings/own_uses/check.html", facts)
}

fn one(standing: &str, can_end: bool) -> Sample {
    let mut other = own("coming");
    other["id"] = "x".into();
    let facts = json!({
        "own": own(standing), "together": [own(standing), other], "following": 2,
        "begun": false, "can_end": can_end, "may_change": can_end, "month": "2026-12",
        "is_planned": can_end,
        "ward": if can_end { ward() } else { Value::Null },
    });
    Sample::staff("bookings/own_uses/one.html", facts)
}

fn change(following: usize, refused: &Value) -> Sample {
    let reasons = reasons_given();
    let facts = json!({
        "own": own("coming"), "following": following, "reasons": reasons, "refused": refused,
        "programmes": programmes(), "over": following == 1, "begun": following == 2,
        "ways": if following == 2 { time("taken")["ways"].clone() } else { json!([]) },
        "form": {
            "reason": "x", "programme": "p", "title": "創業塾 第3回", "reach": "this", "date": "2026-12-15",
            "starts_at": "13:00", "ends_at": "17:00",
        },
    });
    Sample::staff("bookings/own_uses/change.html", facts)
}

fn reason(until: Option<&str>, standing: &str) -> Value {
    json!({
        "id": "x", "name": "区の主催事業", "from": "2026-04-01", "until": until,
        "standing": standing,
    })
}

fn reasons(may_change: bool, open: &Value) -> Sample {
    let facts = json!({
        "open": open, "over": [reason(Some("2026-03-31"), "now")], "today": "2026-12-08",
        "may_change": may_change, "form": { "from": "2026-12-08" },
    });
    Sample::staff("bookings/own_uses/reasons.html", facts)
}
