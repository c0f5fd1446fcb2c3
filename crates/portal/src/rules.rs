//! What the house and its places are doing at this moment. Pure decisions.

use bookings::rules::{hours_on, strip::Day};
use chrono::TimeDelta;
use kernel::{Instant, Span};

/// Whether someone who comes now finds the door open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum House {
    /// Open, until then.
    Open(Instant),
    /// It opens later today.
    Opens(Instant),
    /// It has closed for today.
    Closed,
    /// It rests all day.
    Rests,
}

impl House {
    /// What the house does, given when it is open today.
    pub fn at(now: Instant, today: Option<Span>) -> Self {
        match today {
            None => Self::Rests,
            Some(open) if now < open.from => Self::Opens(open.from),
            Some(open) if now < open.until => Self::Open(open.until),
            Some(_) => Self::Closed,
        }
    }
}

/// Whether someone at the door can have a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Now {
    /// At once: so many units, one of them until then.
    Free {
        /// How many.
        units: usize,
        /// How long the one that is free longest stays free.
        until: Instant,
    },
    /// Others have it; it becomes free then.
    Taken(Instant),
    /// The house opens first, or opens again; it is free from then.
    Later(Instant),
    /// Others have it for the rest of the day.
    Full,
    /// Too late today, even for the shortest use; or it is shut for the rest of the day.
    Over,
    /// The house rests all day.
    Rests,
}

/// Whether someone at the door can have a place, or when next today: for its shortest use, in the
/// step that is running, as `bookings` would allow it.
pub fn at_once(day: &Day<'_>) -> Now {
    let now = day.now;
    let Some(hours) = hours_on(day.hours, now.date()) else {
        return Now::Rests;
    };
    let open = hours.on(now.date());
    let step = TimeDelta::minutes(day.space.step_minutes.into());
    let shortest = TimeDelta::minutes(day.space.shortest_minutes.into());
    let mut others = false;
    let mut from = open.from;
    while from + shortest <= open.until {
        let wanted = Span {
            from,
            until: from + shortest,
        };
        let is_ahead = from + step > now;
        let units = if is_ahead { day.free_units(wanted) } else { 0 };
        if units > 0 {
            return match from {
                _ if from <= now => Now::Free {
                    units,
                    until: free_until(day, wanted, step, open.until),
                },
                _ if now < open.from || !others => Now::Later(from),
                _ => Now::Taken(from),
            };
        }
        if is_ahead {
            others |= day.hours.shut_at(wanted).is_none();
        }
        from = from + step;
    }
    if others { Now::Full } else { Now::Over }
}

/// How long a use that begins now could last if nothing but others' bookings ended it.
fn free_until(day: &Day<'_>, mut wanted: Span, step: TimeDelta, closing: Instant) -> Instant {
    let mut until = wanted.until;
    while wanted.until <= closing && day.free_units(wanted) > 0 {
        until = wanted.until;
        wanted.until = wanted.until + step;
    }
    until
}

#[cfg(test)]
mod tests {
    use bookings::{
        entity::{ClosureId, VenueId, space},
        rules::{
            Booker, Closure, Hours, Terms,
            closure::{Reason, When},
        },
        samples,
    };
    use kernel::uuid::Uuid;

    use super::*;

    // 2026-12-15 is a Tuesday; the sample house is open from 9:00 to 21:00, closed on Mondays.
    fn at(time: &str) -> Instant {
        Instant::parse(&format!("2026-12-15T{time}:00+09:00")).unwrap()
    }

    fn span(times: &str) -> Span {
        let (from, until) = times.split_once('-').unwrap();
        Span::try_new(at(from), at(until)).unwrap()
    }

    fn ask(space: &space::Model, busy: &[Vec<&str>], now: Instant) -> Now {
        let busy: Vec<Vec<Span>> = busy
            .iter()
            .map(|unit| unit.iter().map(|times| span(times)).collect())
            .collect();
        let hours = samples::hours(space.venue_id);
        at_once(&Day {
            space,
            hours: &hours,
            terms: terms(&Booker::default()),
            busy: &busy,
            now,
        })
    }

    /// No rules at all.
    const fn terms(booker: &Booker) -> Terms<'_> {
        Terms::new(&[], booker)
    }

    fn room() -> space::Model {
        samples::meeting_room(VenueId(
            "00000000-0000-0000-0000-000000000001".parse().unwrap(),
        ))
    }

    #[test]
    fn the_house_is_open_between_its_hours() {
        for (now, expected) in [
            ("08:59", House::Opens(at("09:00"))),
            ("09:00", House::Open(at("21:00"))),
            ("20:59", House::Open(at("21:00"))),
            ("21:00", House::Closed),
        ] {
            assert_eq!(House::at(at(now), Some(span("09:00-21:00"))), expected);
            assert_eq!(House::at(at(now), None), House::Rests);
        }
    }

    #[test]
    fn a_room_is_free_until_the_next_use_or_taken_until_the_next_gap() {
        let free = |until| Now::Free {
            units: 1,
            until: at(until),
        };
        for (now, busy, expected) in [
            ("14:20", vec![], free("21:00")),
            ("14:20", vec!["17:00-18:00"], free("17:00")),
            ("14:20", vec!["14:30-15:30"], Now::Taken(at("15:30"))),
            ("14:20", vec!["13:00-14:30"], Now::Taken(at("14:30"))),
            (
                "14:20",
                vec!["13:00-15:00", "15:30-16:00"],
                Now::Taken(at("16:00")),
            ),
            ("14:20", vec!["14:00-21:00"], Now::Full),
            ("14:20", vec!["14:00-20:30"], Now::Full),
            ("20:20", vec![], free("21:00")),
            ("20:30", vec![], Now::Over),
            ("22:00", vec![], Now::Over),
            ("07:00", vec![], Now::Later(at("09:00"))),
            ("07:00", vec!["09:00-10:00"], Now::Later(at("10:00"))),
        ] {
            let answer = ask(&room(), std::slice::from_ref(&busy), at(now));
            assert_eq!(answer, expected, "{now} {busy:?}");
        }
    }

    #[test]
    fn what_is_shut_for_a_while_is_not_taken() {
        for (shut, busy, now, expected) in [
            ("13:00-17:00", vec![], "14:20", Now::Later(at("17:00"))),
            ("13:00-21:00", vec![], "14:20", Now::Over),
            (
                "13:00-17:00",
                vec!["17:00-18:00"],
                "14:20",
                Now::Taken(at("18:00")),
            ),
            ("13:00-17:00", vec!["17:00-21:00"], "14:20", Now::Full),
        ] {
            let room = room();
            let mut hours = samples::hours(room.venue_id);
            hours.closures.push(closed_for_a_while(span(shut)));
            let busy = [busy.into_iter().map(span).collect()];
            let answer = at_once(&Day {
                space: &room,
                hours: &hours,
                terms: terms(&Booker::default()),
                busy: &busy,
                now: at(now),
            });
            assert_eq!(answer, expected, "{shut} {busy:?}");
        }
    }

    fn closed_for_a_while(span: Span) -> Closure {
        let minute = |at: Instant| i32::try_from((at - Span::day(at.date()).from).num_minutes());
        let date = span.from.date();
        Closure {
            id: ClosureId(Uuid::nil()),
            when: When::Once {
                first: date,
                last: date,
                part: Some(Hours {
                    opens: minute(span.from).unwrap(),
                    closes: minute(span.until).unwrap(),
                }),
            },
            spaces: Vec::new(),
            reason: Reason::default(),
            valid_from: date,
            valid_until: None,
        }
    }

    #[test]
    fn like_units_are_counted_and_the_longest_is_named() {
        let busy = [
            vec!["14:00-16:00"],
            vec!["17:00-18:00"],
            vec!["19:00-20:00"],
        ];
        let expected = Now::Free {
            units: 2,
            until: at("19:00"),
        };
        assert_eq!(ask(&room(), &busy, at("14:20")), expected);
    }

    #[test]
    fn clearing_up_comes_before_the_next_use() {
        let room = space::Model {
            clearing_minutes: 30,
            ..room()
        };
        let expected = Now::Free {
            units: 1,
            until: at("16:30"),
        };
        assert_eq!(ask(&room, &[vec!["17:00-18:00"]], at("14:20")), expected);
    }

    #[test]
    fn a_house_that_rests_has_nothing() {
        let monday = Instant::parse("2026-12-14T10:00:00+09:00").unwrap();
        assert_eq!(ask(&room(), &[vec![]], monday), Now::Rests);
    }
}
