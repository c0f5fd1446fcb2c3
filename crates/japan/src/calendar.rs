//! Dates as the centre writes and reads them: weekdays, eras (和暦) and the
//! fiscal year (年度).

use chrono::{Datelike, NaiveDate, Weekday};

use crate::kana;

/// The one-character weekday, as in 令和8年4月1日(水).
pub fn weekday_ja(date: NaiveDate) -> char {
    match date.weekday() {
        Weekday::Mon => '月',
        Weekday::Tue => '火',
        Weekday::Wed => '水',
        Weekday::Thu => '木',
        Weekday::Fri => '金',
        Weekday::Sat => '土',
        Weekday::Sun => '日',
    }
}

/// The date in the Japanese era: 平成31年4月30日, 令和元年5月1日.
///
/// A date before 1873, when Japan took the western calendar, is written in
/// western years, because its month and day would be others.
pub fn wareki(date: NaiveDate) -> String {
    let (month, day) = (date.month(), date.day());
    match era_of(date) {
        None => format!("{}年{month}月{day}日", date.year()),
        Some((era, 1)) => format!("{}元年{month}月{day}日", era.name),
        Some((era, year)) => format!("{}{year}年{month}月{day}日", era.name),
    }
}

/// The western year in which the fiscal year of a date began (1 April):
/// 2027-03-31 lies in fiscal year 2026, 令和8年度.
pub fn fiscal_year(date: NaiveDate) -> i32 {
    if date.month() < 4 {
        date.year() - 1
    } else {
        date.year()
    }
}

/// A date as people type it, western or Japanese, in any width of digits.
///
/// Read are `2026-12-15`, `2026/12/15`, `2026.12.15`, `2026年12月15日`,
/// `20261215`, `令和8年12月15日`, `令8.12.15`, `R8.12.15` and 元年 for the first
/// year; a weekday in brackets at the end is ignored when it is the right one.
/// A day that does not exist, a year outside its era (平成40年) and a western
/// year of fewer than four digits are refused with `None`, for they are more
/// likely slips than meant. The last year of an era may run on to its
/// December (平成31年12月), as papers printed before the change do.
pub fn parse_date(typed: &str) -> Option<NaiveDate> {
    let text: String = kana::digits(typed)
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect();
    let (text, weekday) = split_weekday(&text);
    let date = match split_era(text) {
        Some((era, rest)) => era_date(era, rest),
        None => western_date(text),
    }?;
    weekday
        .is_none_or(|typed| typed == weekday_ja(date))
        .then_some(date)
}

/// A Japanese era: what it is called and when it began.
struct Era {
    name: &'static str,
    letter: char,
    first: (i32, u32, u32),
}

/// From the newest to the oldest, since 1873.
const ERAS: [Era; 5] = [
    Era {
        name: "令和",
        letter: 'R',
        first: (2019, 5, 1),
    },
    Era {
        name: "平成",
        letter: 'H',
        first: (1989, 1, 8),
    },
    Era {
        name: "昭和",
        letter: 'S',
        first: (1926, 12, 25),
    },
    Era {
        name: "大正",
        letter: 'T',
        first: (1912, 7, 30),
    },
    // The era began in 1868; western dates in 1873, its sixth year.
    Era {
        name: "明治",
        letter: 'M',
        first: (1868, 1, 25),
    },
];

/// The first year in which Japan used the western calendar.
const WESTERN_SINCE: i32 = 1873;

/// The era of a date and the year within it, counted from one.
fn era_of(date: NaiveDate) -> Option<(&'static Era, i32)> {
    let day = (date.year(), date.month(), date.day());
    let era = ERAS.iter().find(|era| era.first <= day)?;
    (date.year() >= WESTERN_SINCE).then_some((era, date.year() - era.first.0 + 1))
}

/// Takes a weekday off the end: `…(水)` or `…(水曜日)`.
fn split_weekday(text: &str) -> (&str, Option<char>) {
    let Some((date, bracket)) = text.split_once('(') else {
        return (text, None);
    };
    let weekday = bracket.trim_end_matches(')').trim_end_matches("曜日");
    let mut letters = weekday.chars();
    match (letters.next(), letters.next()) {
        (Some(weekday), None) => (date, Some(weekday)),
        _ => (text, None),
    }
}

/// Takes an era off the front: its name, the name's first character, or its
/// letter in either case.
fn split_era(text: &str) -> Option<(&'static Era, &str)> {
    ERAS.iter().find_map(|era| {
        let initial = era.name.chars().next()?;
        let rest = text
            .strip_prefix(era.name)
            .or_else(|| text.strip_prefix(initial))
            .or_else(|| text.strip_prefix(era.letter))
            .or_else(|| text.strip_prefix(era.letter.to_ascii_lowercase()))?;
        Some((era, rest))
    })
}

/// A date within an era, such as `8年12月15日` or `元.5.1`.
fn era_date(era: &Era, rest: &str) -> Option<NaiveDate> {
    let rest = match rest.strip_prefix('元') {
        Some(after) => format!("1{after}"),
        None => rest.to_owned(),
    };
    let [year, month, day] = three_numbers(&rest)?;
    let year = i32::try_from(year).ok().filter(|year| *year >= 1)?;
    let date = NaiveDate::from_ymd_opt(era.first.0.checked_add(year - 1)?, month, day)?;
    let (actual, _) = era_of(date)?;
    let began = (date.year(), month, day) >= era.first;
    let runs_on = date.year() == actual.first.0;
    (began && (actual.name == era.name || runs_on && follows(actual, era))).then_some(date)
}

/// Whether one era came directly after another.
fn follows(later: &Era, earlier: &Era) -> bool {
    ERAS.windows(2)
        .any(|pair| pair[0].name == later.name && pair[1].name == earlier.name)
}

/// A date in western years: with separators, or eight digits in a row.
fn western_date(text: &str) -> Option<NaiveDate> {
    if text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit()) {
        let number: u32 = text.parse().ok()?;
        let year = i32::try_from(number / 10_000).ok()?;
        return NaiveDate::from_ymd_opt(year, number / 100 % 100, number % 100)
            .filter(|date| date.year() >= 1000);
    }
    let [year, month, day] = three_numbers(text)?;
    let year = i32::try_from(year)
        .ok()
        .filter(|year| (1000..=9999).contains(year))?;
    NaiveDate::from_ymd_opt(year, month, day)
}

/// Year, month and day between `年月日`, or between one and the same of
/// `-`, `/` and `.`.
fn three_numbers(text: &str) -> Option<[u32; 3]> {
    if let Some((year, rest)) = text.split_once('年') {
        let (month, rest) = rest.split_once('月')?;
        let day = rest.strip_suffix('日')?;
        return numbers([year, month, day]);
    }
    let separator = text.chars().find(|c| matches!(c, '-' | '/' | '.'))?;
    let parts: Vec<&str> = text.split(separator).collect();
    numbers(<[&str; 3]>::try_from(parts).ok()?)
}

/// Three runs of one to four ASCII digits as numbers.
fn numbers(parts: [&str; 3]) -> Option<[u32; 3]> {
    let number = |part: &str| {
        let plain = (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| part.parse().ok()).flatten()
    };
    let [year, month, day] = parts.map(number);
    Some([year?, month?, day?])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a date of the table")
    }

    #[test]
    fn a_date_is_written_in_the_era_of_its_day() {
        for (date, text) in [
            (day(2019, 4, 30), "平成31年4月30日"),
            (day(2019, 5, 1), "令和元年5月1日"),
            (day(2019, 12, 31), "令和元年12月31日"),
            (day(2020, 1, 1), "令和2年1月1日"),
            (day(2026, 4, 1), "令和8年4月1日"),
            (day(1989, 1, 7), "昭和64年1月7日"),
            (day(1989, 1, 8), "平成元年1月8日"),
            (day(1926, 12, 24), "大正15年12月24日"),
            (day(1926, 12, 25), "昭和元年12月25日"),
            (day(1912, 7, 29), "明治45年7月29日"),
            (day(1912, 7, 30), "大正元年7月30日"),
            (day(1873, 1, 1), "明治6年1月1日"),
            (day(1872, 12, 31), "1872年12月31日"),
        ] {
            assert_eq!(wareki(date), text);
        }
    }

    /// The worked example G10.
    #[test]
    fn the_fiscal_year_begins_in_april() {
        for (date, year) in [
            (day(2026, 3, 31), 2025),
            (day(2026, 4, 1), 2026),
            (day(2027, 1, 15), 2026),
            (day(2027, 3, 31), 2026),
            (day(2027, 4, 1), 2027),
        ] {
            assert_eq!(fiscal_year(date), year, "{date}");
        }
    }

    #[test]
    fn the_weekday_is_one_character() {
        for (date, weekday) in [
            (day(2026, 4, 1), '水'),
            (day(2026, 5, 3), '日'),
            (day(2026, 5, 6), '水'),
            (day(2026, 9, 22), '火'),
            (day(2026, 10, 10), '土'),
            (day(2026, 10, 12), '月'),
            (day(2027, 4, 30), '金'),
            (day(2026, 7, 2), '木'),
        ] {
            assert_eq!(weekday_ja(date), weekday, "{date}");
        }
    }

    #[test]
    fn a_date_is_read_in_every_common_form() {
        for typed in [
            "2026-12-15",
            "2026/12/15",
            "2026.12.15",
            "20261215",
            " ２０２６－１２－１５ ",
            "2026ー12ー15",
            "２０２６年１２月１５日",
            "2026年12月15日(火)",
            "2026年12月15日（火曜日）",
            "令和8年12月15日",
            "令和 ８ 年 １２ 月 １５ 日",
            "令8.12.15",
            "R8.12.15",
            "r8/12/15",
            "Ｒ８．１２．１５",
            "R08-12-15",
        ] {
            assert_eq!(parse_date(typed), Some(day(2026, 12, 15)), "{typed}");
        }
        for (typed, date) in [
            ("令和元年5月1日", day(2019, 5, 1)),
            ("R1.5.1", day(2019, 5, 1)),
            ("R元.5.1", day(2019, 5, 1)),
            ("平成31年4月30日", day(2019, 4, 30)),
            ("平成31年12月1日", day(2019, 12, 1)),
            ("昭和64年1月7日", day(1989, 1, 7)),
            ("S45.3.3", day(1970, 3, 3)),
            ("大正元年7月30日", day(1912, 7, 30)),
            ("2028-02-29", day(2028, 2, 29)),
            ("2026/1/5", day(2026, 1, 5)),
        ] {
            assert_eq!(parse_date(typed), Some(date), "{typed}");
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for typed in [
            "",
            "2026-02-30",
            "2026-02-29",
            "令和8年2月30日",
            "20260230",
            "2026-13-01",
            "2026-00-10",
            "26-12-15",
            "8.12.15",
            "12/15",
            "2026-12",
            "2026-12-15-1",
            "2026-12/15",
            "2026年12月15",
            "2026年12月15日(水)",
            "2026-+2-15",
            "令和0年5月1日",
            "令和元年4月30日",
            "平成40年1月1日",
            "平成32年1月1日",
            "昭和99年1月1日",
            "明治5年1月1日",
            "令和元8年1月1日x",
            "明日",
            "令和",
            "99999-12-15",
            "令和9999999999年1月1日",
            "2026年十二月1日",
        ] {
            assert_eq!(parse_date(typed), None, "{typed}");
        }
    }

    #[test]
    fn every_day_of_two_centuries_reads_back_from_its_era() {
        let first = day(1873, 1, 1);
        for date in first.iter_days().take_while(|date| date.year() < 2101) {
            assert_eq!(parse_date(&wareki(date)), Some(date));
        }
    }
}
