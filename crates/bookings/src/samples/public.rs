//! What everyone sees, and the steps of booking.

use serde_json::{Value, json};
use uuid::Uuid;
use views::samples::Sample;

use super::{
    desks,
    facts::{grid, place, rows, times},
    meeting_room,
};
use crate::entity::VenueId;

pub(super) fn pages() -> Vec<Sample> {
    let venue = VenueId(Uuid::nil());
    let room = place(meeting_room(venue), 1);
    let guest = json!({ "id": Uuid::nil(), "name": "見本 太郎", "kana": "ミホン タロウ" });
    let offer = json!({
        "space": "会議室B",
        "space_id": Uuid::nil(),
        "value": "x/2026-12-15/540-600",
        "date": "2026-12-15",
        "starts_at": "13:00",
        "ends_at": "15:00",
        "from": "2026-12-15T13:00:00+09:00",
        "until": "2026-12-15T15:00:00+09:00",
    });
    let day = |more: Value| {
        let mut facts = json!({
            "date": "2026-12-15", "today": "2026-12-08", "previous": "2026-12-14", "next": "2026-12-16",
            "open": true, "hours": ["9:00", "10:00", "11:00"],
            "equipment": ["screen", "power"], "kinds": ["desk", "meeting"],
            "answer": null, "for": null, "table": false,
            "keep_date": "&people=2", "keep_view": "", "keep_space": "", "keep_standing": "&people=2",
            "standings": standings(), "as_query": "&organisation=x",
        });
        if let (Some(facts), Value::Object(grid), Value::Object(more)) =
            (facts.as_object_mut(), grid(), more)
        {
            facts.extend(grid);
            facts.extend(more);
        }
        Sample::page("bookings/availability.html", facts)
    };
    let form = json!({
        "space_id": Uuid::nil(), "date": "2026-12-15", "starts_at": "13:00", "ends_at": "15:00",
        "purpose": "打合せ", "attendees": "4", "once": "x", "organisation": "x",
    });
    let step = |template, more: Value| {
        let mut facts = json!({
            "place": room, "units": [{ "value": "7", "label": "B1" }], "unit": 7, "date": "2026-12-15",
            "starts": times(), "ends": times(), "for": guest, "viewer_name": "窓口 まさみ", "form": form,
            "from": "2026-12-15T13:00:00+09:00", "until": "2026-12-15T15:00:00+09:00",
            "purpose": "打合せ", "attendees": 4, "staff": true,
            "devices": super::devices::offered(), "rules": super::quoted_rules(),
            "acts_for": [{ "value": "x", "label": "合同会社こうざん" }],
            "restrictions": [super::rules::restriction(Some("合同会社こうざん"))],
        });
        if let (Some(facts), Value::Object(more)) = (facts.as_object_mut(), more) {
            facts.extend(more);
        }
        Sample::page(template, facts)
    };
    vec![
        Sample::page("bookings/spaces.html", json!({ "places": [room] })),
        Sample::page("bookings/spaces.html", json!({ "places": [] })),
        space(venue),
        day(json!({})),
        day(json!({ "table": true, "rows": rows() })),
        day(json!({ "open": false })),
        day(json!({ "open": false, "closed_for": "年末年始" })),
        day(json!({ "places": 0 })),
        day(answer(&guest, &offer, true, false)),
        day(answer(&guest, &offer, false, true)),
        day(answer(&guest, &offer, false, false)),
        filter(),
        Sample::page("bookings/answer.html", json!({ "answer": null })),
        Sample::page(
            "bookings/free_list.html",
            json!({ "shown": grid()["shown"], "others": grid()["others"], "keep_space": "" }),
        ),
        Sample::page(
            "bookings/free_table.html",
            json!({ "rows": rows(), "date": "2026-12-15", "keep_view": "", "for": null, "as_query": "" }),
        ),
        Sample::page(
            "bookings/no_time.html",
            json!({ "date": "2026-12-15", "for": null }),
        ),
        step("bookings/use.html", json!({})),
        step(
            "bookings/use.html",
            json!({ "starts": null, "ends": null, "units": [], "for": null, "date": null }),
        ),
        step("bookings/time_fields.html", json!({})),
        step(
            "bookings/confirm.html",
            json!({ "comes_to": "1600-1", "fee": super::facts::fee_wish(), "approval": super::requests::approval(1) }),
        ),
        step(
            "bookings/confirm.html",
            json!({ "comes_to": "0-0", "fee": null, "approval": null }),
        ),
        step("bookings/use.html", wrong(&offer)),
        step("bookings/instead.html", json!({ "alternatives": [offer] })),
        step(
            "bookings/taken.html",
            json!({ "alternatives": [offer], "slot": "x/2026-12-15/780-900" }),
        ),
        step(
            "bookings/taken.html",
            json!({ "alternatives": [], "slot": "x/2026-12-15/780-900" }),
        ),
    ]
}

/// What stands against a wish, with what can be had instead.
fn wrong(offer: &Value) -> Value {
    let unpaid = json!({
        "booking": Uuid::nil(), "reference": "8F2K-4QLD", "released": "2026-12-07",
        "since": "2026-04-01",
    });
    json!({
        "alternatives": [offer],
        "errors": [
            { "field": "starts_at", "key": "bookings-went-unpaid", "args": unpaid },
            { "field": "ends_at", "key": "bookings-too-long", "args": { "minutes": 240, "since": "none" } },
        ],
    })
}

/// As whom somebody looks who represents a company.
fn standings() -> Value {
    json!([
        { "value": "self", "name": null, "chosen": false },
        { "value": Uuid::nil(), "name": "株式会社見本製作所", "chosen": true },
    ])
}

/// One space over a week.
fn space(venue: VenueId) -> Sample {
    let given_up =
        json!({ "from": "2026-12-15", "over": false, "until": null, "reason": "改修のため" });
    Sample::page(
        "bookings/space.html",
        json!({
            "place": place(desks(venue), 18), "given_up": given_up, "drawn": true, "for": "", "today": "2026-12-15",
            "first": "2026-12-14", "last": "2026-12-20",
            "previous": "2026-12-07", "next": "2026-12-21",
            "hours": ["9:00", "10:00", "11:00"],
            "rows_html": grid()["rows_html"], "rows": grid()["rows"],
            "rules": super::quoted_rules(), "standings": standings(), "keep_standing": "",
            "prices": prices(),
        }),
    )
}

/// Two categories by the hour now, one price by the band from April.
fn prices() -> Value {
    let everyone = json!({ "locality": null, "party": null, "stage": null });
    let ward = json!({ "locality": "ward_business", "party": null, "stage": null });
    let hour = |selector: &Value, amount: i64| {
        json!({
            "selector": selector, "unit": "hour", "minutes": 60, "amount": amount,
            "tax": "standard", "within": true, "valid_from": "2026-04-01", "valid_until": null,
        })
    };
    let bands = json!([{ "opens": 540, "closes": 720, "amount": 2_400 }]);
    let band = json!({
        "selector": everyone, "unit": "band", "bands": bands, "tax": "standard", "within": true,
        "valid_from": "2027-04-01", "valid_until": null,
    });
    json!([
        { "from": null, "rates": [hour(&ward, 400), hour(&everyone, 800)] },
        { "from": "2027-04-01", "rates": [band] },
        { "from": "2028-04-01", "rates": [] },
    ])
}

/// What narrows a search, with nothing to choose from.
fn filter() -> Sample {
    let facts =
        json!({ "hours": ["9:00"], "kinds": [], "equipment": [], "for": null, "standings": [] });
    Sample::page("bookings/filter.html", facts)
}

/// The answer to a search by time.
fn answer(guest: &Value, offer: &Value, is_free: bool, is_near: bool) -> Value {
    let one = |is: bool| if is { vec![offer] } else { Vec::new() };
    json!({
        "answer": {
            "from": "2026-12-15T13:00:00+09:00",
            "until": "2026-12-15T15:00:00+09:00",
            "free": one(is_free),
            "nearest": one(is_near),
            "taken": one(is_near),
        },
        "for": guest,
    })
}
