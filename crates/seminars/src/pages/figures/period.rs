//! Of which time figures are asked: a month, or a fiscal year.

use std::ops::RangeInclusive;

use chrono::{Datelike, Days, Months, NaiveDate};
use japan::fiscal::FiscalYear;
use kernel::Span;
use serde_json::{Value, json};
use web::{Error, Typed};

/// Years that can be asked for.
const YEARS: RangeInclusive<i32> = 2000..=2200;

/// A month by its first day, or a fiscal year.
#[derive(Clone, Copy, Debug)]
pub(super) enum Period {
    Month(NaiveDate),
    Year(FiscalYear),
}

impl Period {
    /// The time that is asked for: this fiscal year without a word of it.
    pub(super) fn asked(typed: &Typed, today: NaiveDate) -> Result<Self, Error> {
        let (month, year) = (typed.text("month"), typed.text("year"));
        let found = match (month, year) {
            ("", "") => Some(Self::Year(FiscalYear::of(today))),
            ("", year) => FiscalYear::parse(year).map(Self::Year),
            (month, _) => {
                let first: Option<NaiveDate> = format!("{month}-01").parse().ok();
                first.map(Self::Month)
            }
        };
        let known = found.filter(|one| YEARS.contains(&one.days().start().year()));
        known.ok_or_else(Error::not_found)
    }

    /// From its first day to its last.
    fn days(self) -> RangeInclusive<NaiveDate> {
        match self {
            Self::Month(first) => first..=first + Months::new(1) - Days::new(1),
            Self::Year(year) => year.days(),
        }
    }

    pub(super) fn span(self) -> Span {
        let days = self.days();
        Span {
            from: Span::day(*days.start()).from,
            until: Span::day(*days.end()).until,
        }
    }

    /// As an address has it: `month=2026-12`, `year=2026`.
    pub(super) fn query(self) -> (&'static str, String) {
        match self {
            Self::Month(first) => ("month", first.format("%Y-%m").to_string()),
            Self::Year(year) => ("year", year.year().to_string()),
        }
    }

    /// As files are named.
    pub(super) fn code(self) -> String {
        match self {
            Self::Month(first) => first.format("%Y-%m").to_string(),
            Self::Year(year) => format!("fy{}", year.year()),
        }
    }

    /// What pages say of it; the next is not offered before it has begun.
    pub(super) fn facts(self, today: NaiveDate) -> Value {
        let (name, value) = self.query();
        let days = self.days();
        let begun = (*days.end() + Days::new(1)) <= today;
        let at = |one: Self| {
            let (name, value) = one.query();
            format!("/counter/seminars/figures?{name}={value}")
        };
        let (previous, next, other) = match self {
            Self::Month(first) => (
                Self::Month(first - Months::new(1)),
                Self::Month(first + Months::new(1)),
                Self::Year(FiscalYear::of(first)),
            ),
            Self::Year(year) => (
                Self::Year(year.previous()),
                Self::Year(year.next()),
                Self::Month(today.with_day(1).unwrap_or(today)),
            ),
        };
        let year = match self {
            Self::Month(_) => None,
            Self::Year(year) => Some(year.name()),
        };
        json!({
            "name": name,
            "value": value,
            "first": days.start(),
            "year": year,
            "previous": at(previous),
            "next": begun.then(|| at(next)),
            "other": at(other),
        })
    }
}
