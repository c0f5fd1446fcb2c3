//! Days on which a house or an office is open, and how dates move off the
//! others.
//!
//! Which days are closed is the caller's to say: `is_closed` answers for one
//! day, from weekdays, [holidays](crate::holidays), the year's end and closures
//! of a house. Every function looks ten years far and answers `None` where no
//! open day is left by then.
//!
//! ```
//! use chrono::NaiveDate;
//! use japan::{business_days, holidays::Holidays};
//! let holidays = Holidays::default();
//! let is_closed = |date| business_days::is_weekend(date) || holidays.is_holiday(date);
//! let saturday = NaiveDate::from_ymd_opt(2026, 10, 10).unwrap();
//! let open = business_days::roll_on(saturday, is_closed);
//! assert_eq!(open, NaiveDate::from_ymd_opt(2026, 10, 13));
//! ```

use std::iter::successors;
use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate, Weekday};

use crate::holidays::Holidays;

/// How many days are looked at before giving up: ten years.
const REACH: usize = 3_660;

/// Whether public offices rest by the weekday: 地方自治法第4条の2第2項第1号.
pub fn is_weekend(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}

/// Whether the offices of a local government rest: weekends, holidays, and the turn of the year
/// (地方自治法第4条の2第2項; 12月29日から1月3日まで as their ordinances say).
pub fn is_office_closed(date: NaiveDate) -> bool {
    let turn = matches!((date.month(), date.day()), (12, 29..) | (1, ..=3));
    turn || is_weekend(date) || Holidays::published().is_holiday(date)
}

/// The date itself, or the first open day after it: where a period begins, and
/// where a deadline falls that moves on (地方自治法第4条の2第4項, 民法第142条).
pub fn roll_on(date: NaiveDate, is_closed: impl Fn(NaiveDate) -> bool) -> Option<NaiveDate> {
    on_from(date).find(|day| !is_closed(*day))
}

/// The date itself, or the last open day before it: where a period ends, so
/// that nobody has to come on a closed day.
pub fn roll_back(date: NaiveDate, is_closed: impl Fn(NaiveDate) -> bool) -> Option<NaiveDate> {
    back_from(date).find(|day| !is_closed(*day))
}

/// A period of the counter within the open days: 始期 moves to the next open
/// day, 終期 to the one before (大田区の施設規則). `None` when no open day is left
/// between.
pub fn roll_period(
    period: &RangeInclusive<NaiveDate>,
    is_closed: impl Fn(NaiveDate) -> bool,
) -> Option<RangeInclusive<NaiveDate>> {
    let first = roll_on(*period.start(), &is_closed)?;
    let last = roll_back(*period.end(), &is_closed)?;
    (first <= last).then_some(first..=last)
}

/// So many open days later, or earlier where `days` is negative (3営業日前).
///
/// The date itself does not count (民法第140条). Zero is the date itself or,
/// where it is closed, the next open day.
pub fn add_business_days(
    date: NaiveDate,
    days: i32,
    is_closed: impl Fn(NaiveDate) -> bool,
) -> Option<NaiveDate> {
    let Some(further) = usize::try_from(days.unsigned_abs()).ok()?.checked_sub(1) else {
        return roll_on(date, is_closed);
    };
    let is_open = |day: &NaiveDate| !is_closed(*day);
    if days > 0 {
        on_from(date).skip(1).filter(is_open).nth(further)
    } else {
        back_from(date).skip(1).filter(is_open).nth(further)
    }
}

fn on_from(date: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    successors(Some(date), NaiveDate::succ_opt).take(REACH)
}

fn back_from(date: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    successors(Some(date), NaiveDate::pred_opt).take(REACH)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    fn office(date: NaiveDate) -> bool {
        is_weekend(date) || Holidays::default().is_holiday(date)
    }

    #[test]
    fn a_date_moves_off_closed_days_in_both_directions() {
        for (date, on, back) in [
            (day(5, 1), day(5, 1), day(5, 1)),
            (day(5, 2), day(5, 7), day(5, 1)),
            (day(5, 6), day(5, 7), day(5, 1)),
            (day(9, 20), day(9, 24), day(9, 18)),
            (day(10, 10), day(10, 13), day(10, 9)),
        ] {
            assert_eq!(roll_on(date, office), Some(on), "{date}");
            assert_eq!(roll_back(date, office), Some(back), "{date}");
        }
    }

    #[test]
    fn offices_rest_at_the_turn_of_the_year() {
        for (date, closed) in [
            ("2026-12-28", false),
            ("2026-12-29", true),
            ("2026-12-31", true),
            ("2027-01-03", true),
            ("2027-01-04", false),
            ("2027-01-11", true),
            ("2027-01-12", false),
        ] {
            assert_eq!(is_office_closed(date.parse().unwrap()), closed, "{date}");
        }
    }

    #[test]
    fn a_period_begins_and_ends_on_open_days() {
        let period = roll_period(&(day(5, 3)..=day(5, 10)), office);
        assert_eq!(period, Some(day(5, 7)..=day(5, 8)));
        assert_eq!(roll_period(&(day(5, 2)..=day(5, 6)), office), None);
        assert_eq!(roll_period(&(day(5, 8)..=day(5, 7)), office), None);
    }

    #[test]
    fn open_days_are_counted_without_the_first() {
        for (date, days, result) in [
            (day(5, 1), 1, day(5, 7)),
            (day(5, 1), 2, day(5, 8)),
            (day(5, 1), 3, day(5, 11)),
            (day(5, 2), 1, day(5, 7)),
            (day(5, 2), 0, day(5, 7)),
            (day(5, 1), 0, day(5, 1)),
            (day(5, 7), -1, day(5, 1)),
            (day(5, 5), -1, day(5, 1)),
            (day(5, 11), -3, day(5, 1)),
        ] {
            assert_eq!(
                add_business_days(date, days, office),
                Some(result),
                "{date} {days}"
            );
        }
    }

    #[test]
    fn a_house_that_never_opens_has_no_date() {
        let never = |_| true;
        assert_eq!(roll_on(day(5, 1), never), None);
        assert_eq!(roll_back(day(5, 1), never), None);
        assert_eq!(add_business_days(day(5, 1), 3, never), None);
        assert_eq!(add_business_days(day(5, 1), i32::MIN, office), None);
        assert_eq!(roll_on(NaiveDate::MAX, never), None);
        assert_eq!(roll_back(NaiveDate::MIN, never), None);
    }

    #[test]
    fn from_every_day_one_lands_on_the_nearest_open_one() {
        let first = NaiveDate::from_ymd_opt(1948, 1, 1).unwrap();
        let holidays = Holidays::default();
        let closed = |date| is_weekend(date) || holidays.is_holiday(date);
        for date in first.iter_days().take_while(|date| date.year() < 2051) {
            let on = roll_on(date, closed).unwrap();
            let back = roll_back(date, closed).unwrap();
            assert!(
                !closed(on) && !closed(back) && back <= date && date <= on,
                "{date}"
            );
            let mut between = date.iter_days().take_while(|day| *day < on);
            assert!(between.all(closed), "{date}");
            assert_eq!(on == date, back == date, "{date}");
            assert!((on - back).num_days() <= 12, "{date}");
            let next = add_business_days(date, 1, closed).unwrap();
            assert_eq!(add_business_days(next, -1, closed), Some(back), "{date}");
        }
    }
}
