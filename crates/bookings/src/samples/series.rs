//! The pages and letters of series.

use serde_json::{Value, json};
use uuid::Uuid;
use views::samples::Sample;

use super::{
    facts::{booking, place, times},
    letter_facts, meeting_room,
};
use crate::entity::VenueId;

fn series(rhythm: &str) -> Value {
    json!({
        "id": Uuid::nil(), "reference": "B4C-D7F-2GH", "person_id": Uuid::nil(),
        "rhythm": rhythm, "weekday": "2", "which": 3,
    })
}

fn of(kind: &str, more: Value) -> Value {
    let mut facts = json!({
        "series": series(kind), "name": "産業 花子", "booked_as": "株式会社見本製作所", "email": "hanako@example.jp", "own": true,
        "bookings": [booking("coming", true), booking("finished", false)], "remaining": 1,
        "due": [booking("coming", true)], "left": [booking("finished", false)],
        "turn": Uuid::nil(), "from": null, "seen": 1, "comes_to": "4800-3", "fee": super::facts::fee_wish(),
        "cancelling": super::facts::cancelling(), "late": super::facts::late(true), "approval": super::requests::approval(3),
        "price": [4_800, 7_200], "comes_to": "7200-3", "kept": 2_400,
    });
    if let (Some(facts), Value::Object(more)) = (facts.as_object_mut(), more) {
        facts.extend(more);
    }
    facts
}

/// Times that need a choice, and one that does not.
fn asked(more: Value) -> Value {
    let one = |name: &str, options: Value| {
        json!({
            "key": "2026-12-22", "name": name,
            "from": "2026-12-22T13:00:00+09:00", "until": "2026-12-22T15:00:00+09:00",
            "reasons": [{ "key": "bookings-series-taken", "args": {} }],
            "options": options, "amount": 1_600,
        })
    };
    let other = json!([{
        "value": "x/2026-12-22/960-1080", "space": "会議室A",
        "from": "2026-12-22T16:00:00+09:00", "until": "2026-12-22T18:00:00+09:00",
        "amount": 1_600, "approval": true,
    }]);
    let room = place(meeting_room(VenueId(Uuid::nil())), 1);
    let mut facts = of("weekly", more);
    facts["place"] = room;
    facts["troubled"] = json!([
        one("choice-2026-12-22", other),
        one("choice-2026-12-29", json!([]))
    ]);
    facts["free"] = json!([one("choice-2026-12-15", json!([]))]);
    facts["all"] = json!(3);
    facts["open"] = json!(1);
    facts["devices"] = super::devices::offered();
    facts["viewer_name"] = json!("産業 花子");
    facts["acts_for"] = json!([{ "value": "x", "label": "合同会社こうざん" }]);
    facts["form"] = json!({
        "starts_at": "13:00", "ends_at": "15:00", "purpose": "定例の打合せ", "attendees": "4",
        "choice-2026-12-22": "x/2026-12-22/960-1080", "organisation": "x",
    });
    facts["errors"] = json!([{
        "field": "choice-2026-12-22", "key": "bookings-series-choose",
        "args": { "date": "2026-12-22" },
    }]);
    facts
}

pub(super) fn pages() -> Vec<Sample> {
    let spaces = json!([{ "value": Uuid::nil(), "label": "会議室A" }]);
    let change = json!({
        "spaces": spaces, "capacity": 6, "starts": times(), "ends": times(), "from": Uuid::nil(),
        "form": { "starts_at": "13:00", "ends_at": "15:00" },
    });
    let guest = json!({ "id": Uuid::nil(), "name": "見本 太郎", "kana": "ミホン タロウ" });
    let over = json!({ "due": [], "bookings": [booking("finished", false)], "remaining": 0, "own": false });
    let nobody = json!({ "email": null });
    let waits = json!({ "bookings": [booking("requested", true)], "own": false });
    let none_free = {
        let mut facts = asked(json!({ "for": null, "units": [] }));
        facts["free"] = json!([]);
        facts
    };
    vec![
        Sample::bare("bookings/series_pieces.html", json!({})),
        Sample::page(
            "bookings/series_check.html",
            asked(json!({ "for": guest, "units": [{ "value": "7", "label": "B1" }] })),
        ),
        Sample::page("bookings/series_check.html", none_free),
        Sample::page("bookings/series_done.html", of("monthly-last", json!({}))),
        Sample::page("bookings/series_done.html", of("weekly", nobody)),
        Sample::page("bookings/series_done.html", of("weekly", waits)),
        Sample::page("bookings/series.html", of("fortnightly", json!({}))),
        Sample::page("bookings/series.html", of("monthly", over.clone())),
        Sample::page("bookings/series_cancel.html", of("weekly", json!({}))),
        Sample::page("bookings/series_cancel.html", of("weekly", over)),
        Sample::page("bookings/series_change.html", of("weekly", change)),
        Sample::page(
            "bookings/series_change_check.html",
            asked(json!({ "spaces": spaces, "capacity": 6 })),
        ),
    ]
}

pub(super) fn letters() -> Vec<Sample> {
    const LETTERS: [&str; 11] = [
        "letters/bookings/series_facts.txt",
        "letters/bookings/series_facts.html",
        "letters/bookings/series_reserved/subject.txt",
        "letters/bookings/series_reserved/body.txt",
        "letters/bookings/series_reserved/body.html",
        "letters/bookings/series_changed/subject.txt",
        "letters/bookings/series_changed/body.txt",
        "letters/bookings/series_changed/body.html",
        "letters/bookings/series_cancelled/subject.txt",
        "letters/bookings/series_cancelled/body.txt",
        "letters/bookings/series_cancelled/body.html",
    ];
    let one = &letter_facts()["booking"];
    let free = json!({
        "name": "産業 花子", "series": series("weekly"), "bookings": [one, one],
    });
    let mut late = free.clone();
    late["more"] = super::facts::counted_late();
    let mut costly = free.clone();
    costly["bookings"][0]["fee"] = super::facts::fee("coming");
    costly["fee"] = super::facts::fee("coming");
    costly["bookings"][1]["by"] = "2026-12-14".into();
    costly["requests"] = 1.into();
    let mut off = costly.clone();
    off["called_off"] = true.into();
    let samples = LETTERS.into_iter().flat_map(|letter| {
        [&free, &costly, &off, &late]
            .map(|facts| Sample::bare(letter, mail::samples::given(facts.clone())))
    });
    let late = ["letters/bookings/late.txt", "letters/bookings/late.html"].map(|letter| {
        let facts = json!({ "more": super::facts::counted_late() });
        Sample::bare(letter, mail::samples::given(facts))
    });
    samples.chain(late).collect()
}
