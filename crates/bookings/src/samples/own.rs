//! What a member sees of their bookings.

use serde_json::{Value, json};
use uuid::Uuid;
use views::samples::Sample;

use super::{
    facts::{booking, place, times},
    meeting_room,
};
use crate::entity::VenueId;

pub(super) fn pages() -> Vec<Sample> {
    let room = place(meeting_room(VenueId(Uuid::nil())), 1);
    let one = |standing, can_change, own: bool| {
        json!({
            "booking": booking(standing, can_change),
            "name": "産業 花子", "booked_as": own.then_some("株式会社見本製作所"),
            "email": own.then_some("hanako@example.jp"),
            "own": own,
            "papers": super::waiting::papers(),
            "request": super::requests::own(standing),
            "devices": if own { super::devices::lent() } else { json!([]) },
            "line": if own { Vec::new() } else { vec![super::waiting::waiting("waiting")] },
            "released_for": (standing == "released").then_some("空調の保守点検"),
            "ward": if own { Value::Null } else { super::own_uses::ward() },
            "went_unpaid": standing == "released",
            "fee": super::facts::fee(standing),
            "cancelling": own.then(super::facts::cancelling), "comes_to": "800-0-0-20270331",
            "late": super::facts::late(own),
            "absent": standing == "released",
            "can_mark_absent": standing == "coming" && !own,
            "would_follow": if own { json!([]) } else { json!([super::rules::restriction(None)]) },
            "can_cancel": can_change,
            "can_arrive": !own && can_change,
        })
    };
    let change = json!({
        "booking": booking("coming", true), "place": room, "approval": super::requests::approval(1), "price": null, "comes_to": "1600-1-800-", "kept": 800, "spaces": [], "starts": times(), "ends": times(),
        "devices": super::devices::offered(),
        "form": { "date": "2026-12-15", "starts_at": "13:00", "ends_at": "15:00" },
        "refused": { "args": { "alternatives": [{
            "space": "会議室B",
            "starts_at": "2026-12-15T13:00:00+09:00",
            "ends_at": "2026-12-15T15:00:00+09:00",
        }] } },
    });
    vec![
        Sample::page("bookings/done.html", one("coming", true, true)),
        Sample::page("bookings/done.html", one("coming", true, false)),
        Sample::page("bookings/booking.html", one("coming", true, true)),
        Sample::page("bookings/booking.html", one("coming", true, false)),
        Sample::page("bookings/booking.html", one("running", false, false)),
        Sample::page("bookings/booking.html", one("released", false, true)),
        Sample::page("bookings/booking.html", one("cancelled", false, true)),
        Sample::page("bookings/booking.html", one("requested", true, true)),
        Sample::page("bookings/booking.html", one("requested", true, false)),
        Sample::page("bookings/booking.html", one("refused", false, true)),
        Sample::page("bookings/done.html", one("requested", true, false)),
        Sample::page("bookings/cancel.html", one("requested", true, true)),
        Sample::page("bookings/change.html", {
            let mut dearer = change.clone();
            dearer["price"] = json!([1_600, 2_400]);
            dearer
        }),
        Sample::page("bookings/change.html", {
            let mut divisible = change.clone();
            divisible["spaces"] = json!([{ "value": Uuid::nil(), "label": "研修室A・B" }]);
            divisible
        }),
        Sample::page("bookings/change.html", change),
        Sample::page("bookings/cancel.html", one("coming", true, true)),
        Sample::page("bookings/cancel.html", one("coming", true, false)),
        Sample::page(
            "bookings/mine.html",
            json!({
                "restrictions": [super::rules::restriction(None)],
                "coming": listed(&[booking("coming", true)], "/mypage/bookings?coming=1_x"),
                "past": listed(&[booking("absent", false)], "/mypage/bookings?past=1_x"),
            }),
        ),
        Sample::page(
            "bookings/mine.html",
            json!({ "restrictions": [], "coming": listed(&[], ""), "past": listed(&[], "") }),
        ),
        Sample::page(
            "bookings/mine.html",
            json!({
                "restrictions": [], "coming": null, "past": listed(&[booking("absent", false)], ""),
            }),
        ),
    ]
}

/// A page of one of both lists, and where the next one is.
fn listed(rows: &[Value], more: &str) -> Value {
    json!({ "rows": rows, "more": more })
}
