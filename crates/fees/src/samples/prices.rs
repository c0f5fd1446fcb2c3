//! What the manager and the ward see of prices and reductions.

use serde_json::{Value, json};
use uuid::Uuid;
use views::samples::Sample;

pub(super) fn pages() -> Vec<Sample> {
    let page = Sample::staff;
    let refused = |key: &str| json!({ "key": key });
    let confirm = |before: Value, corrects: bool| {
        page(
            "fees/rate_confirm.html",
            json!({
                "tariff": tariff(),
                "change": { "before": before, "after": by_band(), "corrects": corrects, "gaps": if corrects { gaps() } else { json!([]) } },
                "touched": if corrects { json!([super::touched()]) } else { json!([]) }, "count": i32::from(corrects), "limit": 200,
                "kept": [{ "name": "unit", "value": "band" }],
            }),
        )
    };
    let mut form = choices();
    form["tariff"] = tariff();
    form["today"] = "2026-12-08".into();
    form["form"] = json!({ "unit": "band", "seen": "2" });
    let mut again = form.clone();
    again["refused"] = refused("fees-there-already");
    vec![
        page(
            "fees/tariffs.html",
            json!({ "rows": [tariff()], "may_set": true }),
        ),
        page("fees/tariffs.html", json!({ "rows": [], "may_set": false })),
        page(
            "fees/tariff.html",
            json!({ "tariff": tariff(), "may_set": true }),
        ),
        page("fees/rate.html", form),
        page("fees/rate.html", again),
        confirm(rate("hour", 400), true),
        confirm(Value::Null, false),
        terms(&[term("now"), term("over"), term("coming")], true),
        terms(&[], false),
        terms_check(&term("now")),
        terms_check(&Value::Null),
        kinds("ward", true),
        kinds("manager", false),
        ground(12, false),
        ground(0, true),
    ]
}

fn choices() -> Value {
    json!({
        "localities": ["resident", "ward_business", "outside"],
        "parties": ["individual", "business", "group"],
        "stages": ["before_founding", "young", "settled"],
    })
}

fn rate(unit: &str, amount: i64) -> Value {
    json!({
        "unit": unit, "minutes": 60, "amount": amount, "tax": "standard", "within": true,
        "selector": { "locality": null, "party": null, "stage": null },
        "valid_from": "2026-04-01", "valid_until": null,
    })
}

fn by_band() -> Value {
    json!({
        "unit": "band", "tax": "exempt", "within": false,
        "bands": [
            { "opens": 540, "closes": 720, "amount": 1_200 },
            { "opens": 780, "closes": 1_020, "amount": 1_600 },
        ],
        "selector": { "locality": "ward_business", "party": "group", "stage": "young" },
        "valid_from": "2027-04-01", "valid_until": "2028-03-31",
    })
}

fn tariff() -> Value {
    json!({
        "id": Uuid::nil(), "name": "会議室A", "name_en": "Meeting room A", "seen": 2,
        "now": [rate("hour", 400), rate("use", 500)], "coming": [by_band()],
        "over": [rate("day", 900)], "gaps": gaps(),
    })
}

fn gaps() -> Value {
    let who = |locality: Value| json!({ "locality": locality, "party": null, "stage": null });
    json!([
        {
            "who": [who("resident".into()), who("outside".into())],
            "valid_from": "2026-12-08", "valid_until": "2027-03-31",
        },
        { "who": [who(Value::Null)], "valid_from": "2028-04-01", "valid_until": null },
    ])
}

fn term(standing: &str) -> Value {
    json!({
        "regime": "ward_fee", "issuer": "見本区", "address": "見本町一丁目1番1号",
        "registration_number": "", "collector": "見本センター運営共同事業体",
        "rounding": "down", "valid_from": "2026-04-01", "standing": standing,
    })
}

fn terms(rows: &[Value], may_set: bool) -> Sample {
    Sample::staff(
        "fees/terms.html",
        json!({
            "rows": rows, "seen": rows.len(), "may_set": may_set, "regimes": ["ward_fee", "manager_fee"],
            "roundings": ["down", "half_up", "up"],
        }),
    )
}

/// Other terms, before they are set.
fn terms_check(before: &Value) -> Sample {
    let mut after = term("coming");
    after["regime"] = "manager_fee".into();
    after["registration_number"] = "T1234567890123".into();
    Sample::staff(
        "fees/terms_check.html",
        json!({
            "from": "2027-04-01", "before": before, "after": after, "count": 12,
            "replaces": !before.is_null(), "doubtful": !before.is_null(),
            "kept": [{ "name": "regime", "value": "manager_fee" }],
        }),
    )
}

pub(super) fn kind(may: bool) -> Value {
    json!({
        "id": Uuid::nil(), "name": "障害者団体の利用", "percent": 50,
        "criteria": "手帳か団体の規約を確かめる", "issued_by": "ward", "may": may,
        "leaves": 800, "selector": { "locality": null, "party": "group", "stage": null },
        "valid_from": "2026-04-01", "valid_until": null, "standing": "now",
    })
}

fn kinds(issues_as: &str, any: bool) -> Sample {
    let mut facts = choices();
    let mut exempt = kind(true);
    exempt["percent"] = 100.into();
    facts["rows"] = if any {
        json!([kind(true), exempt])
    } else {
        json!([])
    };
    facts["issues_as"] = issues_as.into();
    facts["may_search"] = true.into();
    facts["form"] = json!({ "reference": "K7M-4PX-9TD" });
    Sample::staff("fees/reductions.html", facts)
}

/// One ground, as whoever issued it sees it, and as others do.
fn ground(count: usize, planned: bool) -> Sample {
    let refused = planned.then(|| json!({ "key": "fees-may-not" }));
    Sample::staff(
        "fees/kind.html",
        json!({
            "kind": kind(true), "count": count, "may_end": count > 0 || planned,
            "planned": planned, "today": "2026-12-08", "refused": refused,
        }),
    )
}
