//! What is wished, and everything that is wrong with it.

use plans::read::offered::Offered;

use super::*;

/// Two hours of a room on a Tuesday, with everything said.
fn wish() -> OwnWish {
    let time = span("2026-12-15T13:00", "2026-12-15T15:00");
    OwnWish {
        space: Some(SpaceId(Uuid::nil())),
        unit: String::new(),
        undated: false,
        starts_at: Some(time.from),
        ends_at: Some(time.until),
        times: Some(1),
        daily: false,
        without: Vec::new(),
        reason: Some(reason().id),
        programme: Some(PROGRAMME),
        title: "創業塾 第3回".to_owned(),
        devices: Vec::new(),
    }
}

const PROGRAMME: ProgrammeId = ProgrammeId(Uuid::from_u128(11));
const OF_NEXT_YEAR: ProgrammeId = ProgrammeId(Uuid::from_u128(12));

/// One programme of this fiscal year's plan, another of the next one's.
fn offered() -> Vec<Offered> {
    let of = |id, year| Offered {
        id,
        year,
        number: Some(1),
        name: "創業・起業への支援".to_owned(),
    };
    vec![of(PROGRAMME, 2026), of(OF_NEXT_YEAR, 2027)]
}

fn allowed(wish: &OwnWish) -> Result<Vec<Span>, Vec<Unowned>> {
    let room = space::Model {
        clearing_minutes: 30,
        ..samples::meeting_room(VenueId(Uuid::nil()))
    };
    check(wish, Some((&room, true)), &[reason()])
}

/// The same of any space, or of none, with any reasons.
fn check(
    wish: &OwnWish,
    space: Option<(&space::Model, bool)>,
    reasons: &[own_use_reason::Model],
) -> Result<Vec<Span>, Vec<Unowned>> {
    let offered = offered();
    let words = Words {
        reasons,
        offered: &offered,
    };
    wish.allowed(space, &words, at("2026-12-08T14:00"))
}

#[test]
fn each_thing_that_is_wrong_is_named_alone() {
    let time = |from, until| OwnWish {
        starts_at: Some(at(from)),
        ends_at: Some(at(until)),
        ..wish()
    };
    for (wish, wrong) in [
        (wish(), None),
        (
            OwnWish {
                starts_at: None,
                ..wish()
            },
            Some(Unowned::StartUnreadable),
        ),
        (
            OwnWish {
                ends_at: None,
                ..wish()
            },
            Some(Unowned::EndUnreadable),
        ),
        (
            OwnWish {
                undated: true,
                starts_at: None,
                ends_at: None,
                ..wish()
            },
            Some(Unowned::NoSuchDate("date")),
        ),
        (
            time("2026-12-15T15:00", "2026-12-15T15:00"),
            Some(Unowned::EndsBeforeItStarts),
        ),
        // What is running now can be had, what is over cannot.
        (time("2026-12-08T13:00", "2026-12-08T14:01"), None),
        (
            time("2026-12-08T13:00", "2026-12-08T14:00"),
            Some(Unowned::IsOver),
        ),
        // With half an hour of clearing up, a day has 23½ hours.
        (time("2026-12-15T00:00", "2026-12-15T23:30"), None),
        (
            time("2026-12-15T00:00", "2026-12-15T23:31"),
            Some(Unowned::TooLong(1_410)),
        ),
        // A reason is given for the day of use, not for the day of entering.
        (
            OwnWish {
                programme: Some(OF_NEXT_YEAR),
                ..time("2027-04-01T13:00", "2027-04-01T15:00")
            },
            Some(Unowned::ReasonNotThen(date("2027-04-01"))),
        ),
        (
            OwnWish {
                reason: None,
                ..wish()
            },
            Some(Unowned::ReasonMissing),
        ),
        (
            OwnWish {
                times: None,
                ..wish()
            },
            Some(Unowned::TimesUnreadable(MOST)),
        ),
        (
            OwnWish {
                times: Some(53),
                ..wish()
            },
            Some(Unowned::TimesUnreadable(MOST)),
        ),
        (
            OwnWish {
                times: Some(0),
                ..wish()
            },
            Some(Unowned::TimesUnreadable(MOST)),
        ),
        (
            OwnWish {
                without: vec![date("2026-12-15")],
                ..wish()
            },
            Some(Unowned::NothingLeft),
        ),
    ] {
        let wrong: Vec<Unowned> = wrong.into_iter().collect();
        let found = allowed(&wish).err().unwrap_or_default();
        assert_eq!(found, wrong, "{wish:?}");
    }
}

#[test]
fn it_is_for_a_programme_of_its_year_and_may_have_a_title() {
    let named = |title: &str| OwnWish {
        title: title.to_owned(),
        ..wish()
    };
    let programme = |programme| OwnWish {
        programme,
        ..wish()
    };
    for (wish, wrong) in [
        (programme(None), Some(Unowned::ProgrammeMissing)),
        // Of the next fiscal year's plan.
        (
            programme(Some(OF_NEXT_YEAR)),
            Some(Unowned::ProgrammeNotThen(date("2026-12-15"))),
        ),
        (named(" 　"), None),
        (named("創業塾\n第3回"), Some(Unowned::TitleUnreadable)),
        (named(&"塾".repeat(100)), None),
        (
            named(&"塾".repeat(101)),
            Some(Unowned::TitleTooLong(LONGEST_TITLE)),
        ),
    ] {
        let wrong: Vec<Unowned> = wrong.into_iter().collect();
        let found = allowed(&wish).err().unwrap_or_default();
        assert_eq!(found, wrong, "{wish:?}");
    }
}

#[test]
fn everything_that_is_wrong_is_named_at_once() {
    let nothing = OwnWish::default();
    let found = check(&nothing, None, &[reason()]);
    assert_eq!(
        found.unwrap_err(),
        [
            Unowned::SpaceMissing,
            Unowned::StartUnreadable,
            Unowned::EndUnreadable,
            Unowned::TimesUnreadable(MOST),
            Unowned::ReasonMissing,
            Unowned::ProgrammeMissing,
        ]
    );
    let room = samples::meeting_room(VenueId(Uuid::nil()));
    let found = check(&wish(), Some((&room, false)), &[reason()]);
    assert_eq!(found.unwrap_err(), [Unowned::NoSuchUnit]);
}

#[test]
fn every_week_has_the_same_hours_but_those_left_out() {
    let weekly = OwnWish {
        times: Some(4),
        daily: false,
        without: vec![date("2026-12-29"), date("2027-05-05")],
        ..wish()
    };
    assert_eq!(
        allowed(&weekly).unwrap(),
        [
            span("2026-12-15T13:00", "2026-12-15T15:00"),
            span("2026-12-22T13:00", "2026-12-22T15:00"),
            span("2027-01-05T13:00", "2027-01-05T15:00"),
        ]
    );
    // The reason ends before the last of them.
    let long = OwnWish {
        times: Some(17),
        daily: false,
        without: Vec::new(),
        ..wish()
    };
    assert_eq!(
        allowed(&long).unwrap_err(),
        [
            Unowned::ReasonNotThen(date("2027-04-06")),
            Unowned::ProgrammeNotThen(date("2027-04-06")),
        ]
    );
}

#[test]
fn nothing_is_entered_further_ahead_than_lists_reach() {
    let reason = own_use_reason::Model {
        valid_until: None,
        ..reason()
    };
    let room = samples::meeting_room(VenueId(Uuid::nil()));
    let next = Offered {
        year: 2028,
        ..offered().remove(0)
    };
    for (day, wrong) in [
        ("2028-12-07", None),
        ("2028-12-08", Some(Unowned::TooFar(date("2028-12-07")))),
    ] {
        let wish = OwnWish {
            starts_at: Some(at(&format!("{day}T10:00"))),
            ends_at: Some(at(&format!("{day}T12:00"))),
            ..wish()
        };
        let words = Words {
            reasons: std::slice::from_ref(&reason),
            offered: std::slice::from_ref(&next),
        };
        let found = wish.allowed(Some((&room, true)), &words, at("2026-12-08T14:00"));
        assert_eq!(found.err().unwrap_or_default().pop(), wrong, "{day}");
    }
}
