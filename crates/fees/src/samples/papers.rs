//! Papers and reports.

use serde_json::{Value, json};
use uuid::Uuid;
use views::samples::Sample;

use super::METHODS;

fn issuer() -> Value {
    json!({
        "name": "見本区", "address": "見本町一丁目1番1号", "number": "T7000012050002",
        "collector": "見本センター運営共同事業体", "regime": "ward_fee",
    })
}

pub(super) fn papers() -> Vec<Sample> {
    let back = json!({ "at": "2026-12-09T10:00:00+09:00", "amount": 800 });
    let receipt = |addressee: &str, copy: bool, deducted: Value, returned: Value| {
        Sample::page(
            "fees/receipt.html",
            json!({
                "number": "2026-00012", "issued_at": "2026-12-08T14:20:00+09:00",
                "addressee": addressee, "again": !copy, "copy": copy, "payment": Uuid::nil(),
                "amount": 2_680, "method": "cash", "issuer": issuer(),
                "received": 3_480, "returned": returned, "kept": 1_880,
                "lines": [
                    { "label": "会議室A", "reference": "K7M-4PX-9TD", "used_on": "2026-12-15",
                      "amount": 2_400, "reduced": false, "deducted": deducted },
                    { "label": "飲み物", "reference": "", "used_on": "2026-12-15",
                      "amount": 1_080, "reduced": true, "deducted": [] },
                ],
                "taxes": [
                    { "percent": "10", "total": 1_600, "tax": 145 },
                    { "percent": "8", "total": 1_080, "tax": 80 },
                    { "percent": "0", "total": 0, "tax": 0 },
                ],
            }),
        )
    };
    vec![
        receipt("産業 花子", false, json!([back]), json!([])),
        receipt("", true, json!([]), json!([back])),
        refund(false),
        refund(true),
    ]
}

fn refund(deducted: bool) -> Sample {
    Sample::page(
        "fees/refund_paper.html",
        json!({
            "at": "2026-12-09T10:00:00+09:00", "paid_at": "2026-12-08T14:20:00+09:00",
            "addressee": "産業 花子", "receipt": "2026-00012", "deducted": deducted,
            "reference": "K7M-4PX-9TD", "label": "会議室A", "used_on": "2026-12-15",
            "amount": 800, "method": "cash", "issuer": issuer(), "payment": Uuid::nil(),
            "taxes": [{ "percent": "10", "total": 800, "tax": 72 }],
        }),
    )
}

pub(super) fn reports() -> Vec<Sample> {
    let sums = |method: &str| {
        json!({
            "method": method, "net": 800,
            "sums": { "payments": 1, "received": 1_600, "refunds": 1, "refunded": 800 },
        })
    };
    let day = |lines: bool, ties_out: bool| {
        Sample::staff(
            "fees/report.html",
            json!({
                "date": "2026-12-08", "month": "2026-12", "previous": "2026-12-07",
                "next": "2026-12-09", "sums": METHODS.map(sums), "all": sums(""),
                "ties_out": ties_out, "lines": lines, "float": 30_000, "in_the_till": 30_800,
                "rows": [{
                    "at": "2026-12-08T14:20:00+09:00", "payment": Uuid::nil(), "method": "cash",
                    "amount": -800, "label": "会議室A", "reference": "K7M-4PX-9TD", "receipt": null,
                }],
            }),
        )
    };
    let month = |days: Value| {
        Sample::staff(
            "fees/report_month.html",
            json!({
                "month": "2026-12", "first": "2026-12-01", "previous": "2026-11", "next": "2027-01",
                "methods": METHODS, "days": days, "nets": [800, 0, 0], "net": 800,
            }),
        )
    };
    vec![
        day(true, true),
        day(false, false),
        month(json!([{ "date": "2026-12-08", "nets": [800, 0, 0], "net": 800 }])),
        month(json!([])),
    ]
}
