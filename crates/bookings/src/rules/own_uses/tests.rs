use uuid::Uuid;

use super::*;
use crate::{
    entity::{VenueId, own_use_reason},
    samples,
};

mod wishes;

fn at(text: &str) -> Instant {
    Instant::parse(&format!("{text}:00+09:00")).unwrap()
}

fn span(from: &str, until: &str) -> Span {
    Span {
        from: at(from),
        until: at(until),
    }
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// 区の主催事業, from April 2026 until the end of March 2027.
fn reason() -> own_use_reason::Model {
    own_use_reason::Model {
        id: OwnUseReasonId(Uuid::from_u128(1)),
        name: "区の主催事業".to_owned(),
        valid_from: "2026-04-01".to_owned(),
        valid_until: Some("2027-03-31".to_owned()),
        made_by: None,
        made_at: at("2026-04-01T09:00"),
    }
}

#[test]
fn nobody_is_late_for_an_own_use() {
    let time = span("2026-12-15T13:00", "2026-12-15T15:00");
    for (state, now, expected) in [
        (hold::State::Confirmed, "2026-12-15T12:59", Standing::Coming),
        (
            hold::State::Confirmed,
            "2026-12-15T13:00",
            Standing::Running,
        ),
        (
            hold::State::Confirmed,
            "2026-12-15T15:00",
            Standing::Finished,
        ),
        (
            hold::State::Cancelled,
            "2026-12-15T14:00",
            Standing::Cancelled,
        ),
    ] {
        assert_eq!(standing(state, time, at(now)), expected, "{state:?} {now}");
    }
}

#[test]
fn what_is_given_back_counts_until_then() {
    let time = span("2026-12-15T13:00", "2026-12-15T15:00");
    for (ended, minutes) in [
        (None, 120),
        (Some("2026-12-01T09:00"), 0),
        (Some("2026-12-15T13:00"), 0),
        (Some("2026-12-15T13:45"), 45),
        (Some("2026-12-15T16:00"), 120),
    ] {
        assert_eq!(minutes_used(time, ended.map(at)), minutes, "{ended:?}");
    }
}

#[test]
fn members_can_book_when_the_first_category_can() {
    let hours = samples::hours(VenueId(Uuid::nil()));
    let room = SpaceId(Uuid::from_u128(7));
    let of = |space: Option<SpaceId>, days: u32, locality: Option<Locality>| Rule {
        space,
        selector: organisations::rules::Selector {
            locality,
            ..Default::default()
        },
        ..samples::days_ahead(days)
    };
    let resident = Some(Locality::Resident);
    for (rules, opens) in [
        (vec![], None),
        (vec![of(None, 90, None)], Some("2026-09-16")),
        // The rule of the space speaks before that of the house.
        (
            vec![of(None, 90, None), of(Some(room), 30, None)],
            Some("2026-11-15"),
        ),
        // Residents come first.
        (
            vec![of(Some(room), 30, None), of(Some(room), 60, resident)],
            Some("2026-10-16"),
        ),
        // Whom no rule speaks of can book at any time.
        (vec![of(Some(room), 60, resident)], None),
    ] {
        let found = opens_to_anybody(&rules, room, &hours, date("2026-12-15"));
        let found = found.map(|opens| opens.date().to_string());
        assert_eq!(found.as_deref(), opens, "{rules:?}");
    }
}

#[test]
fn a_reason_is_in_force_from_its_first_day_to_its_last() {
    let of = |from: &str, until: Option<&str>| own_use_reason::Model {
        valid_from: from.to_owned(),
        valid_until: until.map(str::to_owned),
        ..reason()
    };
    for (reason, day, given) in [
        (of("2026-04-01", None), "2026-03-31", false),
        (of("2026-04-01", None), "2026-04-01", true),
        (of("2026-04-01", Some("2027-03-31")), "2027-03-31", true),
        (of("2026-04-01", Some("2027-03-31")), "2027-04-01", false),
        // Ended before it began.
        (of("2027-04-01", Some("2027-01-31")), "2027-04-01", false),
    ] {
        assert_eq!(reason.is_given_on(date(day)), given, "{reason:?} {day}");
    }
}

#[test]
fn a_reason_has_a_name_of_its_own_and_a_first_day() {
    let draft = |name: &str, from: Option<&str>| ReasonDraft {
        name: name.to_owned(),
        from: from.map(date),
    };
    let day = Some("2027-04-01");
    for (draft, wrong) in [
        (draft(" 施設の点検・修繕 ", day), vec![]),
        (draft("区の主催事業", day), vec![Unowned::NameTaken]),
        (draft(" ", day), vec![Unowned::NameMissing]),
        (draft("区の\u{7}事業", day), vec![Unowned::NameUnreadable]),
        (
            draft(&"区".repeat(41), day),
            vec![Unowned::NameTooLong(LONGEST_NAME)],
        ),
        (
            draft("", None),
            vec![Unowned::NameMissing, Unowned::NoSuchDate("from")],
        ),
    ] {
        let found = draft.allowed(["区の主催事業"].into_iter());
        match found {
            Ok((name, _)) => assert_eq!((name, wrong), ("施設の点検・修繕", vec![])),
            Err(found) => assert_eq!(found, wrong, "{draft:?}"),
        }
    }
}
