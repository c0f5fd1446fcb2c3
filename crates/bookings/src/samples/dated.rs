//! What the manager sees of payment, cancelling and waiting.

use serde_json::{Value, json};
use views::samples::Sample;

use super::facts::booking;
use crate::rules::charges::TIER_FIELDS;

pub(super) fn pages() -> Vec<Sample> {
    let page = Sample::staff;
    let terms = |days: i32, tiers: Value| json!({ "days": days, "tiers": tiers });
    let tiers = || json!([{ "days": 8, "percent": 0 }, { "days": 0, "percent": 100 }]);
    let row = |from: &str, standing: &str, days: i32, tiers: Value| {
        let mut row = terms(days, tiers);
        row["from"] = from.into();
        row["standing"] = standing.into();
        row
    };
    let rows = || {
        json!([
            row("2027-04-01", "coming", 7, tiers()),
            row("2026-10-01", "now", 0, tiers()),
            row("2026-04-01", "over", 14, json!([])),
        ])
    };
    let payment = |rows: Value, may_change: bool| {
        page(
            "bookings/dated/payment.html",
            json!({
                "rows": rows, "may_change": may_change, "seen": 3, "fields": TIER_FIELDS,
                "form": { "days": "14", "days_1": "8", "percent_1": "0" },
            }),
        )
    };
    let mut touched = booking("coming", false);
    touched["on"] = "2026-12-12".into();
    touched["before"] = 50.into();
    touched["after"] = 80.into();
    let check = |before: Value, touched: Value| {
        page(
            "bookings/dated/payment_check.html",
            json!({
                "from": "2027-04-01", "before": before, "after": terms(14, tiers()),
                "count": 201, "limit": 200, "touched": touched,
                "replaces": !before.is_null(), "kept": [{ "name": "days", "value": "14" }],
            }),
        )
    };
    let waiting = |standing: &str| {
        json!({
            "from": "2026-04-01", "standing": standing, "longest": 1_440, "shortest": 30,
            "last_call": 60, "lapses": 2, "most": 5,
        })
    };
    let refused = json!({
        "rows": [], "may_change": true, "seen": 0, "fields": TIER_FIELDS,
        "refused": { "key": "bookings-venue-changed-meanwhile" },
    });
    vec![
        payment(rows(), true),
        payment(json!([]), false),
        page("bookings/dated/payment.html", refused),
        check(terms(7, json!([])), json!([touched])),
        check(Value::Null, json!([])),
        page(
            "bookings/dated/waiting.html",
            json!({
                "rows": [waiting("coming"), waiting("now"), waiting("over")],
                "may_change": true, "seen": 3, "form": { "longest": "24" },
            }),
        ),
        page(
            "bookings/dated/waiting_check.html",
            json!({
                "from": "2027-04-01", "before": waiting("now"), "after": waiting("coming"),
                "count": 3, "replaces": true, "kept": [{ "name": "most", "value": "5" }],
            }),
        ),
        page(
            "bookings/dated/waiting_check.html",
            json!({
                "from": "2027-04-01", "before": null, "after": waiting("coming"), "count": 0,
                "replaces": false, "kept": [],
            }),
        ),
        page(
            "bookings/dated/waiting.html",
            json!({ "rows": [waiting("now")], "may_change": false, "seen": 1 }),
        ),
    ]
}
