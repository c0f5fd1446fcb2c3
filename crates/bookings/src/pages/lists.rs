//! Lists of the counter to take away, for the spreadsheets of the office.

mod bookings;
mod waiting;

use serde_json::Value;
use web::sheet::{Column, List};

pub(super) use bookings::{bookings, said};
pub(super) use waiting::lines;

/// What nobody has decided yet.
pub(super) const REQUESTS: List = List {
    name: "requests",
    taken: Some("requests.list_taken"),
    columns: &[
        Column::Text("bookings-label-reference", "/reference"),
        Column::Time("bookings-request-asked", "/request/asked_at"),
        Column::Date("bookings-request-due", "/request/by"),
        Column::Text("bookings-label-who", "/name"),
        Column::Text("bookings-label-kana", "/kana"),
        Column::Text("bookings-label-place", "/space/name"),
        Column::Time("bookings-label-starts", "/starts_at"),
        Column::Time("bookings-label-ends", "/ends_at"),
        Column::Number("bookings-label-times-count", "/times"),
        Column::Text("bookings-label-purpose", "/purpose"),
    ],
};

/// Who stayed away.
pub(super) const ABSENCES: List = List {
    name: "absences",
    taken: Some("absences.list_taken"),
    columns: &[
        Column::Time("bookings-label-starts", "/starts_at"),
        Column::Time("bookings-label-ends", "/ends_at"),
        Column::Text("bookings-label-place", "/space/name"),
        Column::Text("bookings-label-who", "/name"),
        Column::Text("bookings-label-kana", "/kana"),
        Column::Date("bookings-list-called-off", "/asked_on"),
        Column::Text("bookings-list-excused", "/excused"),
        Column::Text("bookings-label-reference", "/reference"),
    ],
};

/// What closes, and when.
pub(super) const CLOSURES: List = List {
    name: "closures",
    taken: None,
    columns: &[
        Column::Said("bookings-list-closing", "/kind", "bookings-list-closing-"),
        Column::Said(
            "bookings-list-weekday",
            "/when/weekday",
            "bookings-closure-weekday-",
        ),
        Column::Date("bookings-list-first", "/when/first"),
        Column::Date("bookings-list-last", "/when/last"),
        Column::Text("bookings-list-from", "/when/opens"),
        Column::Text("bookings-list-until", "/when/closes"),
        Column::Text("bookings-closure-where", "/spaces"),
        Column::Text("bookings-closure-reason", "/reason"),
        Column::Date("bookings-list-since", "/valid_from"),
        Column::Date("bookings-list-to", "/valid_until"),
        Column::Text("bookings-closure-by", "/made_by"),
        Column::Number("bookings-closure-released", "/released"),
    ],
};

/// Whose bookings were called off for a closure.
pub(super) const RELEASED: List = List {
    name: "closure",
    taken: Some("closures.list_taken"),
    columns: &[
        Column::Text("bookings-label-reference", "/reference"),
        Column::Time("bookings-label-starts", "/starts_at"),
        Column::Time("bookings-label-ends", "/ends_at"),
        Column::Text("bookings-label-place", "/space/name"),
        Column::Text("bookings-label-who", "/name"),
        Column::Text("bookings-label-kana", "/kana"),
        Column::Text("bookings-label-telephone", "/telephone"),
        Column::Text("bookings-label-email", "/has_address"),
    ],
};

/// What to lay out on a day.
pub(super) const DEVICES: List = List {
    name: "devices",
    taken: Some("devices.list_taken"),
    columns: &[
        Column::Time("bookings-label-starts", "/from"),
        Column::Time("bookings-label-ends", "/until"),
        Column::Text("bookings-label-place", "/space"),
        Column::Text("bookings-devices", "/lent"),
        Column::Text("bookings-label-who", "/name"),
        Column::Text("bookings-label-reference", "/reference"),
    ],
};

/// The spaces of every house.
pub(super) const SPACES: List = List {
    name: "spaces",
    taken: None,
    columns: &[
        Column::Text("bookings-list-house", "/house"),
        Column::Text("bookings-label-place", "/facts/name"),
        Column::Said("bookings-venue-kind", "/facts/kind", "bookings-kind-"),
        Column::Number("bookings-venue-units", "/facts/units"),
        Column::Number("bookings-venue-capacity", "/facts/capacity"),
        Column::Number("bookings-list-step", "/facts/step"),
        Column::Number("bookings-list-shortest", "/facts/shortest"),
        Column::Number("bookings-list-longest", "/facts/longest"),
        Column::Number("bookings-list-clearing", "/facts/clearing"),
        Column::Text("bookings-tariff-label", "/prices/now"),
    ],
};

/// The spaces of the page of houses, each with its house.
pub(super) fn spaces(houses: &Value) -> Vec<Value> {
    let of_house = |house: &Value| {
        let own = house["spaces"].as_array().cloned().unwrap_or_default();
        let name = house["venue"]["name"].clone();
        own.into_iter().map(move |mut space| {
            space["house"] = name.clone();
            space
        })
    };
    let houses = houses.as_array().map_or(&[][..], Vec::as_slice);
    houses.iter().flat_map(of_house).collect()
}

/// The rules of booking.
pub(super) const RULES: List = List {
    name: "rules",
    taken: None,
    columns: &[
        Column::Said("bookings-rule-kind", "/kind", "bookings-rule-kind-"),
        Column::Said("bookings-rule-by-window", "/by", "bookings-rule-by-"),
        Column::Number("bookings-list-amount", "/amount"),
        Column::Text("bookings-list-clock", "/clock"),
        Column::Number("bookings-list-within", "/within"),
        Column::Number("bookings-list-for", "/for_months"),
        Column::Text("bookings-label-place", "/space"),
        Column::Said(
            "bookings-rule-locality",
            "/locality",
            "bookings-rule-locality-",
        ),
        Column::Said("bookings-rule-party", "/party", "bookings-rule-party-"),
        Column::Said("bookings-rule-stage", "/stage", "bookings-rule-stage-"),
        Column::Text("bookings-rule-from-where", "/source"),
        Column::Said("bookings-label-standing", "/standing", "bookings-rule-"),
        Column::Date("bookings-list-since", "/since"),
        Column::Date("bookings-list-to", "/until"),
        Column::Text("bookings-closure-by", "/made_by"),
    ],
};
