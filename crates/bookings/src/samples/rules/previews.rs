//! What entering and ending a rule would change.

use serde_json::{Value, json};
use views::samples::Sample;

use super::{super::facts::booking, listed};

/// Both pages that ask whether it is right.
pub(super) fn pages() -> [Sample; 4] {
    let mut called = booking("coming", false);
    called["telephone"] = "03-0000-0000".into();
    let confirm = |facts: Value| {
        let mut all = json!({
            "rule": listed(5, "coming"), "kept": [{ "name": "kind", "value": "window" }], "seen": 7,
        });
        for (name, value) in facts.as_object().into_iter().flatten() {
            all[name] = value.clone();
        }
        Sample::page("bookings/rules/confirm.html", all)
    };
    let end = |then: Value, would_not_be: Value, refused: Value| {
        Sample::page(
            "bookings/rules/end.html",
            json!({
                "id": "x", "rule": listed(0, "in-force"), "last": "2027-03-31",
                "from": "2027-04-01", "then": then, "concerned": 3, "more": false,
                "would_not_be": would_not_be, "seen": 7, "refused": refused,
            }),
        )
    };
    let refused = || json!({ "key": "bookings-venue-changed-meanwhile" });
    [
        confirm(json!({
            "before": [listed(2, "in-force")], "more": true, "would_not_be": [called],
            "rests": false, "later": [listed(1, "coming")],
        })),
        confirm(json!({
            "before": [], "more": false, "would_not_be": [], "rests": true, "later": [],
            "refused": refused(),
        })),
        end(json!([listed(2, "in-force")]), json!([called]), Value::Null),
        end(json!([]), json!([]), refused()),
    ]
}
