//! When something is due, and how long something lasts, counted as public
//! bodies count: the first day does not count (民法第140条), and a last day on
//! which the office rests moves on (民法第142条, 地方自治法第4条の2第4項).
//!
//! Which days are closed is the caller's to say, as in
//! [`business_days`](crate::business_days). Something that is due by machine,
//! such as payment by card, is never moved: pass `|_| false`.

use std::ops::RangeInclusive;

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::business_days::roll_on;

/// Within so many days of a date: 年度終了後30日以内. Moves past closed days.
pub fn within_days(
    from: NaiveDate,
    days: u32,
    is_closed: impl Fn(NaiveDate) -> bool,
) -> Option<NaiveDate> {
    roll_on(
        from.checked_add_days(Days::new(u64::from(days)))?,
        is_closed,
    )
}

/// By a day of the month after the one in which a date lies: 翌月10日まで. Moves
/// past closed days.
///
/// A day that the next month does not have is that month's last one. There is
/// no day zero.
pub fn in_next_month(
    date: NaiveDate,
    day: u32,
    is_closed: impl Fn(NaiveDate) -> bool,
) -> Option<NaiveDate> {
    let next_month = first_of_month(date)?.checked_add_months(Months::new(1))?;
    let day = day.min(u32::from(next_month.num_days_in_month()));
    roll_on(next_month.with_day(day)?, is_closed)
}

/// The day by which a booking is to be paid: so many days after it was made,
/// past closed days, but never later than the day of use (worked example G14).
///
/// On the day of use people are in the house and can pay there, whatever the
/// counter's days; so where no open day comes before it, it is that day.
pub fn payment_due(
    booked: NaiveDate,
    days: u32,
    day_of_use: NaiveDate,
    is_closed: impl Fn(NaiveDate) -> bool,
) -> NaiveDate {
    within_days(booked, days, is_closed).map_or(day_of_use, |due| due.min(day_of_use))
}

/// So many months from the first of the next one on: 翌月から3か月. `None` for no
/// months.
pub fn following_months(date: NaiveDate, months: u32) -> Option<RangeInclusive<NaiveDate>> {
    let first = first_of_month(date)?.checked_add_months(Months::new(1))?;
    let last = first.checked_add_months(Months::new(months))?.pred_opt()?;
    (months > 0).then_some(first..=last)
}

fn first_of_month(date: NaiveDate) -> Option<NaiveDate> {
    date.with_day(1)
}

#[cfg(test)]
mod tests {
    use chrono::Weekday;

    use super::*;
    use crate::business_days::is_weekend;
    use crate::fiscal::FiscalYear;
    use crate::holidays::Holidays;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn office(date: NaiveDate) -> bool {
        is_weekend(date) || Holidays::default().is_holiday(date)
    }

    /// The worked example G12.
    #[test]
    fn the_monthly_report_is_due_on_the_tenth_or_the_next_open_day() {
        for (month, due) in [
            (day(2026, 9, 30), day(2026, 10, 13)),
            (day(2026, 12, 1), day(2027, 1, 12)),
            (day(2026, 8, 15), day(2026, 9, 10)),
            (day(2027, 1, 31), day(2027, 2, 10)),
        ] {
            assert_eq!(in_next_month(month, 10, office), Some(due), "{month}");
        }
        let never_closed = |_| false;
        assert_eq!(
            in_next_month(day(2027, 1, 5), 31, never_closed),
            Some(day(2027, 2, 28))
        );
        assert_eq!(in_next_month(day(2027, 1, 5), 0, never_closed), None);
    }

    /// The worked example G12.
    #[test]
    fn the_annual_report_is_due_so_many_days_after_the_year() {
        let year = FiscalYear::try_starting_in(2026).unwrap();
        for (days, due) in [(30, day(2027, 4, 30)), (60, day(2027, 5, 31))] {
            assert_eq!(
                within_days(year.last_day(), days, office),
                Some(due),
                "{days}"
            );
        }
        let unmoved = within_days(year.last_day(), 60, |_| false);
        assert_eq!(unmoved, Some(day(2027, 5, 30)));
    }

    /// The worked example G14.
    #[test]
    fn a_booking_is_paid_in_so_many_days_but_never_after_its_use() {
        let counter = |date: NaiveDate| date.weekday() == Weekday::Mon;
        let card = |_| false;
        let booked = day(2026, 6, 1);
        assert_eq!(
            payment_due(booked, 14, day(2026, 7, 20), counter),
            day(2026, 6, 16)
        );
        assert_eq!(
            payment_due(booked, 14, day(2026, 7, 20), card),
            day(2026, 6, 15)
        );
        assert_eq!(
            payment_due(booked, 14, day(2026, 6, 10), counter),
            day(2026, 6, 10)
        );
        // The counter's next open day would be after the use.
        assert_eq!(
            payment_due(booked, 14, day(2026, 6, 15), counter),
            day(2026, 6, 15)
        );
        assert_eq!(payment_due(booked, 0, booked, counter), booked);
        assert_eq!(
            payment_due(booked, 14, day(2026, 7, 20), |_| true),
            day(2026, 7, 20)
        );
        assert_eq!(
            payment_due(booked, u32::MAX, day(2026, 7, 20), card),
            day(2026, 7, 20)
        );
    }

    /// The worked example G17, its dates.
    #[test]
    fn months_are_counted_from_the_next_first() {
        for (date, months, first, last) in [
            (day(2026, 6, 20), 3, day(2026, 7, 1), day(2026, 9, 30)),
            (day(2026, 12, 31), 1, day(2027, 1, 1), day(2027, 1, 31)),
            (day(2027, 1, 31), 1, day(2027, 2, 1), day(2027, 2, 28)),
        ] {
            assert_eq!(following_months(date, months), Some(first..=last), "{date}");
        }
        assert_eq!(following_months(day(2026, 6, 20), 0), None);
        assert_eq!(following_months(NaiveDate::MAX, 3), None);
    }
}
