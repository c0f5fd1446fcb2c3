//! Of which time figures are asked: a month, or a fiscal year.

use std::ops::RangeInclusive;

use chrono::{Datelike, Days, Months, NaiveDate};
use japan::fiscal::FiscalYear;
use serde_json::{Value, json};
use web::{Error, Typed};

use crate::rules::{Seeing, years_for_ward};

/// Years that can be asked for.
const YEARS: RangeInclusive<i32> = 2000..=2200;

/// A month by its first day, or a fiscal year.
#[derive(Clone, Copy, Debug)]
pub(super) enum Period {
    Month(NaiveDate),
    Year(FiscalYear),
}

impl Period {
    /// The time that is asked for: this month without a word of it, for the ward the last fiscal year
    /// that it sees. Parts of a year are not the ward's to see, and neither is one that goes on.
    pub(super) fn asked(seeing: Seeing, today: NaiveDate, typed: &Typed) -> Result<Self, Error> {
        let (month, year) = (typed.text("month"), typed.text("year"));
        let year = match year {
            "" => None,
            year => Some(read_year(year).ok_or_else(Error::not_found)?),
        };
        if seeing == Seeing::Guarded {
            let seen = years_for_ward(today);
            let year = year.unwrap_or(*seen.end());
            return match month {
                "" if seen.contains(&year) => Ok(Self::Year(year)),
                "" => Err(Error::not_found()),
                _ => Err(Error::forbidden()),
            };
        }
        match (month, year) {
            (_, Some(year)) => Ok(Self::Year(year)),
            ("", None) => Ok(Self::Month(first(today))),
            (month, None) => {
                let month = read_month(month).ok_or_else(Error::not_found)?;
                Ok(Self::Month(month))
            }
        }
    }

    /// From its first day to its last.
    pub(super) fn days(self) -> RangeInclusive<NaiveDate> {
        match self {
            Self::Month(first) => first..=first + Months::new(1) - Days::new(1),
            Self::Year(year) => year.days(),
        }
    }

    /// As files are named: `2026-12`, `fy2026`.
    pub(super) fn code(self) -> String {
        match self {
            Self::Month(first) => first.format("%Y-%m").to_string(),
            Self::Year(year) => format!("fy{}", year.year()),
        }
    }

    /// As addresses have it: what it is called there, and its value.
    pub(super) fn query(self) -> (&'static str, String) {
        match self {
            Self::Month(_) => ("month", self.code()),
            Self::Year(year) => ("year", year.year().to_string()),
        }
    }

    /// What pages are given of it, with the times before and after that can be asked for.
    pub(super) fn facts(self, seeing: Seeing, today: NaiveDate) -> Value {
        let (before, after, other) = match self {
            Self::Month(first) => (
                Self::Month(first - Months::new(1)),
                Self::Month(first + Months::new(1)),
                Self::Year(FiscalYear::of(first)),
            ),
            Self::Year(year) => (
                Self::Year(year.previous()),
                Self::Year(year.next()),
                Self::Month(first(today).clamp(year.first_day(), first(year.last_day()))),
            ),
        };
        let can = |other: &Self| match (seeing, other) {
            (Seeing::Guarded, Self::Year(year)) => years_for_ward(today).contains(year),
            (Seeing::Guarded, Self::Month(_)) => false,
            (Seeing::Whole, other) => YEARS.contains(&other.days().start().year()),
        };
        let link = |other: Self| can(&other).then(|| other.address());
        let (name, value) = self.query();
        json!({
            "name": name, "value": value,
            "first": match self { Self::Month(first) => Some(first), Self::Year(_) => None },
            "year": match self { Self::Year(year) => Some(year.name()), Self::Month(_) => None },
            "previous": link(before), "next": link(after), "other": link(other),
        })
    }

    fn address(self) -> String {
        let (name, value) = self.query();
        format!("/cases/figures?{name}={value}")
    }
}

fn first(date: NaiveDate) -> NaiveDate {
    date.with_day(1).unwrap_or(date)
}

fn read_month(typed: &str) -> Option<NaiveDate> {
    let date: NaiveDate = format!("{typed}-01").parse().ok()?;
    let typed_so = date.format("%Y-%m").to_string() == typed;
    (typed_so && YEARS.contains(&date.year())).then_some(date)
}

fn read_year(typed: &str) -> Option<FiscalYear> {
    FiscalYear::parse(typed).filter(|year| YEARS.contains(&year.year()))
}
