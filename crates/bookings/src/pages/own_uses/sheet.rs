//! The list of a month to take away, for the spreadsheets of the office and of the ward.

use serde_json::{Value, json};
use web::{
    Page,
    sheet::{Column, List},
};

use crate::read::OwnCard;

/// One line for each use.
pub(super) const OWN_USES: List = List {
    name: "own-uses",
    taken: None,
    columns: &[
        Column::Date("bookings-label-date", "/date"),
        Column::Time("bookings-label-starts", "/starts_at"),
        Column::Time("bookings-label-ends", "/ends_at"),
        Column::Text("bookings-label-place", "/space"),
        Column::Text("bookings-own-reason", "/reason"),
        Column::Text("bookings-own-programme", "/programme"),
        Column::Text("bookings-own-title-of", "/title"),
        Column::Number("bookings-own-minutes", "/minutes"),
        Column::Said(
            "bookings-label-standing",
            "/standing",
            "bookings-own-standing-",
        ),
        Column::Text("bookings-own-by", "/by"),
        Column::Time("bookings-own-made-at", "/made_at"),
        Column::Time("bookings-own-ended-at", "/ended_at"),
    ],
};

/// For what reasons.
pub(super) const REASONS: List = List {
    name: "own-use-reasons",
    taken: None,
    columns: &[
        Column::Text("bookings-own-reason", "/name"),
        Column::Date("bookings-list-since", "/from"),
        Column::Date("bookings-list-to", "/until"),
        Column::Said("bookings-label-standing", "/standing", "fees-dated-"),
    ],
};

pub(super) fn rows(page: &Page, cards: &[OwnCard]) -> Vec<Value> {
    let row = |card: &OwnCard| {
        json!({
            "date": card.row.starts_at.date(),
            "starts_at": card.row.starts_at,
            "ends_at": card.row.ends_at,
            "space": card.space,
            "reason": card.reason,
            "programme": card.row.programme,
            "title": card.row.title,
            "minutes": card.minutes(),
            "standing": card.standing(page.app.clock.now()).code(),
            "by": card.by,
            "made_at": card.row.made_at,
            "ended_at": card.row.ended_at,
        })
    };
    cards.iter().map(row).collect()
}
