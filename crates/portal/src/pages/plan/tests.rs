use bookings::{
    entity::{ResourceId, VenueId, space},
    read::{Place, Unit},
    samples,
};
use kernel::Instant;

use super::*;

fn at(time: &str) -> Instant {
    Instant::parse(&format!("2026-12-08T{time}:00+09:00")).unwrap()
}

fn place(kind: Kind, name: &str, units: usize) -> Place {
    let nil = "00000000-0000-0000-0000-000000000000";
    let resource: ResourceId = nil.parse().unwrap();
    let venue: VenueId = nil.parse().unwrap();
    let space = space::Model {
        kind,
        name: name.to_owned(),
        ..samples::meeting_room(venue)
    };
    let unit = |number| Unit {
        number,
        label: String::new(),
        resources: vec![resource],
    };
    Place {
        space,
        units: (1..).take(units).map(unit).collect(),
        house: None,
    }
}

/// The demonstration centre, with the whole of its divisible room.
fn places() -> Vec<Place> {
    let mut whole = place(Kind::Meeting, "会議室A・B", 1);
    let both = vec![whole.units[0].resources[0]; 2];
    whole.units[0].resources = both;
    vec![
        place(Kind::Desk, "コワーキング席", 18),
        place(Kind::Booth, "個室ブース", 2),
        place(Kind::Meeting, "会議室A", 1),
        place(Kind::Meeting, "会議室B", 1),
        whole,
        place(Kind::Seminar, "セミナーコーナー", 1),
        place(Kind::Community, "区民交流活動室", 1),
        place(Kind::Online, "オンライン会議室", 1),
    ]
}

fn seen<'p>(places: &'p [Place], now: Now) -> Vec<Seen<'p>> {
    let one = |place: &'p Place| Seen {
        place,
        now,
        units: vec![now; place.units.len()],
    };
    places.iter().map(one).collect()
}

fn draw(views: &Views, seen: &[Seen<'_>], lang: Lang) -> Option<Value> {
    drawn(seen, &Speaker { views, lang }).unwrap()
}

#[test]
fn the_plan_shows_every_place_of_the_house_that_has_walls() {
    let views = Views::new(None).unwrap();
    let places = places();
    let free = Now::Free {
        units: 1,
        until: at("17:00"),
    };
    for now in [
        free,
        Now::Taken(at("16:00")),
        Now::Full,
        Now::Later(at("09:00")),
        Now::Over,
        Now::Rests,
    ] {
        for lang in Lang::ALL {
            let plan = draw(&views, &seen(&places, now), lang).unwrap();
            assert_eq!(plan["desks"].as_array().unwrap().len(), 18);
            assert_eq!(plan["rooms"].as_array().unwrap().len(), 6);
            assert_eq!(plan["joined"], true);
        }
    }
    let plan = draw(&views, &seen(&places, free), Lang::Ja).unwrap();
    let label = plan["label"].as_str().unwrap();
    assert!(
        label.contains("会議室A、会議室B") && !label.contains("A・B"),
        "{label}"
    );
}

#[test]
fn a_house_with_other_places_is_not_drawn() {
    let views = Views::new(None).unwrap();
    let all = places();
    for missing in [0, 1, 2, 3, 5, 6] {
        let mut places = all.clone();
        places.remove(missing);
        assert!(
            draw(&views, &seen(&places, Now::Over), Lang::Ja).is_none(),
            "{missing}"
        );
    }
}
