//! Which times an expert has left.

use chrono::TimeDelta;
use kernel::{Instant, Span};

/// A time that can be asked for, and with whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot<E> {
    /// The time.
    pub span: Span,
    /// Who has it free.
    pub experts: Vec<E>,
}

/// The times of this length that are left of a stretch: one after the other from its beginning, so
/// that no odd quarter of an hour is left between two, each clear of what is taken.
pub fn free(stretch: Span, busy: &[Span], length: TimeDelta, earliest: Instant) -> Vec<Span> {
    let mut found = Vec::new();
    let mut from = stretch.from;
    while from + length <= stretch.until {
        let span = Span {
            from,
            until: from + length,
        };
        let taken = busy.iter().filter(|other| other.overlaps(&span));
        if let Some(until) = taken.map(|other| other.until).max() {
            from = until;
            continue;
        }
        if earliest <= from {
            found.push(span);
        }
        from = span.until;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_is_offered_one_time_after_the_other() {
        let at = |time: &str| Instant::parse(&format!("2026-12-15T{time}:00+09:00")).unwrap();
        let span = |(from, until): (&str, &str)| Span {
            from: at(from),
            until: at(until),
        };
        for (busy, earliest, expected) in [
            (vec![], "08:00", vec!["09:00", "10:00", "11:00"]),
            (vec![("10:00", "11:00")], "08:00", vec!["09:00", "11:00"]),
            (vec![("09:30", "10:30")], "08:00", vec!["10:30"]),
            (vec![("11:45", "13:00")], "08:00", vec!["09:00", "10:00"]),
            (vec![], "10:30", vec!["11:00"]),
            (vec![("09:00", "12:00")], "08:00", vec![]),
        ] {
            let busy: Vec<Span> = busy.into_iter().map(span).collect();
            let hour = TimeDelta::hours(1);
            let found = free(span(("09:00", "12:00")), &busy, hour, at(earliest));
            let begins: Vec<Instant> = found.iter().map(|span| span.from).collect();
            let expected: Vec<Instant> = expected.into_iter().map(at).collect();
            assert_eq!(begins, expected, "{busy:?} {earliest}");
        }
    }
}
