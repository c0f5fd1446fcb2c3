//! How early and how late people come.

use chrono::TimeDelta;
use kernel::{Instant, Span};

/// So long before its beginning somebody can be there already.
const EARLY: TimeDelta = TimeDelta::hours(2);

/// The choices of by how many minutes somebody is late.
const BY: [i32; 4] = [10, 20, 30, 60];

/// Whether somebody can come to a meeting by now: not hours before.
pub fn can_arrive(starts_at: Instant, now: Instant) -> bool {
    starts_at - EARLY <= now
}

/// By how many minutes somebody can be late for a meeting: something of it is left. Whoever needs longer
/// moves it.
pub fn late_by(meeting: Span) -> Vec<i32> {
    let length = meeting.minutes();
    BY.into_iter()
        .filter(|by| i64::from(*by) < length)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Instant {
        Instant::parse(text).unwrap()
    }

    #[test]
    fn nobody_is_waited_for_until_the_meeting_is_over() {
        let from = at("2026-12-10T13:00:00+09:00");
        for (minutes, most) in [
            (60, Some(&30)),
            (90, Some(&60)),
            (15, Some(&10)),
            (10, None),
        ] {
            let until = from + TimeDelta::minutes(minutes);
            assert_eq!(late_by(Span { from, until }).last(), most, "{minutes}");
        }
    }

    #[test]
    fn people_come_two_hours_before_and_not_the_day_before() {
        let from = at("2026-12-10T13:00:00+09:00");
        for (now, can) in [
            ("2026-12-09T13:00:00+09:00", false),
            ("2026-12-10T10:59:00+09:00", false),
            ("2026-12-10T11:00:00+09:00", true),
            ("2026-12-10T14:30:00+09:00", true),
        ] {
            assert_eq!(can_arrive(from, at(now)), can, "{now}");
        }
    }
}
