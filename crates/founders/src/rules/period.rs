//! From when until when something is in force, and how months are counted.
//!
//! Source: 民法第140条 (the first day does not count), 第143条 (months by the calendar; the last day of
//! the month where the corresponding day is missing).

use chrono::{Datelike, Months, NaiveDate};

/// From when until when a row is in force; the rule in force on a day decides for that day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InForce {
    /// The first day.
    pub from: NaiveDate,
    /// The last day; none while no end is known.
    pub until: Option<NaiveDate>,
}

impl InForce {
    /// From a day on, with no end known.
    pub const fn since(from: NaiveDate) -> Self {
        Self { from, until: None }
    }

    /// Whether it is in force on a day.
    pub fn has(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

/// The last day of so many months of which the first day counts: 5/10 and one month end on 6/9.
pub(crate) fn months_from(first: NaiveDate, months: u32) -> NaiveDate {
    let Some(corresponding) = first.checked_add_months(Months::new(months)) else {
        return NaiveDate::MAX;
    };
    if corresponding.day() == first.day() {
        corresponding.pred_opt().unwrap_or(corresponding)
    } else {
        // There is no such day in that month: its last one, to which chrono went, is the end.
        corresponding
    }
}

/// The last day of so many months after a day that does not count itself: 5/10 and one month end on
/// 6/10.
pub(crate) fn months_after(day: NaiveDate, months: u32) -> NaiveDate {
    day.succ_opt()
        .map_or(NaiveDate::MAX, |next| months_from(next, months))
}

/// The first day after which so many months still reach a day: the first on which something planned
/// for that day is planned "within six months".
pub(crate) fn first_within(planned: NaiveDate, months: u32) -> NaiveDate {
    // Months differ by three days at most, so the day lies this near to the corresponding one.
    let near = planned
        .checked_sub_months(Months::new(months))
        .and_then(|day| day.checked_sub_days(chrono::Days::new(4)))
        .unwrap_or(NaiveDate::MIN);
    near.iter_days()
        .find(|day| planned <= months_after(*day, months))
        .unwrap_or(planned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn months_end_before_the_corresponding_day_or_with_their_month() {
        for (first, months, expected) in [
            ("2026-05-10", 1, "2026-06-09"),
            ("2026-05-01", 1, "2026-05-31"),
            ("2026-01-31", 1, "2026-02-28"),
            ("2026-01-29", 1, "2026-02-28"),
            ("2028-01-31", 1, "2028-02-29"),
            ("2021-04-01", 60, "2026-03-31"),
            ("2024-02-29", 60, "2029-02-28"),
        ] {
            assert_eq!(months_from(day(first), months), day(expected), "{first}");
        }
    }

    #[test]
    fn a_day_that_does_not_count_makes_it_a_day_more() {
        for (from, months, expected) in [
            ("2026-05-10", 1, "2026-06-10"),
            ("2026-08-30", 6, "2027-02-28"),
            ("2026-08-31", 6, "2027-02-28"),
            ("2026-02-28", 6, "2026-08-31"),
            ("2026-06-10", 0, "2026-06-10"),
        ] {
            assert_eq!(months_after(day(from), months), day(expected), "{from}");
        }
    }

    #[test]
    fn the_first_day_from_which_a_day_is_within_reach_is_found() {
        let first = day("2026-01-01");
        for planned in first.iter_days().take(1_200) {
            for months in [0, 1, 2, 6] {
                let found = first_within(planned, months);
                assert!(planned <= months_after(found, months), "{planned} {months}");
                let before = months_after(found.pred_opt().unwrap(), months);
                assert!(before < planned, "{planned} {months}");
            }
        }
    }

    #[test]
    fn the_last_day_belongs_to_it() {
        let row = InForce {
            until: Some(day("2027-03-31")),
            ..InForce::since(day("2026-04-01"))
        };
        for (asked, expected) in [
            ("2026-03-31", false),
            ("2026-04-01", true),
            ("2027-03-31", true),
            ("2027-04-01", false),
        ] {
            assert_eq!(row.has(day(asked)), expected, "{asked}");
        }
    }
}
