//! Invented spaces, hours and bookings, for tests, demonstration data and template samples.

mod absences;
mod closures;
mod counter;
mod dated;
mod devices;
mod facts;
mod own;
mod own_uses;
mod public;
mod requests;
mod rules;
mod series;
mod tax;
mod venue;
mod waiting;

pub use rules::{anyone, days_ahead, quoted_rules, rule};
use serde_json::{Value, json};
use uuid::Uuid;
use views::samples::Sample;

use crate::{
    entity::{
        OpeningHoursId, SpaceId, VenueId, opening_hours,
        space::{self, Kind},
    },
    rules::Calendar,
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
    }
}

/// Open from 9:00 to 21:00, closed on Mondays, since April 2026.
pub fn hours(venue: VenueId) -> Calendar {
    let row = |weekday| opening_hours::Model {
        id: OpeningHoursId(Uuid::nil()),
        venue_id: venue,
        weekday,
        opens: (weekday != 1).then_some(540),
        closes: (weekday != 1).then_some(1260),
        valid_from: "2026-04-01".into(),
    };
    Calendar::new((1..=7).map(row).collect(), Vec::new())
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
    let mut samples = vec![
        Sample::bare("bookings/pieces.html", json!({})),
        Sample::bare("bookings/closures/pieces.html", json!({})),
        Sample::bare("bookings/fee_pieces.html", json!({})),
        Sample::bare("bookings/fee_later_pieces.html", json!({})),
        Sample::bare("bookings/late_pieces.html", json!({})),
        Sample::bare("bookings/standing_pieces.html", json!({})),
        Sample::bare("bookings/price_pieces.html", json!({})),
        Sample::bare("bookings/venue/priced_pieces.html", json!({})),
        Sample::bare("bookings/waiting/pieces.html", json!({})),
    ];
    samples.extend(public::pages());
    samples.extend(own::pages());
    samples.extend(counter::pages());
    samples.extend(closures::pages());
    samples.extend(dated::pages().into_iter().chain(tax::pages()));
    samples.extend(venue::pages());
    samples.extend(devices::pages().into_iter().chain(own_uses::pages()));
    samples.extend(rules::pages());
    samples.extend(requests::pages());
    samples.extend(requests::letters());
    samples.extend(absences::pages());
    samples.extend(absences::letters());
    samples.extend(RELEASED.map(|letter| {
        let mut facts = letter_facts();
        facts["more"] = instead();
        Sample::bare(letter, mail::samples::given(facts))
    }));
    samples.push(Sample::bare(RELEASED[1], {
        let mut facts = letter_facts();
        facts["more"] = json!({ "reason": "館内清掃", "instead": [] });
        mail::samples::given(facts)
    }));
    samples.extend(series::pages());
    samples.extend(series::letters());
    samples.extend(waiting::pages());
    samples.extend(waiting::letters());
    samples.extend(waiting::paper());
    samples.extend(UNPAID.map(|letter| {
        let mut facts = letter_facts();
        facts["more"] = json!({ "due_on": "2026-12-08" });
        Sample::bare(letter, mail::samples::given(facts))
    }));
    for letter in LETTERS {
        samples.push(Sample::bare(letter, mail::samples::given(letter_facts())));
        for standing in ["coming", "partly", "released"] {
            let mut facts = letter_facts();
            facts["booking"]["fee"] = facts::fee(standing);
            samples.push(Sample::bare(letter, mail::samples::given(facts)));
        }
    }
    samples
}

const LETTERS: [&str; 11] = [
    "letters/bookings/facts.txt",
    "letters/bookings/facts.html",
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

const RELEASED: [&str; 3] = [
    "letters/bookings/released/subject.txt",
    "letters/bookings/released/body.txt",
    "letters/bookings/released/body.html",
];

const UNPAID: [&str; 3] = [
    "letters/bookings/unpaid/subject.txt",
    "letters/bookings/unpaid/body.txt",
    "letters/bookings/unpaid/body.html",
];

fn instead() -> Value {
    json!({
        "reason": "空調の保守点検",
        "instead": [{
            "space": "個室ブース",
            "slot": "x/2026-12-15/780-900",
            "from": "2026-12-15T13:00:00+09:00",
            "until": "2026-12-15T15:00:00+09:00",
        }],
    })
}

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
            "purpose": "開店の準備", "organisation": Uuid::nil(),
            "attendees": 1,
            "devices": devices::lent(),
        },
    })
}
