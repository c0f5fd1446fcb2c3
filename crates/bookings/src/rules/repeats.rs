//! When a booking repeats: every week, every second week, or every month on a weekday.

use std::iter;

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::{entity::series::Rhythm, refused::Wrong};

/// So many times at most: a year of weeks.
pub const MOST: usize = 52;

/// When a series ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// After so many times.
    Times(usize),
    /// With the last time on or before this date.
    LastDay(NaiveDate),
}

/// The end as it was typed: a number of times in any width, or a date; one of the two.
pub fn end(times: &str, last_day: &str) -> Result<End, Wrong> {
    match (times, last_day) {
        ("", "") => Err(Wrong::RepeatEndMissing),
        (times, "") => {
            let times = japan::kana::digits(times).parse().ok();
            times
                .filter(|times| (1..=MOST).contains(times))
                .map(End::Times)
                .ok_or(Wrong::RepeatTimes(MOST))
        }
        ("", last_day) => japan::calendar::parse_date(last_day)
            .map(End::LastDay)
            .ok_or(Wrong::LastDayUnreadable),
        _ => Err(Wrong::RepeatEndTwice),
    }
}

/// The dates of a series, the first included.
///
/// A month without a fifth such weekday is passed over. Source: the ward's practice for groups
/// that meet regularly.
pub fn dates(first: NaiveDate, rhythm: Rhythm, end: End) -> Result<Vec<NaiveDate>, Wrong> {
    if rhythm == Rhythm::MonthlyLast && !is_last(first) {
        return Err(Wrong::NotLastOfMonth);
    }
    match end {
        End::Times(times) if (1..=MOST).contains(&times) => {
            Ok(from(first, rhythm).take(times).collect())
        }
        End::Times(_) => Err(Wrong::RepeatTimes(MOST)),
        End::LastDay(day) if day < first => Err(Wrong::LastDayBeforeFirst),
        End::LastDay(day) => {
            let until_then = from(first, rhythm).take_while(|date| *date <= day);
            let dates: Vec<NaiveDate> = until_then.take(MOST + 1).collect();
            if dates.len() > MOST {
                return Err(Wrong::RepeatTooLong(MOST));
            }
            Ok(dates)
        }
    }
}

/// Which of its weekday in its month a date is, from 1.
pub fn which(date: NaiveDate) -> u8 {
    u8::try_from(date.day0() / 7 + 1).unwrap_or(5)
}

/// Whether no such weekday follows in its month.
pub fn is_last(date: NaiveDate) -> bool {
    let next = date.checked_add_days(Days::new(7));
    next.is_none_or(|next| next.month() != date.month())
}

/// Every date of a rhythm, as far as the calendar goes.
fn from(first: NaiveDate, rhythm: Rhythm) -> Box<dyn Iterator<Item = NaiveDate>> {
    match rhythm {
        Rhythm::Weekly => Box::new(every(first, 7)),
        Rhythm::Fortnightly => Box::new(every(first, 14)),
        Rhythm::Monthly => Box::new(monthly(first, move |month| {
            let (year, number) = (month.year(), month.month());
            NaiveDate::from_weekday_of_month_opt(year, number, first.weekday(), which(first))
        })),
        Rhythm::MonthlyLast => Box::new(monthly(first, move |month| {
            let of = |which| {
                let (year, number) = (month.year(), month.month());
                NaiveDate::from_weekday_of_month_opt(year, number, first.weekday(), which)
            };
            of(5).or_else(|| of(4))
        })),
    }
}

fn every(first: NaiveDate, days: u64) -> impl Iterator<Item = NaiveDate> {
    iter::successors(Some(first), move |date| {
        date.checked_add_days(Days::new(days))
    })
}

/// One date of each month, beginning with the first date's own; a month may have none.
fn monthly(
    first: NaiveDate,
    date_in: impl Fn(NaiveDate) -> Option<NaiveDate>,
) -> impl Iterator<Item = NaiveDate> {
    let month = first.with_day(1).unwrap_or(first);
    (0..)
        .map_while(move |number| month.checked_add_months(Months::new(number)))
        .filter_map(date_in)
}

#[cfg(test)]
mod tests;
