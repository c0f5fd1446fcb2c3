//! Invented spaces, hours and bookings, for tests, demonstration data and template samples.

use serde_json::{Value, json};
use uuid::Uuid;
use views::{Lang, samples::Sample};

use crate::{
    entity::{
        OpeningHoursId, SpaceId, VenueId, opening_hours,
        space::{self, Kind},
    },
    read::Place,
};

/// A meeting room for six with steps of half an hour, clearing up in a quarter.
pub fn meeting_room(venue: VenueId) -> space::Model {
    space::Model {
        id: SpaceId(Uuid::nil()),
        venue_id: venue,
        position: 10,
        kind: Kind::Meeting,
        name: "会議室A".into(),
        name_en: "Meeting Room A".into(),
        name_easy: "かいぎしつ A".into(),
        description: "打合せや面談に使える、6人までの部屋です。".into(),
        description_en: "A room for meetings of up to six people.".into(),
        floor: "2階".into(),
        equipment: space::EQUIPMENT.join(","),
        capacity: 6,
        step_minutes: 30,
        shortest_minutes: 60,
        longest_minutes: 240,
        clearing_minutes: 0,
        advance_days: 90,
    }
}

/// Open from 9:00 to 21:00, closed on Mondays, since April 2026.
pub fn hours(venue: VenueId) -> Vec<opening_hours::Model> {
    (1..=7)
        .map(|weekday| opening_hours::Model {
            id: OpeningHoursId(Uuid::nil()),
            venue_id: venue,
            weekday,
            opens: (weekday != 1).then_some(540),
            closes: (weekday != 1).then_some(1260),
            valid_from: "2026-04-01".into(),
        })
        .collect()
}

/// The desks: 18 like units of one seat.
pub fn desks(venue: VenueId) -> space::Model {
    space::Model {
        position: 1,
        kind: Kind::Desk,
        name: "コワーキング席".into(),
        name_en: "Coworking desk".into(),
        name_easy: "コワーキングの せき".into(),
        description: "ひとりで仕事をするための席です。電源と無線LANがあります。".into(),
        description_en: "A desk to work at, with power and Wi-Fi.".into(),
        equipment: "power".into(),
        capacity: 1,
        longest_minutes: 720,
        ..meeting_room(venue)
    }
}

/// Every template of this crate with facts that show all of its parts.
pub fn templates() -> Vec<Sample> {
    let mut samples = vec![Sample::bare("bookings/pieces.html", json!({}))];
    samples.extend(public_pages());
    samples.extend(own_pages());
    samples.extend(counter_pages());
    for letter in LETTERS {
        samples.push(Sample::bare(letter, mail::samples::given(letter_facts())));
    }
    samples
}

const LETTERS: [&str; 9] = [
    "letters/bookings/confirmed/subject.txt",
    "letters/bookings/confirmed/body.txt",
    "letters/bookings/confirmed/body.html",
    "letters/bookings/changed/subject.txt",
    "letters/bookings/changed/body.txt",
    "letters/bookings/changed/body.html",
    "letters/bookings/cancelled/subject.txt",
    "letters/bookings/cancelled/body.txt",
    "letters/bookings/cancelled/body.html",
];

fn letter_facts() -> Value {
    json!({
        "name": "産業 花子",
        "booking": {
            "id": Uuid::nil(),
            "reference": "K7M-4PX-9TD",
            "space": "コワーキング席",
            "kind": "desk",
            "floor": "2階",
            "unit": "B1",
            "starts_at": "2026-12-15T13:00:00+09:00",
            "ends_at": "2026-12-15T15:00:00+09:00",
            "purpose": "開店の準備",
            "attendees": 1,
        },
    })
}

fn place(space: space::Model, units: i32) -> Value {
    let unit = |number| crate::read::Unit {
        number,
        label: format!("A{number}"),
        resources: Vec::new(),
    };
    let units = (1..=units).map(unit).collect();
    Place { space, units }.facts(Lang::Ja)
}

fn rows() -> Value {
    let cell = |state: &str, from: &str, until: &str, hours: i32| json!({ "state": state, "from": from, "until": until, "hours": hours, "value": "x/2026-12-15/540-600" });
    let mut few = cell("free", "10:00", "11:00", 1);
    few["few"] = 3.into();
    let mut partly = cell("free", "11:30", "12:00", 1);
    partly["partly"] = true.into();
    let venue = VenueId(Uuid::nil());
    json!([
        {
            "place": place(desks(venue), 18),
            "date": "2026-12-15",
            "cells": [cell("over", "9:00", "10:00", 1), few, partly],
            "free_hours": 2,
            "few": true,
        },
        {
            "place": place(meeting_room(venue), 1),
            "date": "2026-12-16",
            "cells": [cell("closed", "9:00", "10:00", 1), cell("taken", "10:00", "12:00", 2)],
            "free_hours": 0,
            "few": false,
        },
    ])
}

fn times() -> Value {
    json!([{ "value": "13:00", "label": "13:00" }, { "value": "15:00", "label": "15:00" }])
}

fn booking(standing: &str, can_change: bool) -> Value {
    json!({
        "id": Uuid::nil(),
        "reference": "K7M-4PX-9TD",
        "space": place(meeting_room(VenueId(Uuid::nil())), 1),
        "unit": "B1",
        "date": "2026-12-15",
        "starts_at": "2026-12-15T13:00:00+09:00",
        "ends_at": "2026-12-15T15:00:00+09:00",
        "purpose": "取引先との打合せ",
        "attendees": 4,
        "arrived_at": (standing == "running").then_some("2026-12-15T12:55:00+09:00"),
        "standing": standing,
        "can_change": can_change,
        "version": 1,
        "person_id": Uuid::nil(),
        "name": "産業 花子",
        "kana": "サンギョウ ハナコ",
    })
}

fn public_pages() -> Vec<Sample> {
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
            "open": true, "hours": ["9:00", "10:00", "11:00"], "rows": rows(),
            "equipment": ["screen", "power"], "kinds": ["desk", "meeting"], "unfiltered": true,
            "answer": null, "for": null, "table": false, "space": "",
            "keep_date": "&people=2", "keep_view": "", "keep_space": "",
        });
        if let (Some(facts), Value::Object(more)) = (facts.as_object_mut(), more) {
            facts.extend(more);
        }
        Sample::page("bookings/availability.html", facts)
    };
    let answer = |free: Vec<&Value>, nearest: Vec<&Value>| {
        json!({
            "answer": {
                "from": "2026-12-15T13:00:00+09:00",
                "until": "2026-12-15T15:00:00+09:00",
                "free": free,
                "nearest": nearest,
            },
            "for": guest,
        })
    };
    let form = json!({
        "space_id": Uuid::nil(), "date": "2026-12-15", "starts_at": "13:00", "ends_at": "15:00",
        "purpose": "打合せ", "attendees": "4", "once": "x",
    });
    let step = |template, more: Value| {
        let mut facts = json!({
            "place": room, "units": [{ "value": "7", "label": "B1" }], "unit": 7, "date": "2026-12-15",
            "starts": times(), "ends": times(), "for": guest, "viewer_name": "窓口 まさみ", "form": form,
            "from": "2026-12-15T13:00:00+09:00", "until": "2026-12-15T15:00:00+09:00",
            "purpose": "打合せ", "attendees": 4,
        });
        if let (Some(facts), Value::Object(more)) = (facts.as_object_mut(), more) {
            facts.extend(more);
        }
        Sample::page(template, facts)
    };
    vec![
        Sample::page("bookings/spaces.html", json!({ "places": [room] })),
        Sample::page("bookings/spaces.html", json!({ "places": [] })),
        Sample::page(
            "bookings/space.html",
            json!({
                "place": place(desks(venue), 18), "for": "", "today": "2026-12-15",
                "first": "2026-12-14", "last": "2026-12-20",
                "previous": "2026-12-07", "next": "2026-12-21",
                "hours": ["9:00", "10:00", "11:00"], "rows": rows(),
            }),
        ),
        day(json!({})),
        day(json!({ "table": true })),
        day(json!({ "open": false, "rows": [] })),
        day(json!({ "rows": [] })),
        day(answer(vec![&offer], vec![])),
        day(answer(vec![], vec![&offer])),
        day(answer(vec![], vec![])),
        Sample::page(
            "bookings/filter.html",
            json!({ "hours": ["9:00"], "kinds": [], "equipment": [], "for": null }),
        ),
        Sample::page("bookings/answer.html", json!({ "answer": null })),
        Sample::page(
            "bookings/free_list.html",
            json!({ "rows": rows(), "space": "", "keep_space": "" }),
        ),
        Sample::page(
            "bookings/free_table.html",
            json!({ "rows": rows(), "date": "2026-12-15", "keep_view": "", "for": null }),
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
        step("bookings/confirm.html", json!({})),
        step("bookings/taken.html", json!({ "alternatives": [offer] })),
        step("bookings/taken.html", json!({ "alternatives": [] })),
    ]
}

fn own_pages() -> Vec<Sample> {
    let room = place(meeting_room(VenueId(Uuid::nil())), 1);
    let one = |standing, can_change, own: bool| {
        json!({
            "booking": booking(standing, can_change),
            "name": "産業 花子",
            "email": own.then_some("hanako@example.jp"),
            "own": own,
            "can_arrive": !own && can_change,
        })
    };
    let change = json!({
        "booking": booking("coming", true), "place": room, "starts": times(), "ends": times(),
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
        Sample::page("bookings/booking.html", one("cancelled", false, true)),
        Sample::page("bookings/change.html", change),
        Sample::page("bookings/cancel.html", one("coming", true, true)),
        Sample::page("bookings/cancel.html", one("coming", true, false)),
        Sample::page(
            "bookings/mine.html",
            json!({ "coming": [booking("coming", true)], "past": [booking("absent", false)] }),
        ),
        Sample::page("bookings/mine.html", json!({ "coming": [], "past": [] })),
    ]
}

fn counter_pages() -> Vec<Sample> {
    let line = json!({
        "id": Uuid::nil(), "from": "2026-12-08T14:00:00+09:00", "until": "2026-12-08T15:00:00+09:00",
        "name": "見本 太郎", "link": "/bookings/x", "space": "個室ブース2", "desk": null,
        "standing": "late", "reference": "K7M-4PX-9TD", "attendees": 1, "late": 20, "can_arrive": true,
    });
    let block = |state: &str, standing: &str, at: i32| {
        json!({
            "state": state, "standing": standing, "at": at, "half_hours": 4, "text": "見本 太郎",
            "link": "/bookings/x", "from": "2026-12-08T14:00:00+09:00",
            "until": "2026-12-08T16:00:00+09:00", "attendees": 4,
            "passed": (state == "running").then_some(40),
        })
    };
    let board = |more: Value| {
        let mut facts = json!({
            "date": "2026-12-08", "today": "2026-12-08", "previous": "2026-12-07", "next": "2026-12-09",
            "opens": "9:00", "closes": "21:00", "hours": [9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20],
            "length": 720, "now": 320, "now_at": "2026-12-08T14:20:00+09:00", "open": true,
            "arrived": 3, "coming": 1, "late": 1, "table": false, "arrivals": [line], "all": [line],
            "rooms": [{ "label": "会議室A", "capacity": 6, "id": Uuid::nil(), "blocks": [
                block("finished", "finished", 0), block("running", "running", 8),
                block("reserved", "coming", 14), { "state": "clearing", "at": 18, "half_hours": 1 },
            ] }],
            "desks": [{
                "name": "コワーキング席", "id": Uuid::nil(), "total": 18, "used": 1, "free": 17,
                "hours": [{ "used": 4, "tenths": 3, "ahead": false }, { "used": 0, "tenths": 0, "ahead": true }],
                "seats": [{ "label": "A1", "link": "/bookings/x" }, { "label": "A2", "link": null }],
            }],
        });
        if let (Some(facts), Value::Object(more)) = (facts.as_object_mut(), more) {
            facts.extend(more);
        }
        facts
    };
    let rows = [booking("coming", true), booking("late", false)];
    vec![
        Sample::staff("bookings/board.html", board(json!({}))),
        Sample::staff(
            "bookings/board.html",
            board(json!({ "arrivals": [], "now": null, "open": false })),
        ),
        Sample::staff("bookings/board.html", board(json!({ "table": true }))),
        Sample::staff("bookings/board_table.html", board(json!({ "all": [] }))),
        Sample::staff(
            "bookings/counter.html",
            json!({ "rows": rows, "limit": 200, "full": false }),
        ),
        Sample::staff(
            "bookings/counter.html",
            json!({ "rows": [], "limit": 200, "full": false }),
        ),
        Sample::staff(
            "bookings/for_whom.html",
            json!({ "asked": true, "people": [{
                "id": Uuid::nil(), "name": "見本 太郎", "kana": "ミホン タロウ",
                "telephone": "03-0000-0000", "email": null,
            }] }),
        ),
        Sample::staff(
            "bookings/for_whom.html",
            json!({ "asked": true, "people": [] }),
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_is_rendered_in_every_language() {
        let views = views::Views::new(None).unwrap();
        let faults = views::samples::faults(&views, &templates());
        assert!(faults.is_empty(), "{faults:#?}");
        let unseen = views::samples::unseen(&views, &templates()).unwrap();
        let own: Vec<_> = unseen
            .iter()
            .filter(|name| name.contains("bookings/"))
            .collect();
        assert!(own.is_empty(), "{own:?}");
    }
}
