//! From when, and until when, a time can be booked.

use chrono::{Datelike, Days, Months, NaiveDate, TimeDelta};
use kernel::Instant;

use crate::rules::{Calendar, minute};

/// So many days are looked at for the next open one.
const CLOSED_AT_MOST: usize = 60;

/// When a day opens for booking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opening {
    /// Counted how.
    pub ahead: Ahead,
    /// At which time of day, in minutes after midnight.
    pub clock: i32,
}

/// How far before its day booking opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ahead {
    /// On the first day of the month so many months before; 6か月前の月初.
    FirstOfMonth(u32),
    /// On the same day so many months before; where that month has no such day, on its last.
    Months(u32),
    /// So many days before.
    Days(u32),
}

/// Until when a time can be booked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// So many minutes before it begins.
    Minutes(i32),
    /// So many days before, until a time of day: 前日の17時まで.
    Days {
        /// How many.
        days: u32,
        /// In minutes after midnight.
        clock: i32,
    },
}

impl Opening {
    /// The moment at which a date opens. Where the day counted in months is closed, it opens on the
    /// next open one (休館日なら翌開館日); days are counted as they are.
    pub fn of(self, date: NaiveDate, hours: &Calendar) -> Option<Instant> {
        let day = match self.ahead {
            Ahead::FirstOfMonth(months) => {
                let first = date.with_day(1)?;
                open_from(first.checked_sub_months(Months::new(months))?, hours)
            }
            Ahead::Months(months) => {
                open_from(date.checked_sub_months(Months::new(months))?, hours)
            }
            Ahead::Days(days) => date.checked_sub_days(Days::new(days.into()))?,
        };
        Some(minute(day, self.clock))
    }
}

/// The first open day from a date on; where none is near, that date.
fn open_from(day: NaiveDate, hours: &Calendar) -> NaiveDate {
    day.iter_days()
        .take(CLOSED_AT_MOST)
        .find(|day| hours.counter_opens(*day))
        .unwrap_or(day)
}

impl Notice {
    /// The last moment at which a time that begins then can be booked.
    pub fn last(self, from: Instant) -> Instant {
        match self {
            Self::Minutes(minutes) => from - TimeDelta::minutes(minutes.into()),
            Self::Days { days, clock } => {
                let date = from.date();
                minute(date - Days::new(days.into()), clock)
            }
        }
    }

    /// From which moment on times of a date can be booked now; `None` when none can.
    pub fn earliest(self, date: NaiveDate, now: Instant) -> Option<Instant> {
        match self {
            Self::Minutes(minutes) => Some(now + TimeDelta::minutes(minutes.into())),
            Self::Days { .. } => (now <= self.last(minute(date, 0))).then_some(minute(date, 0)),
        }
    }
}
