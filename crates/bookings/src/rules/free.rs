//! The stretches of a day in which one unit of a space can be booked.

use chrono::TimeDelta;
use kernel::{Instant, Span};

use crate::entity::space;

/// Within an open stretch of a day, every stretch in which any allowed time can be booked, on one
/// unit that is occupied at these times, none beginning before `earliest`. Steps are counted from
/// the day's opening.
pub fn free_spans(
    space: &space::Model,
    opening: Instant,
    open: Span,
    busy: &[Span],
    earliest: Instant,
) -> Vec<Span> {
    let clearing = TimeDelta::minutes(space.clearing_minutes.into());
    let mut busy: Vec<Span> = busy
        .iter()
        // What begins soon after the stretch leaves no time for clearing up at its end.
        .filter(|span| {
            span.overlaps(&Span {
                until: open.until + clearing,
                ..open
            })
        })
        .copied()
        .collect();
    busy.sort_by_key(|span| span.from);
    let mut free = Vec::new();
    let mut from = open.from;
    for taken in busy {
        free.push((from, open.until.min(taken.from - clearing)));
        from = from.max(taken.until);
    }
    free.push((from, open.until));
    let step = TimeDelta::minutes(space.step_minutes.into());
    free.into_iter()
        .filter_map(|(from, until)| {
            let from = up(opening, from.max(earliest), step);
            let until = down(opening, until, step);
            Span::try_new(from, until)
        })
        .filter(|span| span.minutes() >= space.shortest_minutes.into())
        .collect()
}

/// The first step at or after a moment.
fn up(opening: Instant, at: Instant, step: TimeDelta) -> Instant {
    let before = down(opening, at, step);
    if before < at { before + step } else { before }
}

/// The last step at or before a moment.
fn down(opening: Instant, at: Instant, step: TimeDelta) -> Instant {
    let micros = |delta: TimeDelta| delta.num_microseconds().unwrap_or(i64::MAX);
    let steps = micros(at - opening).div_euclid(micros(step));
    opening + TimeDelta::microseconds(steps * micros(step))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        entity::VenueId,
        rules::{hours_on, wrong_times},
        samples,
    };
    use uuid::Uuid;

    fn at(time: &str) -> Instant {
        Instant::parse(&format!("2026-12-15T{time}:00+09:00")).unwrap()
    }

    fn span(from: &str, until: &str) -> Span {
        Span {
            from: at(from),
            until: at(until),
        }
    }

    fn free(clearing: i32, busy: &[(&str, &str)], now: &str) -> Vec<(String, String)> {
        let mut room = samples::meeting_room(VenueId(Uuid::nil()));
        room.clearing_minutes = clearing;
        let busy: Vec<Span> = busy.iter().map(|(from, until)| span(from, until)).collect();
        let clock = |at: Instant| at.in_tokyo().format("%H:%M").to_string();
        let open = span("09:00", "21:00");
        let rules = [samples::days_ahead(90)];
        let terms = samples::anyone(&rules);
        let earliest = at(now) - TimeDelta::minutes(30) + TimeDelta::microseconds(1);
        let spans = free_spans(&room, open.from, open, &busy, earliest);
        let hours = samples::hours(VenueId(Uuid::nil()));
        assert!(hours_on(&hours, at(now).date()).is_some());
        for found in &spans {
            let shortest = Span {
                from: found.from,
                until: found.from + TimeDelta::minutes(room.shortest_minutes.into()),
            };
            assert_eq!(wrong_times(&room, &hours, terms, shortest, at(now)), []);
        }
        spans
            .into_iter()
            .map(|span| (clock(span.from), clock(span.until)))
            .collect()
    }

    #[test]
    fn a_stretch_between_closures_ends_with_it_and_what_follows_still_needs_clearing_before_it() {
        let mut room = samples::meeting_room(VenueId(Uuid::nil()));
        room.clearing_minutes = 30;
        let now = at("08:00");
        for (stretch, busy, expected) in [
            (("09:00", "20:30"), None, Some(("09:00", "20:30"))),
            (
                ("09:00", "12:00"),
                Some(("12:15", "13:00")),
                Some(("09:00", "11:30")),
            ),
            (("12:15", "21:00"), None, Some(("12:30", "21:00"))),
            (("12:15", "13:00"), None, None),
        ] {
            let busy: Vec<Span> = busy.iter().map(|(from, until)| span(from, until)).collect();
            let open = span(stretch.0, stretch.1);
            let found = free_spans(&room, at("09:00"), open, &busy, now);
            let expected: Vec<Span> = expected
                .iter()
                .map(|(from, until)| span(from, until))
                .collect();
            assert_eq!(found, expected, "{stretch:?} {busy:?}");
        }
    }

    #[test]
    fn what_is_left_between_uses_is_free() {
        for (clearing, busy, now, expected) in [
            (0, vec![], "08:00", vec![("09:00", "21:00")]),
            (
                0,
                vec![("13:00", "15:00")],
                "08:00",
                vec![("09:00", "13:00"), ("15:00", "21:00")],
            ),
            (
                15,
                vec![("13:00", "15:15")],
                "08:00",
                vec![("09:00", "12:30"), ("15:30", "21:00")],
            ),
            (0, vec![("09:30", "20:30")], "08:00", vec![]),
            (0, vec![], "14:20", vec![("14:00", "21:00")]),
            (0, vec![], "14:30", vec![("14:30", "21:00")]),
            (0, vec![("09:00", "21:00")], "08:00", vec![]),
            (0, vec![], "20:40", vec![]),
        ] {
            let expected: Vec<(String, String)> = expected
                .into_iter()
                .map(|(from, until)| (from.to_owned(), until.to_owned()))
                .collect();
            assert_eq!(free(clearing, &busy, now), expected, "{busy:?} {now}");
        }
    }
}
