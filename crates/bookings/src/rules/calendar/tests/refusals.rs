//! What is told when a time is refused.

use super::{super::super::wrong_times, *};
use crate::refused::{Unopen, Wrong};

#[test]
fn a_refused_time_names_the_closure_and_what_is_open_instead() {
    let room = samples::meeting_room(VENUE);
    let now = minute(date("2026-12-08"), 600);
    let part = Some(Hours {
        opens: 720,
        closes: 840,
    });
    let noon = closure(When::Once {
        first: date("2026-12-15"),
        last: date("2026-12-15"),
        part,
    });
    let early = closure(When::Once {
        first: date("2026-12-15"),
        last: date("2026-12-15"),
        part: Some(Hours {
            opens: 540,
            closes: 690,
        }),
    });
    let mondays = closure(MONDAYS);
    let shut = calendar(vec![noon.clone(), early]);
    let closed = calendar(vec![mondays.clone()]);
    for (calendar, time, expected) in [
        (
            &shut,
            span("2026-12-15", 780, 900),
            vec![Unopen::Shut {
                shut: span("2026-12-15", 720, 840),
                by: Box::new(noon),
                // Half an hour between the two is too short for a use.
                left: vec![span("2026-12-15", 840, 1260)],
            }],
        ),
        (&shut, span("2026-12-15", 840, 900), vec![]),
        (
            &closed,
            span("2026-12-14", 840, 900),
            vec![Unopen::Closed {
                date: date("2026-12-14"),
                by: Box::new(mondays.clone()),
                next: Some(date("2026-12-15")),
            }],
        ),
        // 2027-01-11 is 成人の日, a Monday: the Tuesday after it is closed.
        (
            &closed,
            span("2027-01-12", 840, 900),
            vec![Unopen::Closed {
                date: date("2027-01-12"),
                by: Box::new(mondays),
                next: Some(date("2027-01-13")),
            }],
        ),
        (&closed, span("2026-12-15", 840, 900), vec![]),
    ] {
        let expected: Vec<Wrong> = expected.into_iter().map(Wrong::Unopen).collect();
        assert_eq!(
            wrong_times(&room, calendar, samples::anyone(&[]), time, now),
            expected,
            "{time:?}"
        );
    }
}

#[test]
fn of_several_reasons_the_rarest_is_told() {
    let new_year = closure(When::Yearly {
        first: (12, 28),
        last: (1, 4),
    });
    // 2026-12-28 is a Monday.
    let both = calendar(vec![closure(MONDAYS), new_year.clone()]);
    assert_eq!(both.day(date("2026-12-28")), Day::Closed(Some(&new_year)));
}
