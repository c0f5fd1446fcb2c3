use super::*;
use crate::{entity::VenueId, refused::Unopen, samples};
use uuid::Uuid;

fn at(text: &str) -> Instant {
    Instant::parse(&format!("{text}:00+09:00")).unwrap()
}

fn span(from: &str, until: &str) -> Span {
    Span {
        from: at(from),
        until: at(until),
    }
}

const VENUE: VenueId = VenueId(Uuid::nil());

fn date(text: &str) -> chrono::NaiveDate {
    text.parse().unwrap()
}

fn beyond(bound: Bound) -> Wrong {
    Wrong::Beyond(bound, None)
}

fn outside() -> Wrong {
    Wrong::Unopen(Unopen::Outside {
        hours: Hours {
            opens: 540,
            closes: 1260,
        },
        since: date("2026-04-01").into(),
    })
}

#[test]
fn a_time_is_allowed_or_every_broken_rule_is_named() {
    let room = samples::meeting_room(VENUE);
    let hours = samples::hours(VENUE);
    let now = at("2026-12-08T14:20");
    let rules = [samples::days_ahead(90)];
    let opens = at("2026-12-09T00:00");
    // 2026-12-15 is a Tuesday, 2026-12-14 a Monday.
    for (from, until, expected) in [
        ("2026-12-15T13:00", "2026-12-15T15:00", vec![]),
        ("2026-12-15T09:00", "2026-12-15T10:00", vec![]),
        ("2026-12-15T17:00", "2026-12-15T21:00", vec![]),
        ("2026-12-08T14:00", "2026-12-08T15:00", vec![]),
        (
            "2026-12-15T15:00",
            "2026-12-15T13:00",
            vec![Wrong::EndsBeforeItStarts],
        ),
        (
            "2026-12-15T13:00",
            "2026-12-15T13:00",
            vec![Wrong::EndsBeforeItStarts],
        ),
        (
            "2026-12-08T13:30",
            "2026-12-08T15:00",
            vec![Wrong::InThePast],
        ),
        (
            "2026-12-14T13:00",
            "2026-12-14T15:00",
            vec![Wrong::Unopen(Unopen::NoHours {
                date: date("2026-12-14"),
                since: date("2026-04-01").into(),
                next: date("2026-12-15").into(),
            })],
        ),
        ("2026-12-15T08:30", "2026-12-15T10:00", vec![outside()]),
        ("2026-12-15T20:00", "2026-12-15T22:00", vec![outside()]),
        (
            "2026-12-15T13:10",
            "2026-12-15T15:00",
            vec![beyond(Bound::Step(30))],
        ),
        (
            "2026-12-15T13:00",
            "2026-12-15T13:30",
            vec![beyond(Bound::Shortest(60))],
        ),
        (
            "2026-12-15T09:00",
            "2026-12-15T13:30",
            vec![beyond(Bound::Longest(240))],
        ),
        (
            "2027-03-09T13:00",
            "2027-03-09T15:00",
            vec![Wrong::NotOpenYet(opens, rules[0].quote())],
        ),
        (
            "2026-12-15T20:45",
            "2026-12-16T09:00",
            vec![outside(), beyond(Bound::Longest(240))],
        ),
    ] {
        assert_eq!(
            wrong_times(
                &room,
                &hours,
                samples::anyone(&rules),
                span(from, until),
                now
            ),
            expected,
            "{from} {until}"
        );
    }
}

#[test]
fn a_use_is_allowed_or_every_broken_rule_is_named() {
    let room = samples::meeting_room(VENUE);
    let long = "あ".repeat(200);
    let longer = "あ".repeat(201);
    for (purpose, attendees, expected) in [
        ("打合せ", 6, vec![]),
        ("𠮷野家さんとの面談 🍙", 1, vec![]),
        (long.as_str(), 1, vec![]),
        (longer.as_str(), 1, vec![Wrong::PurposeTooLong(200)]),
        ("", 1, vec![Wrong::PurposeMissing]),
        (" \n　", 1, vec![Wrong::PurposeMissing]),
        ("a\0b", 1, vec![Wrong::PurposeUnreadable]),
        ("打合せ", 0, vec![Wrong::NobodyComes]),
        ("打合せ", -3, vec![Wrong::NobodyComes]),
        ("打合せ", 10_000, vec![beyond(Bound::People(6))]),
        ("", 7, vec![Wrong::PurposeMissing, beyond(Bound::People(6))]),
    ] {
        let asked = Use::new(
            span("2026-12-15T13:00", "2026-12-15T15:00"),
            purpose,
            attendees,
        );
        let found = asked.allowed(
            &room,
            &samples::hours(VENUE),
            samples::anyone(&[]),
            at("2026-12-08T14:20"),
        );
        assert_eq!(
            found.err().unwrap_or_default(),
            expected,
            "{purpose} {attendees}"
        );
    }
}

#[test]
fn where_a_booking_stands_follows_from_its_state_and_the_clock() {
    use crate::entity::hold::State;
    let time = span("2026-12-08T14:00", "2026-12-08T16:00");
    for (state, now, expected) in [
        (State::Confirmed, "2026-12-08T13:59", Standing::Coming),
        (State::Confirmed, "2026-12-08T14:00", Standing::Late),
        (State::Confirmed, "2026-12-08T16:00", Standing::Absent),
        (State::InUse, "2026-12-08T15:00", Standing::Running),
        (State::InUse, "2026-12-08T16:00", Standing::Finished),
        (State::Finished, "2026-12-08T15:00", Standing::Finished),
        (State::Cancelled, "2026-12-08T13:00", Standing::Cancelled),
        (State::Offered, "2026-12-08T13:00", Standing::Tentative),
        (State::Requested, "2026-12-08T13:00", Standing::Requested),
        (State::Refused, "2026-12-08T13:00", Standing::Refused),
        (State::Expired, "2026-12-08T13:00", Standing::Released),
    ] {
        assert_eq!(
            Standing::of(state, time, at(now)),
            expected,
            "{state:?} {now}"
        );
    }
}

#[test]
fn a_booking_is_changed_before_it_begins_and_arrived_at_on_its_day() {
    use crate::entity::hold::State;
    let time = span("2026-12-08T14:00", "2026-12-08T16:00");
    for (state, now, change, arrive) in [
        (State::Confirmed, "2026-12-07T20:00", true, false),
        (State::Confirmed, "2026-12-08T13:59", true, true),
        (State::Confirmed, "2026-12-08T14:00", false, true),
        (State::Confirmed, "2026-12-08T16:00", false, false),
        (State::InUse, "2026-12-08T13:50", false, false),
        (State::Cancelled, "2026-12-08T13:00", false, false),
    ] {
        let now = at(now);
        assert_eq!(
            may_change(state, time.from, now).is_ok(),
            change,
            "change {state:?} {now:?}"
        );
        assert_eq!(
            may_arrive(state, time, now).is_ok(),
            arrive,
            "arrive {state:?} {now:?}"
        );
    }
}

#[test]
fn what_could_not_be_read_is_named_beside_what_is_wrong() {
    let asked = Use {
        ends_at: Some(at("2026-12-15T15:00")),
        ..Use::default()
    };
    let found = asked.allowed(
        &samples::meeting_room(VENUE),
        &samples::hours(VENUE),
        samples::anyone(&[]),
        at("2026-12-08T14:20"),
    );
    assert_eq!(
        found.err().unwrap_or_default(),
        [
            Wrong::StartUnreadable,
            Wrong::PurposeMissing,
            Wrong::AttendeesUnreadable
        ]
    );
    let undated = Use {
        undated: true,
        ..asked
    };
    let found = undated.mended(&samples::meeting_room(VENUE));
    assert_eq!(
        found.err().unwrap_or_default()[0],
        Wrong::DateUnreadable,
        "its times are not looked at"
    );
}

#[test]
fn a_time_of_day_is_read_in_any_width() {
    for (typed, expected) in [
        ("9:30", Some(570)),
        ("09:30", Some(570)),
        ("１３：００", Some(780)),
        ("24:00", Some(1440)),
        ("24:30", None),
        ("25:00", None),
        ("9:60", None),
        ("9", None),
        ("-9:00", None),
        ("9:-5", None),
        (":", None),
        ("", None),
        ("九時", None),
    ] {
        assert_eq!(clock(typed), expected, "{typed}");
    }
}
