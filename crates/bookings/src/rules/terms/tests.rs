use chrono::TimeDelta;
use organisations::{
    entity::category::{Locality, Party},
    rules::Selector,
};
use uuid::Uuid;

use super::*;
use crate::{
    entity::{
        ClosureId, VenueId,
        booking_rule::{CountedBy, Period},
    },
    refused::Unruly,
    rules::{
        Closure,
        closure::{Reason, When},
    },
    samples,
};

mod absences;
mod drafts;
mod quotas;
mod random;
mod revisions;

use Measure::{Bookings, Hours};

const ROOM: SpaceId = SpaceId(Uuid::from_u128(1));
const OTHER: SpaceId = SpaceId(Uuid::from_u128(2));

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str) -> Instant {
    Instant::parse(&format!("{text}:00+09:00")).unwrap()
}

fn span(from: &str, until: &str) -> Span {
    Span {
        from: at(from),
        until: at(until),
    }
}

/// Closed on Mondays (by the hours) and from 28 December to 3 January.
fn calendar() -> Calendar {
    let mut calendar = samples::hours(VenueId(Uuid::nil()));
    for row in &mut calendar.hours {
        row.valid_from = "2020-04-01".into();
    }
    calendar.closures.push(Closure {
        id: ClosureId(Uuid::nil()),
        when: When::Yearly {
            first: (12, 28),
            last: (1, 3),
        },
        spaces: Vec::new(),
        reason: Reason::default(),
        valid_from: date("2020-04-01"),
        valid_until: None,
    });
    calendar
}

fn booker(taken: &[(SpaceId, &str, &str)]) -> Booker {
    let taken = taken.iter().map(|(space, from, until)| Taken {
        space: *space,
        span: span(from, until),
    });
    Booker {
        taken: taken.collect(),
        ..Booker::default()
    }
}

#[test]
fn a_day_opens_so_long_before_and_on_the_next_open_day() {
    for (ahead, on, opens) in [
        // 2026-12-15 is a Tuesday. 江東: 3か月前の月初, 6か月前の月初.
        (Ahead::FirstOfMonth(3), "2026-12-15", "2026-09-01"),
        (Ahead::FirstOfMonth(6), "2026-12-15", "2026-06-02"), // 06-01 is a Monday.
        (Ahead::FirstOfMonth(3), "2026-12-31", "2026-09-01"),
        // The new year is closed, and the 4th is a Monday: 2027-01-05.
        (Ahead::FirstOfMonth(3), "2027-04-20", "2027-01-05"),
        (Ahead::FirstOfMonth(1), "2026-02-10", "2026-01-04"),
        // Across the fiscal year.
        (Ahead::FirstOfMonth(6), "2027-04-01", "2026-10-01"),
        // The same day; where the month has none, its last.
        (Ahead::Months(3), "2026-12-29", "2026-09-29"),
        (Ahead::Months(1), "2027-03-29", "2027-02-28"),
        (Ahead::Months(1), "2027-03-30", "2027-02-28"),
        (Ahead::Months(1), "2027-03-31", "2027-02-28"),
        (Ahead::Months(1), "2028-03-31", "2028-02-29"),
        (Ahead::Months(3), "2026-12-14", "2026-09-15"), // 09-14 is a Monday.
        // Days are counted as they are.
        (Ahead::Days(90), "2026-12-15", "2026-09-16"),
        (Ahead::Days(8), "2026-12-15", "2026-12-07"),
    ] {
        let opening = Opening {
            ahead,
            clock: 9 * 60,
        };
        assert_eq!(
            opening.of(date(on), &calendar()),
            Some(at(&format!("{opens}T09:00"))),
            "{ahead:?} {on}"
        );
    }
}

#[test]
fn a_time_can_be_booked_until_the_shortest_notice() {
    let half_an_hour = Notice::Minutes(30);
    let day_before = Notice::Days {
        days: 1,
        clock: 17 * 60,
    };
    for (notice, from, last) in [
        (half_an_hour, "2026-12-15T13:00", "2026-12-15T12:30"),
        (half_an_hour, "2027-01-01T00:10", "2026-12-31T23:40"),
        (day_before, "2026-12-15T09:00", "2026-12-14T17:00"),
        (day_before, "2026-12-15T20:00", "2026-12-14T17:00"),
        (day_before, "2027-01-01T09:00", "2026-12-31T17:00"),
    ] {
        assert_eq!(notice.last(at(from)), at(last), "{notice:?} {from}");
    }
    let rules = [samples::rule(Term::Notice(day_before))];
    let terms = samples::anyone(&rules);
    let time = span("2026-12-15T13:00", "2026-12-15T15:00");
    for (now, stands) in [("2026-12-14T17:00", true), ("2026-12-14T17:01", false)] {
        let wrong = terms.wrong_time(ROOM, &calendar(), time, at(now));
        assert_eq!(wrong.is_none(), stands, "{now}");
    }
}

#[test]
fn of_several_rules_the_closest_in_force_on_the_day_of_use_speaks() {
    let window = |months| {
        samples::rule(Term::Window(Opening {
            ahead: Ahead::FirstOfMonth(months),
            clock: 540,
        }))
    };
    let mut of_the_ward = window(6);
    of_the_ward.selector.locality = Some(Locality::WardBusiness);
    let mut next_year = window(2);
    next_year.valid_from = date("2027-04-01");
    let mut of_the_room = window(1);
    of_the_room.space = Some(ROOM);
    of_the_room.valid_until = Some(date("2026-12-31"));
    let rules = [window(3), of_the_ward, next_year, of_the_room];
    let outside = Booker::default();
    let ward = Booker {
        category: Category {
            locality: Locality::WardBusiness,
            party: Party::Business,
            ..Category::UNREVIEWED
        },
        ..Booker::default()
    };
    for (who, space, on, months) in [
        (&outside, OTHER, "2026-12-15", 3),
        (&ward, OTHER, "2026-12-15", 6),
        (&outside, OTHER, "2027-03-31", 3),
        (&outside, OTHER, "2027-04-01", 2),
        (&ward, OTHER, "2027-04-01", 6),
        (&outside, ROOM, "2026-12-31", 1),
        (&ward, ROOM, "2026-12-31", 1),
        (&outside, ROOM, "2027-01-05", 3),
    ] {
        let terms = Terms::new(&rules, who);
        let found = terms.of(Kind::Window, space, date(on)).unwrap().term;
        assert_eq!(
            found,
            window(months).term,
            "{on} {:?}",
            who.category.locality
        );
    }
}

/// G15: what was released because it was not paid is not had again, by the same, at that time.
#[test]
fn what_was_not_paid_cannot_be_booked_again() {
    let unpaid = Unpaid {
        spaces: vec![ROOM],
        taken: Taken {
            space: ROOM,
            span: span("2026-12-15T13:00", "2026-12-15T15:00"),
        },
        booking: BookingId(uuid::Uuid::nil()),
        reference: "8F2K-4QLD".into(),
        released_on: date("2026-12-07"),
        since: Some(date("2026-04-01")),
    };
    let mut own = Booker {
        unpaid: vec![unpaid.clone()],
        ..Booker::default()
    };
    for (space, from, until, refused) in [
        (ROOM, "13:00", "15:00", true),
        (ROOM, "12:00", "13:30", true),
        (ROOM, "14:00", "14:30", true),
        (ROOM, "11:00", "13:00", false),
        (ROOM, "15:00", "17:00", false),
        (OTHER, "13:00", "15:00", false),
    ] {
        let span = |day: &str| span(&format!("{day}T{from}"), &format!("{day}T{until}"));
        let wrong = |booker: &Booker, day| {
            let terms = Terms::new(&[], booker);
            let wanted = Taken {
                space,
                span: span(day),
            };
            terms.wrong_amount(wanted, at("2026-12-08T14:20"))
        };
        own.waived = false;
        let expected = if refused {
            vec![Wrong::WentUnpaid(unpaid.clone())]
        } else {
            Vec::new()
        };
        assert_eq!(wrong(&own, "2026-12-15"), expected, "{from} {until}");
        assert_eq!(wrong(&own, "2026-12-16"), [], "{from} {until}");
        // Staff takes it with a reason.
        own.waived = true;
        assert_eq!(wrong(&own, "2026-12-15"), [], "{from} {until}");
    }
}

#[test]
fn a_staff_waiver_is_needed_only_where_window_or_notice_stands_against_it() {
    let rules = [samples::days_ahead(7)];
    let booker = Booker {
        waived: true,
        ..Booker::default()
    };
    let terms = Terms::new(&rules, &booker);
    let now = at("2026-12-08T14:20");
    for (day, needed) in [("2026-12-15", false), ("2026-12-16", true)] {
        let time = span(&format!("{day}T13:00"), &format!("{day}T15:00"));
        assert_eq!(terms.wrong_time(ROOM, &calendar(), time, now), None);
        assert_eq!(terms.needs_waiver(ROOM, &calendar(), time, now), needed);
    }
}
