//! Times of day, and a day's opening hours.

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use kernel::{Instant, Span};

/// A stretch of one day in Tokyo, in minutes after midnight: when a house is open, or shut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours {
    /// It opens.
    pub opens: i32,
    /// It closes.
    pub closes: i32,
}

impl Hours {
    /// The hours of a date as a stretch of time.
    pub fn on(self, date: NaiveDate) -> Span {
        Span {
            from: minute(date, self.opens),
            until: minute(date, self.closes),
        }
    }

    /// From the earlier opening to the later closing.
    #[must_use]
    pub fn around(self, other: Self) -> Self {
        Self {
            opens: self.opens.min(other.opens),
            closes: self.closes.max(other.closes),
        }
    }

    /// The hours of the grid's columns, in words: `9:00` … `20:00`.
    pub fn columns(self) -> Vec<String> {
        (self.opens / 60..(self.closes + 59) / 60)
            .map(|hour| format!("{hour}:00"))
            .collect()
    }
}

/// A time of day as people type it, in minutes after midnight: `9:30`, `09:30`, `９：３０`; `24:00`
/// is the end of the day. `None` when it is no time.
pub fn clock(typed: &str) -> Option<i32> {
    let text = japan::kana::digits(typed);
    let (hours, minutes) = text.split_once(':')?;
    let number = |text: &str| {
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        (digits && text.len() <= 2)
            .then(|| text.parse::<i32>().ok())
            .flatten()
    };
    let minutes = number(hours)? * 60 + number(minutes).filter(|minutes| *minutes < 60)?;
    (0..=24 * 60).contains(&minutes).then_some(minutes)
}

/// So many minutes after midnight as pages show them: `9:30`.
pub fn time_of_day(minutes: i32) -> String {
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

/// The moment so many minutes after midnight in Tokyo.
pub fn minute(date: NaiveDate, minutes: i32) -> Instant {
    Instant::at(date, NaiveTime::MIN) + TimeDelta::minutes(minutes.into())
}
