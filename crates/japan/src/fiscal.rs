//! The fiscal year (年度) of public bodies, April to March: 地方自治法第208条.

use std::ops::RangeInclusive;

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::{calendar, kana};

/// A fiscal year, known by the western year in which it begins: 令和8年度 is
/// 2026-04-01 to 2027-03-31.
///
/// In JSON and in the database it is that year, as a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i32", into = "i32")]
pub struct FiscalYear {
    first_day: NaiveDate,
}

/// A year outside 1000 to 9999, which no paper of the centre bears.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no fiscal year of four digits")]
pub struct NoSuchYear;

impl FiscalYear {
    /// The fiscal year in which a date lies.
    pub fn of(date: NaiveDate) -> Self {
        let first_of_month = date - Days::new(u64::from(date.day0()));
        let first_day = first_of_month - Months::new((date.month0() + 9) % 12);
        Self { first_day }
    }

    /// The fiscal year that begins in April of a western year.
    pub fn try_starting_in(year: i32) -> Result<Self, NoSuchYear> {
        let year = (1_000..=9_999).contains(&year).then_some(year);
        let first_day = year.and_then(|year| NaiveDate::from_ymd_opt(year, 4, 1));
        first_day
            .map(|first_day| Self { first_day })
            .ok_or(NoSuchYear)
    }

    /// A fiscal year as people type it: 令和8年度, R8, 2026年度, 2026.
    ///
    /// 平成31年度 and 令和元年度 are the same one.
    pub fn parse(typed: &str) -> Option<Self> {
        let text = kana::digits(typed);
        let year = text.trim_end_matches("年度");
        // December lies in the era whose first year it is, and the last year
        // of an era runs on to it.
        calendar::parse_date(&format!("{year}年12月1日")).map(Self::of)
    }

    /// The western year in which it begins.
    pub fn year(self) -> i32 {
        self.first_day.year()
    }

    /// 1 April.
    pub fn first_day(self) -> NaiveDate {
        self.first_day
    }

    /// 31 March of the year after.
    pub fn last_day(self) -> NaiveDate {
        self.next().first_day - Days::new(1)
    }

    /// From its first day to its last.
    pub fn days(self) -> RangeInclusive<NaiveDate> {
        self.first_day()..=self.last_day()
    }

    /// The first days of its twelve months, from April on.
    pub fn months(self) -> impl Iterator<Item = NaiveDate> {
        (0..12).map(move |month| self.first_day + Months::new(month))
    }

    /// Its four quarters.
    pub fn quarters(self) -> impl Iterator<Item = Quarter> {
        (1..=4).map(move |number| Quarter { year: self, number })
    }

    /// The one after.
    #[must_use]
    pub fn next(self) -> Self {
        Self {
            first_day: self.first_day + Months::new(12),
        }
    }

    /// The one before.
    #[must_use]
    pub fn previous(self) -> Self {
        Self {
            first_day: self.first_day - Months::new(12),
        }
    }

    /// This one and those after it, to the last one inclusive; none when the
    /// last one is earlier.
    pub fn through(self, last: Self) -> impl Iterator<Item = Self> {
        std::iter::successors(Some(self), |year| Some(year.next()))
            .take_while(move |year| *year <= last)
    }

    /// What papers call it: 令和8年度.
    ///
    /// It bears the era in which it begins, but the one that began in April
    /// 2019 is 令和元年度 from first to last (「改元に伴う元号による年表示の取扱いに
    /// ついて」, 新元号への円滑な移行に向けた関係省庁連絡会議, April 2019).
    pub fn name(self) -> String {
        // No era has begun in April, and 令和 began on 1 May: asking for that
        // day gives 2019 its new name and every other year its own.
        let named_after = self.first_day + Months::new(1);
        let date = calendar::wareki(named_after);
        let year = date
            .split_once('年')
            .map_or(date.as_str(), |(year, _)| year);
        format!("{year}年度")
    }
}

impl TryFrom<i32> for FiscalYear {
    type Error = NoSuchYear;

    fn try_from(year: i32) -> Result<Self, NoSuchYear> {
        Self::try_starting_in(year)
    }
}

impl From<FiscalYear> for i32 {
    fn from(year: FiscalYear) -> Self {
        year.year()
    }
}

/// Three months of a fiscal year (四半期), for which the centre reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quarter {
    year: FiscalYear,
    number: u32,
}

impl Quarter {
    /// The quarter in which a date lies: January is in the fourth.
    pub fn of(date: NaiveDate) -> Self {
        Self {
            year: FiscalYear::of(date),
            number: (date.month0() + 9) % 12 / 3 + 1,
        }
    }

    /// The fiscal year it belongs to.
    pub fn year(self) -> FiscalYear {
        self.year
    }

    /// From 1 (April to June) to 4 (January to March).
    pub fn number(self) -> u32 {
        self.number
    }

    /// Its first day.
    pub fn first_day(self) -> NaiveDate {
        self.year.first_day + Months::new(3 * (self.number - 1))
    }

    /// Its last day.
    pub fn last_day(self) -> NaiveDate {
        self.year.first_day + Months::new(3 * self.number) - Days::new(1)
    }

    /// What papers call it within its year: 第4四半期.
    pub fn name(self) -> String {
        format!("第{}四半期", self.number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn year(year: i32) -> FiscalYear {
        FiscalYear::try_starting_in(year).unwrap()
    }

    /// The worked example G10.
    #[test]
    fn a_date_lies_in_the_year_and_quarter_that_papers_say() {
        for (date, name, quarter) in [
            (day(2026, 3, 31), "令和7年度", "第4四半期"),
            (day(2026, 4, 1), "令和8年度", "第1四半期"),
            (day(2026, 6, 30), "令和8年度", "第1四半期"),
            (day(2026, 7, 1), "令和8年度", "第2四半期"),
            (day(2026, 12, 31), "令和8年度", "第3四半期"),
            (day(2027, 1, 15), "令和8年度", "第4四半期"),
            (day(2027, 4, 1), "令和9年度", "第1四半期"),
            (day(2019, 4, 1), "令和元年度", "第1四半期"),
            (day(2020, 3, 31), "令和元年度", "第4四半期"),
            (day(2019, 3, 31), "平成30年度", "第4四半期"),
            (day(1989, 3, 31), "昭和63年度", "第4四半期"),
            (day(1989, 4, 1), "平成元年度", "第1四半期"),
            (day(1926, 12, 31), "大正15年度", "第3四半期"),
        ] {
            assert_eq!(FiscalYear::of(date).name(), name, "{date}");
            assert_eq!(Quarter::of(date).name(), quarter, "{date}");
        }
    }

    #[test]
    fn a_year_is_read_as_people_type_it() {
        for (typed, western) in [
            ("令和8年度", 2026),
            ("令和８年度", 2026),
            ("R8", 2026),
            ("2026年度", 2026),
            ("2026", 2026),
            ("平成31年度", 2019),
            ("令和元年度", 2019),
            ("令和1年度", 2019),
            ("平成30年度", 2018),
            ("昭和63年度", 1988),
        ] {
            assert_eq!(FiscalYear::parse(typed), Some(year(western)), "{typed}");
        }
        for typed in [
            "",
            "年度",
            "令和",
            "令和0年度",
            "平成32年度",
            "26",
            "2026年4月",
            "来年度",
        ] {
            assert_eq!(FiscalYear::parse(typed), None, "{typed}");
        }
    }

    #[test]
    fn every_name_reads_back() {
        for fiscal in year(1873).through(year(2100)) {
            assert_eq!(FiscalYear::parse(&fiscal.name()), Some(fiscal));
        }
    }

    #[test]
    fn every_day_lies_in_its_year_and_quarter() {
        let days = day(1948, 1, 1).iter_days();
        for date in days.take_while(|date| date.year() < 2051) {
            let (fiscal, quarter) = (FiscalYear::of(date), Quarter::of(date));
            assert!(fiscal.days().contains(&date), "{date}");
            assert!(
                quarter.first_day() <= date && date <= quarter.last_day(),
                "{date}"
            );
            assert_eq!(quarter.year(), fiscal);
            assert_eq!(fiscal.year(), calendar::fiscal_year(date));
        }
    }

    #[test]
    fn quarters_and_months_fill_the_year() {
        let fiscal = year(2027);
        assert_eq!(fiscal.last_day(), day(2028, 3, 31));
        let mut next = fiscal.first_day();
        for quarter in fiscal.quarters() {
            assert_eq!(quarter.first_day(), next);
            assert_eq!(Quarter::of(next), quarter);
            next = quarter.last_day() + Days::new(1);
        }
        assert_eq!(next, fiscal.next().first_day());
        let months: Vec<NaiveDate> = fiscal.months().collect();
        assert_eq!(
            (months.len(), months[0], months[11]),
            (12, day(2027, 4, 1), day(2028, 3, 1))
        );
    }

    #[test]
    fn years_follow_one_another() {
        let years: Vec<i32> = year(2025)
            .through(year(2027))
            .map(FiscalYear::year)
            .collect();
        assert_eq!(years, [2025, 2026, 2027]);
        assert_eq!(year(2027).through(year(2025)).count(), 0);
        assert_eq!(year(2026).next().previous(), year(2026));
    }

    #[test]
    fn in_json_it_is_its_first_year() {
        assert_eq!(serde_json::to_string(&year(2026)).unwrap(), "2026");
        assert_eq!(
            serde_json::from_str::<FiscalYear>("2026").unwrap(),
            year(2026)
        );
        assert!(serde_json::from_str::<FiscalYear>("26").is_err());
    }
}
