//! What is wished, and everything that is wrong with it.

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
        programme: "創業塾 第3回".to_owned(),
        devices: Vec::new(),
    }
}

fn allowed(wish: &OwnWish) -> Result<Vec<Span>, Vec<Unowned>> {
    let room = space::Model {
        clearing_minutes: 30,
        ..samples::meeting_room(VenueId(Uuid::nil()))
    };
    wish.allowed(Some((&room, true)), &[reason()], at("2026-12-08T14:00"))
}

#[test]
fn each_thing_that_is_wrong_is_named_alone() {
    let time = |from, until| OwnWish {
        starts_at: Some(at(from)),
        ends_at: Some(at(until)),
        ..wish()
    };
    let named = |programme: &str| OwnWish {
        programme: programme.to_owned(),
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
            time("2027-04-01T13:00", "2027-04-01T15:00"),
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
        (named(" 　"), Some(Unowned::ProgrammeMissing)),
        (named("創業塾\n第3回"), Some(Unowned::ProgrammeUnreadable)),
        (named(&"塾".repeat(100)), None),
        (
            named(&"塾".repeat(101)),
            Some(Unowned::ProgrammeTooLong(LONGEST_PROGRAMME)),
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
    let found = nothing.allowed(None, &[reason()], at("2026-12-08T14:00"));
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
    let found = wish().allowed(Some((&room, false)), &[reason()], at("2026-12-08T14:00"));
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
        [Unowned::ReasonNotThen(date("2027-04-06"))]
    );
}

#[test]
fn nothing_is_entered_further_ahead_than_lists_reach() {
    let reason = own_use_reason::Model {
        valid_until: None,
        ..reason()
    };
    let room = samples::meeting_room(VenueId(Uuid::nil()));
    let now = at("2026-12-08T14:00");
    for (day, wrong) in [
        ("2028-12-07", None),
        ("2028-12-08", Some(Unowned::TooFar(date("2028-12-07")))),
    ] {
        let wish = OwnWish {
            starts_at: Some(at(&format!("{day}T10:00"))),
            ends_at: Some(at(&format!("{day}T12:00"))),
            ..wish()
        };
        let found = wish.allowed(Some((&room, true)), std::slice::from_ref(&reason), now);
        assert_eq!(found.err().unwrap_or_default().pop(), wrong, "{day}");
    }
}
