//! Public holidays: 国民の祝日に関する法律 (昭和23年法律第178号) through all its
//! changes since 1948, under the list that the Cabinet Office publishes.
//!
//! The equinoxes of a year are fixed only in the February before it, when the
//! National Astronomical Observatory announces them in the gazette (暦要項), and
//! parliament moves a holiday now and then. So the formula is what holds until
//! the official list (内閣府「国民の祝日・休日」) of a year has been read in.

mod equinox;
mod law;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::iter::successors;
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate, Weekday};

use crate::calendar;

/// A day on which the ward's offices rest by the law on holidays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holiday {
    /// What calendars call it: 憲法記念日, 振替休日.
    pub name: Cow<'static, str>,
    /// Which sentence of the law makes it one.
    pub kind: Kind,
}

/// Which sentence of the law makes a day a holiday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// 国民の祝日 (第2条), and the six days made holidays once by laws of
    /// their own.
    National,
    /// 振替休日 (第3条第2項): a national holiday fell on a Sunday.
    Substitute,
    /// 国民の休日 (第3条第3項): between two national holidays.
    Between,
}

/// Who knows the holidays: the official list for the years it has, the law and
/// the astronomers' formula for all others.
///
/// The default has no list. Before 20 July 1948, when the law came into force,
/// there are no holidays; after 2150 the equinoxes are missing.
///
/// ```
/// use chrono::NaiveDate;
/// let holidays = japan::holidays::Holidays::default();
/// let day = NaiveDate::from_ymd_opt(2026, 5, 6).unwrap();
/// assert_eq!(holidays.holiday(day).unwrap().name, "振替休日");
/// ```
#[derive(Clone, Debug, Default)]
pub struct Holidays {
    listed: BTreeMap<NaiveDate, Holiday>,
    years: BTreeSet<i32>,
}

/// The facts of the official list (内閣府「国民の祝日・休日」), 1955 to 2027, in its own words.
const PUBLISHED: &str = include_str!("../data/holidays.csv");

impl Holidays {
    /// The official list as far as it has been published, the law and the formula beyond.
    pub fn published() -> &'static Self {
        static KNOWN: LazyLock<Holidays> = LazyLock::new(|| Holidays::official(rows(PUBLISHED)));
        &KNOWN
    }

    /// Takes over the rows of the official list.
    ///
    /// Every year with a row in it is taken whole: what is not among its rows
    /// is no holiday. The list calls substitute days and days between both
    /// 休日; here they get the names that people use. Other names stay as they
    /// are listed.
    pub fn official(rows: impl IntoIterator<Item = (NaiveDate, String)>) -> Self {
        let rows: BTreeMap<NaiveDate, String> = rows.into_iter().collect();
        let years = rows.keys().map(Datelike::year).collect();
        let listed = rows
            .iter()
            .map(|(date, name)| (*date, listed(&rows, *date, name)))
            .collect();
        Self { listed, years }
    }

    /// The holiday on a date, if there is one.
    pub fn holiday(&self, date: NaiveDate) -> Option<Holiday> {
        if self.is_official(date.year()) {
            return self.listed.get(&date).cloned();
        }
        by_law(date)
    }

    /// Whether a date is a holiday. A Sunday that is none is not one.
    pub fn is_holiday(&self, date: NaiveDate) -> bool {
        self.holiday(date).is_some()
    }

    /// The holidays of a calendar year in order.
    pub fn of_year(&self, year: i32) -> Vec<(NaiveDate, Holiday)> {
        NaiveDate::from_yo_opt(year, 1)
            .into_iter()
            .flat_map(|first| first.iter_days())
            .take_while(|date| date.year() == year)
            .filter_map(|date| Some((date, self.holiday(date)?)))
            .collect()
    }

    /// Whether a year comes from the official list; otherwise its holidays are
    /// provisional, which pages about next year should say.
    pub fn is_official(&self, year: i32) -> bool {
        self.years.contains(&year)
    }
}

/// The rows of a list as it is published: `1955/1/1,元日`.
fn rows(list: &str) -> impl Iterator<Item = (NaiveDate, String)> {
    list.lines().filter_map(|line| {
        let (date, name) = line.split_once(',')?;
        Some((calendar::parse_date(date)?, name.to_owned()))
    })
}

/// A row of the official list; 休日 is told apart by the days before it.
fn listed(rows: &BTreeMap<NaiveDate, String>, date: NaiveDate, name: &str) -> Holiday {
    if name != "休日" {
        return Holiday {
            name: Cow::Owned(name.to_owned()),
            kind: Kind::National,
        };
    }
    if follows_sunday(date, 7, |day| rows.contains_key(&day)) {
        return SUBSTITUTE;
    }
    BETWEEN
}

/// The holiday that the law makes of a date.
fn by_law(date: NaiveDate) -> Option<Holiday> {
    if let Some(name) = law::named(date) {
        return Some(Holiday {
            name: Cow::Borrowed(name),
            kind: Kind::National,
        });
    }
    if is_substitute(date) {
        return Some(SUBSTITUTE);
    }
    is_between(date).then_some(BETWEEN)
}

const SUBSTITUTE: Holiday = Holiday {
    name: Cow::Borrowed("振替休日"),
    kind: Kind::Substitute,
};
const BETWEEN: Holiday = Holiday {
    name: Cow::Borrowed("国民の休日"),
    kind: Kind::Between,
};

/// Whether the law gives a day off for a holiday on a Sunday.
///
/// Since 12 April 1973 (昭和48年法律第10号) it was the Monday; since 2007
/// (平成17年法律第43号) it is the next day that is no national holiday itself.
fn is_substitute(date: NaiveDate) -> bool {
    let reach = if date.year() < 2007 { 1 } else { 7 };
    is_since(date, (1973, 4, 12)) && follows_sunday(date, reach, |day| law::named(day).is_some())
}

/// Whether the law gives a day off because it lies between two national
/// holidays.
///
/// Since 27 December 1985 (昭和60年法律第103号), until 2006 not on a Sunday.
fn is_between(date: NaiveDate) -> bool {
    let is_named = |day: Option<NaiveDate>| day.and_then(law::named).is_some();
    let may_be = date.weekday() != Weekday::Sun || date.year() >= 2007;
    is_since(date, (1985, 12, 27))
        && may_be
        && is_named(date.pred_opt())
        && is_named(date.succ_opt())
}

/// Whether an unbroken row of holidays, at most so long, leads back to a Sunday.
fn follows_sunday(date: NaiveDate, reach: usize, is_holiday: impl Fn(NaiveDate) -> bool) -> bool {
    successors(date.pred_opt(), NaiveDate::pred_opt)
        .take(reach)
        .take_while(|day| is_holiday(*day))
        .any(|day| day.weekday() == Weekday::Sun)
}

fn is_since(date: NaiveDate, first: (i32, u32, u32)) -> bool {
    (date.year(), date.month(), date.day()) >= first
}

#[cfg(test)]
mod tests;
