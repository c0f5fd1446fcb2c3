//! What the manager sees of consumption tax.

use serde_json::{Value, json};
use views::samples::Sample;

use super::facts::booking;

pub(super) fn pages() -> Vec<Sample> {
    let row = |code: &str, percent: &str, from: &str, standing: &str| {
        json!({
            "code": code, "percent": percent, "from": from, "standing": standing,
            "source": "消費税法第29条第1号・地方税法第72条の83",
        })
    };
    let all = |may_change: bool, refused: Value| {
        let facts = json!({
            "rows": [
                row("standard", "12", "2028-04-01", "coming"),
                row("standard", "10", "2019-10-01", "now"),
                row("standard", "8", "2014-04-01", "over"),
                row("reduced", "8", "2019-10-01", "now"),
                row("exempt", "0", "2019-10-01", "now"),
            ],
            "codes": ["standard", "reduced"], "seen": 5, "may_change": may_change,
            "form": { "code": "standard" }, "refused": refused,
        });
        Sample::staff("bookings/dated/tax.html", facts)
    };
    let check = |before: Value, later: Value, touched: Value| {
        let facts = json!({
            "code": "standard", "from": "2027-04-01", "before": before, "after": "12",
            "source": "消費税法第29条第1号", "later": later, "count": 201, "limit": 200,
            "touched": touched, "replaces": !later.is_null(), "kept": [{ "name": "code", "value": "standard" }],
        });
        Sample::staff("bookings/dated/tax_check.html", facts)
    };
    let mut touched = booking("coming", false);
    touched["before"] = json!({ "total": 1_600, "tax": 145 });
    touched["after"] = json!({ "total": 1_600, "tax": 171 });
    let later = json!({ "from": "2028-04-01", "percent": "15" });
    vec![
        all(true, Value::Null),
        all(false, Value::Null),
        all(true, json!({ "key": "fees-there-already" })),
        check("10".into(), later, json!([touched])),
        check(Value::Null, Value::Null, json!([])),
    ]
}
