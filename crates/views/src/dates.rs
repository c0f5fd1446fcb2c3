//! Dates and times as people in Tokyo read them.
//!
//! Everything takes text, as templates have it: an RFC 3339 instant (`kernel::Instant`
//! serialises so), a plain date `2026-12-15`, or a time of day `13:00`.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};

use crate::{Failed, Lang};

/// The years eras began, newest first; the first year of each is 元年.
const ERAS: [(NaiveDate, &str, &str); 5] = [
    (day(2019, 5, 1), "令和", "Reiwa"),
    (day(1989, 1, 8), "平成", "Heisei"),
    (day(1926, 12, 25), "昭和", "Showa"),
    (day(1912, 7, 30), "大正", "Taisho"),
    (day(1868, 1, 25), "明治", "Meiji"),
];

/// `2026年12月15日（火）`, `Tue 15 December 2026`.
pub fn date(at: &str, lang: Lang) -> Result<String, Failed> {
    Ok(long(When::parse(at)?.day()?, lang))
}

/// `2026年12月`, `December 2026`.
pub(crate) fn month(at: &str, lang: Lang) -> Result<String, Failed> {
    let day = When::parse(at)?.day()?;
    Ok(match lang {
        Lang::En => day.format("%B %Y").to_string(),
        Lang::Ja | Lang::Easy => format!("{}年{}月", day.year(), day.month()),
    })
}

/// `12月15日（火）`, `Tue 15 Dec`.
pub fn date_short(at: &str, lang: Lang) -> Result<String, Failed> {
    Ok(short(When::parse(at)?.day()?, lang))
}

/// `13:00`.
pub fn time(at: &str) -> Result<String, Failed> {
    Ok(clock(When::parse(at)?.time()?))
}

/// `2026年12月15日（火）13:00`, `Tue 15 December 2026, 13:00`.
pub fn datetime(at: &str, lang: Lang) -> Result<String, Failed> {
    let when = When::parse(at)?;
    Ok(format!(
        "{}{}{}",
        long(when.day()?, lang),
        gap(lang),
        clock(when.time()?)
    ))
}

/// `2026年12月15日（火）13:00〜15:00`; over several days both dates are named, and two plain
/// dates give a run of days.
pub fn span(from: &str, until: &str, lang: Lang) -> Result<String, Failed> {
    let (first, last) = (When::parse(from)?, When::parse(until)?);
    let dash = if lang == Lang::En { "–" } else { "〜" };
    let (When::At(start), When::At(end)) = (first, last) else {
        return Ok(format!(
            "{}{dash}{}",
            long(first.day()?, lang),
            long(last.day()?, lang)
        ));
    };
    let head = format!(
        "{}{}{}",
        long(start.date(), lang),
        gap(lang),
        clock(start.time())
    );
    let midnight = start
        .date()
        .checked_add_days(Days::new(1))
        .map(|next| next.and_time(NaiveTime::MIN));
    Ok(if start.date() == end.date() {
        format!("{head}{dash}{}", clock(end.time()))
    } else if midnight == Some(end) {
        format!("{head}{dash}24:00")
    } else {
        format!(
            "{head}{dash}{}{}{}",
            long(end.date(), lang),
            gap(lang),
            clock(end.time())
        )
    })
}

/// `令和8年12月15日`, as official papers date themselves; `15 December 2026 (Reiwa 8)`.
pub fn wareki(at: &str, lang: Lang) -> Result<String, Failed> {
    let day = When::parse(at)?.day()?;
    let era = ERAS.iter().find(|(first, ..)| *first <= day);
    let Some((first, kanji, roman)) = era else {
        return Ok(long(day, lang));
    };
    let year = day.year() - first.year() + 1;
    let (month, date) = (day.month(), day.day());
    Ok(match (lang, year) {
        (Lang::En, _) => format!("{} ({roman} {year})", day.format("%-d %B %Y")),
        (_, 1) => format!("{kanji}元年{month}月{date}日"),
        _ => format!("{kanji}{year}年{month}月{date}日"),
    })
}

/// How long: `1時間30分`, `1 h 30 min`.
pub(crate) fn duration(minutes: i64, lang: Lang) -> String {
    let (hour, minute) = match lang {
        Lang::Ja => ("時間", "分"),
        Lang::En => (" h", " min"),
        Lang::Easy => ("時間（じかん）", "分（ふん）"),
    };
    let gap = if lang == Lang::En { " " } else { "" };
    match (minutes / 60, minutes % 60) {
        (0, rest) => format!("{rest}{minute}"),
        (hours, 0) => format!("{hours}{hour}"),
        (hours, rest) => format!("{hours}{hour}{gap}{rest}{minute}"),
    }
}

/// The value of a `datetime` attribute: `2026-12-15T13:00+09:00` or `2026-12-15`.
pub fn iso(at: &str) -> Result<String, Failed> {
    Ok(match When::parse(at)? {
        When::Day(day) => day.format("%Y-%m-%d").to_string(),
        When::At(at) => at.format("%Y-%m-%dT%H:%M+09:00").to_string(),
        When::Clock(time) => clock(time),
    })
}

/// What a template handed us.
#[derive(Clone, Copy)]
enum When {
    Day(NaiveDate),
    At(NaiveDateTime),
    Clock(NaiveTime),
}

impl When {
    /// Reads any of the three forms; instants become Tokyo's wall clock, which has been
    /// nine hours ahead of UTC without summer time since 1952.
    fn parse(text: &str) -> Result<Self, Failed> {
        let read = match text.len() {
            0..=5 => NaiveTime::parse_from_str(text, "%H:%M").map(Self::Clock),
            6..=8 => NaiveTime::parse_from_str(text, "%H:%M:%S").map(Self::Clock),
            9..=10 => text.parse().map(Self::Day),
            _ => DateTime::parse_from_rfc3339(text)
                .map(|at| Self::At(at.naive_utc() + TimeDelta::hours(9))),
        };
        read.map_err(|source| Failed::NotATime {
            given: text.to_owned(),
            source: Some(source),
        })
    }

    fn day(self) -> Result<NaiveDate, Failed> {
        match self {
            Self::Day(day) => Ok(day),
            Self::At(at) => Ok(at.date()),
            Self::Clock(time) => Err(Failed::NotATime {
                given: time.to_string(),
                source: None,
            }),
        }
    }

    fn time(self) -> Result<NaiveTime, Failed> {
        match self {
            Self::At(at) => Ok(at.time()),
            Self::Clock(time) => Ok(time),
            Self::Day(day) => Err(Failed::NotATime {
                given: day.to_string(),
                source: None,
            }),
        }
    }
}

fn long(day: NaiveDate, lang: Lang) -> String {
    match lang {
        Lang::En => day.format("%a %-d %B %Y").to_string(),
        Lang::Ja | Lang::Easy => format!("{}年{}", day.year(), short(day, lang)),
    }
}

fn short(day: NaiveDate, lang: Lang) -> String {
    match lang {
        Lang::En => day.format("%a %-d %b").to_string(),
        Lang::Ja => format!("{}月{}日（{}）", day.month(), day.day(), weekday(day)),
        Lang::Easy => format!("{}月{}日（{}曜日）", day.month(), day.day(), weekday(day)),
    }
}

fn weekday(day: NaiveDate) -> &'static str {
    match day.weekday() {
        chrono::Weekday::Mon => "月",
        chrono::Weekday::Tue => "火",
        chrono::Weekday::Wed => "水",
        chrono::Weekday::Thu => "木",
        chrono::Weekday::Fri => "金",
        chrono::Weekday::Sat => "土",
        chrono::Weekday::Sun => "日",
    }
}

fn clock(time: NaiveTime) -> String {
    of_minutes(u64::from(time.hour() * 60 + time.minute()))
}

/// A time of day by its minutes after midnight: `9:00`; `24:00` is the end of the day.
pub(crate) fn of_minutes(minutes: u64) -> String {
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

fn gap(lang: Lang) -> &'static str {
    if lang == Lang::En { ", " } else { "" }
}

const fn day(year: i32, month: u32, date: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, date) {
        Some(day) => day,
        None => NaiveDate::MIN,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AT: &str = "2026-12-15T04:00:00Z";
    const END: &str = "2026-12-15T06:00:00Z";

    #[test]
    fn an_instant_is_read_on_tokyo_s_clock() {
        assert_eq!(date(AT, Lang::Ja).unwrap(), "2026年12月15日（火）");
        assert_eq!(
            date("2026-12-15T16:00:00Z", Lang::Ja).unwrap(),
            "2026年12月16日（水）"
        );
        assert_eq!(date(AT, Lang::En).unwrap(), "Tue 15 December 2026");
        assert_eq!(date_short(AT, Lang::Ja).unwrap(), "12月15日（火）");
        assert_eq!(date_short(AT, Lang::Easy).unwrap(), "12月15日（火曜日）");
        assert_eq!(time(AT).unwrap(), "13:00");
        assert_eq!(iso(AT).unwrap(), "2026-12-15T13:00+09:00");
        assert_eq!(
            datetime(AT, Lang::En).unwrap(),
            "Tue 15 December 2026, 13:00"
        );
    }

    #[test]
    fn a_plain_date_and_a_time_of_day_are_read_too() {
        assert_eq!(
            date("2026-12-15", Lang::Ja).unwrap(),
            "2026年12月15日（火）"
        );
        assert_eq!(iso("2026-12-15").unwrap(), "2026-12-15");
        assert_eq!(time("09:00:00").unwrap(), "9:00");
        assert!(time("2026-12-15").is_err());
        assert!(date("next week", Lang::Ja).is_err());
    }

    #[test]
    fn a_span_names_the_day_once() {
        assert_eq!(
            span(AT, END, Lang::Ja).unwrap(),
            "2026年12月15日（火）13:00〜15:00"
        );
        assert_eq!(
            span(AT, END, Lang::En).unwrap(),
            "Tue 15 December 2026, 13:00–15:00"
        );
        assert_eq!(
            span(AT, "2026-12-15T15:00:00Z", Lang::Ja).unwrap(),
            "2026年12月15日（火）13:00〜24:00"
        );
        assert_eq!(
            span(AT, "2026-12-16T06:00:00Z", Lang::Ja).unwrap(),
            "2026年12月15日（火）13:00〜2026年12月16日（水）15:00"
        );
        assert_eq!(
            span("2026-12-28", "2027-01-04", Lang::Ja).unwrap(),
            "2026年12月28日（月）〜2027年1月4日（月）"
        );
    }

    #[test]
    fn eras_change_on_their_first_day() {
        for (at, text) in [
            ("2026-12-15", "令和8年12月15日"),
            ("2019-05-01", "令和元年5月1日"),
            ("2019-04-30", "平成31年4月30日"),
            ("1985-05-03", "昭和60年5月3日"),
        ] {
            assert_eq!(wareki(at, Lang::Ja).unwrap(), text);
        }
        assert_eq!(
            wareki("2026-12-15", Lang::En).unwrap(),
            "15 December 2026 (Reiwa 8)"
        );
    }

    #[test]
    fn a_length_of_time_is_said_in_hours_and_minutes() {
        for (minutes, ja, en) in [
            (30, "30分", "30 min"),
            (60, "1時間", "1 h"),
            (90, "1時間30分", "1 h 30 min"),
            (720, "12時間", "12 h"),
        ] {
            assert_eq!(duration(minutes, Lang::Ja), ja);
            assert_eq!(duration(minutes, Lang::En), en);
        }
    }
}
