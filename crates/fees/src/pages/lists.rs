//! Lists of fees, money and prices as files.

use serde_json::{Value, json};
use web::sheet::{Column, List};

/// What is to be paid, and what was.
pub(super) const BILLS: List = List {
    name: "fees",
    taken: Some("fees.list_taken"),
    columns: &[
        Column::Text("fees-label-reference", "/reference"),
        Column::Text("fees-label-what", "/label"),
        Column::Date("fees-label-used", "/used_on"),
        Column::Text("fees-label-who", "/name"),
        Column::Text("accounts-kana", "/kana"),
        Column::Text("organisations-name", "/organisation"),
        Column::Date("fees-label-due", "/due_on"),
        Column::Number("fees-label-charged", "/charged"),
        Column::Number("fees-label-paid", "/paid"),
        Column::Number("fees-label-open", "/open"),
        Column::Number("fees-label-back", "/to_refund"),
        Column::Said("fees-label-standing", "/standing", "fees-standing-"),
    ],
};

/// What came in and went out on a day.
pub(super) const MONEY: List = List {
    name: "money",
    taken: None,
    columns: &[
        Column::Time("fees-label-at", "/at"),
        Column::Text("fees-label-reference", "/reference"),
        Column::Text("fees-label-what", "/label"),
        Column::Said("fees-label-method", "/method", "fees-method-"),
        Column::Number("fees-label-amount", "/amount"),
        Column::Text("fees-label-receipt", "/receipt"),
    ],
};

/// A month, day by day.
pub(super) const DAYS: List = List {
    name: "money",
    taken: None,
    columns: &[
        Column::Date("fees-label-date", "/date"),
        Column::Number("fees-method-cash", "/nets/0"),
        Column::Number("fees-method-transfer", "/nets/1"),
        Column::Number("fees-method-card_terminal", "/nets/2"),
        Column::Number("fees-total", "/net"),
    ],
};

/// What uses cost.
pub(super) const TARIFFS: List = List {
    name: "tariffs",
    taken: None,
    columns: &[
        Column::Text("fees-label-name", "/tariff"),
        Column::Said(
            "fees-label-locality",
            "/selector/locality",
            "fees-locality-",
        ),
        Column::Said("fees-label-party", "/selector/party", "fees-party-"),
        Column::Said("fees-label-stage", "/selector/stage", "fees-stage-"),
        Column::Said("fees-label-unit", "/unit", "fees-unit-"),
        Column::Number("fees-label-minutes", "/minutes"),
        Column::Text("fees-label-from", "/opens"),
        Column::Text("fees-label-until", "/closes"),
        Column::Number("fees-label-price", "/amount"),
        Column::Said("fees-label-tax", "/tax", "fees-tax-"),
        Column::Said("fees-label-pricing", "/pricing", "fees-tax-"),
        Column::Date("fees-label-since", "/valid_from"),
        Column::Date("fees-label-last", "/valid_until"),
    ],
};

/// The grounds on which charges are reduced.
pub(super) const REDUCTIONS: List = List {
    name: "reductions",
    taken: None,
    columns: &[
        Column::Text("fees-label-kind", "/name"),
        Column::Number("fees-label-percent", "/percent"),
        Column::Text("fees-label-criteria", "/criteria"),
        Column::Said(
            "fees-label-locality",
            "/selector/locality",
            "fees-locality-",
        ),
        Column::Said("fees-label-party", "/selector/party", "fees-party-"),
        Column::Said("fees-label-stage", "/selector/stage", "fees-stage-"),
        Column::Said("fees-label-issued-by", "/issued_by", "fees-issued-by-"),
        Column::Date("fees-label-since", "/valid_from"),
        Column::Date("fees-label-last", "/valid_until"),
        Column::Said("fees-label-standing", "/standing", "fees-dated-"),
    ],
};

/// The prices of tariffs, as their page shows them; each band of a price has its own line.
pub(super) fn prices(tariffs: &[Value]) -> Vec<Value> {
    let mut lines = Vec::new();
    for tariff in tariffs {
        for standing in ["now", "coming", "over"] {
            for rate in tariff[standing].as_array().into_iter().flatten() {
                let mut line = rate.clone();
                line["tariff"] = tariff["name"].clone();
                line["pricing"] = if rate["within"] == true {
                    "within"
                } else {
                    "on"
                }
                .into();
                match rate["bands"].as_array() {
                    Some(bands) => lines.extend(bands.iter().map(|band| banded(&line, band))),
                    None => lines.push(line),
                }
            }
        }
    }
    lines
}

fn banded(line: &Value, band: &Value) -> Value {
    let clock = |minutes: &Value| {
        let minutes = minutes.as_i64().unwrap_or_default();
        json!(format!("{}:{:02}", minutes / 60, minutes % 60))
    };
    let mut line = line.clone();
    line["opens"] = clock(&band["opens"]);
    line["closes"] = clock(&band["closes"]);
    line["amount"] = band["amount"].clone();
    line
}
