//! Moments and spans of time: microseconds in UTC inside, Asia/Tokyo for people.

use chrono::{DateTime, NaiveDate, NaiveTime, SecondsFormat, TimeDelta, TimeZone, Utc};
use chrono_tz::{Asia::Tokyo, Tz};
use sea_orm::DeriveValueType;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

/// A moment, to the microsecond, the same on both databases (`BIGINT`, microseconds since 1970 UTC).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, DeriveValueType)]
pub struct Instant(i64);

impl Instant {
    /// The moment so many microseconds after 1970-01-01T00:00:00Z.
    pub const fn from_micros(micros: i64) -> Self {
        Self(micros)
    }

    /// Microseconds since 1970-01-01T00:00:00Z, as stored.
    pub const fn micros(self) -> i64 {
        self.0
    }

    /// The moment when clocks in Tokyo show this date and time.
    pub fn at(date: NaiveDate, time: NaiveTime) -> Self {
        // Tokyo has kept one offset since 1951, so every local time names exactly one moment.
        Tokyo
            .from_local_datetime(&date.and_time(time))
            .earliest()
            .map_or(Self(0), |moment| Self(moment.timestamp_micros()))
    }

    /// What clocks in Tokyo show.
    pub fn in_tokyo(self) -> DateTime<Tz> {
        self.utc().with_timezone(&Tokyo)
    }

    /// The date in Tokyo.
    pub fn date(self) -> NaiveDate {
        self.in_tokyo().date_naive()
    }

    /// The time of day in Tokyo.
    pub fn time(self) -> NaiveTime {
        self.in_tokyo().time()
    }

    /// As chrono's UTC value.
    pub fn utc(self) -> DateTime<Utc> {
        DateTime::from_timestamp_micros(self.0).unwrap_or_default()
    }

    /// RFC 3339 in Tokyo's offset, as the API shows it: `2026-12-15T13:00:00+09:00`.
    pub fn rfc3339(self) -> String {
        self.in_tokyo()
            .to_rfc3339_opts(SecondsFormat::AutoSi, false)
    }

    /// Reads RFC 3339 with any offset; `None` when it is not a date and time.
    pub fn parse(text: &str) -> Option<Self> {
        DateTime::parse_from_rfc3339(text)
            .ok()
            .map(|moment| Self(moment.timestamp_micros()))
    }
}

impl From<DateTime<Utc>> for Instant {
    fn from(moment: DateTime<Utc>) -> Self {
        Self(moment.timestamp_micros())
    }
}

impl std::ops::Add<TimeDelta> for Instant {
    type Output = Self;

    fn add(self, by: TimeDelta) -> Self {
        Self(self.0 + by.num_microseconds().unwrap_or(i64::MAX / 4))
    }
}

impl std::ops::Sub<TimeDelta> for Instant {
    type Output = Self;

    fn sub(self, by: TimeDelta) -> Self {
        self + (-by)
    }
}

impl std::ops::Sub for Instant {
    type Output = TimeDelta;

    fn sub(self, other: Self) -> TimeDelta {
        TimeDelta::microseconds(self.0 - other.0)
    }
}

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.utc().format("%Y-%m-%dT%H:%M:%S%.fZ"))
    }
}

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| D::Error::custom("not an RFC 3339 date and time"))
    }
}

/// A stretch of time, from its first moment up to, and not including, its last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Span {
    /// The first moment inside.
    pub from: Instant,
    /// The first moment after.
    pub until: Instant,
}

impl Span {
    /// A span, or `None` when it would be empty or run backwards.
    pub fn try_new(from: Instant, until: Instant) -> Option<Self> {
        (from < until).then_some(Self { from, until })
    }

    /// The whole day in Tokyo.
    pub fn day(date: NaiveDate) -> Self {
        let from = Instant::at(date, NaiveTime::MIN);
        Self {
            from,
            until: from + TimeDelta::days(1),
        }
    }

    /// Whether the two share a moment; spans that only touch do not.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.from < other.until && other.from < self.until
    }

    /// Whether all of `other` lies inside.
    pub fn contains(&self, other: &Self) -> bool {
        self.from <= other.from && other.until <= self.until
    }

    /// How long it lasts, in whole minutes.
    pub fn minutes(&self) -> i64 {
        (self.until - self.from).num_minutes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Instant {
        Instant::parse(text).unwrap()
    }

    #[test]
    fn a_moment_reads_and_writes_itself() {
        let moment = at("2026-12-15T13:00:00+09:00");
        assert_eq!(moment.rfc3339(), "2026-12-15T13:00:00+09:00");
        assert_eq!(
            serde_json::to_string(&moment).unwrap(),
            "\"2026-12-15T04:00:00Z\""
        );
        assert_eq!(moment.date().to_string(), "2026-12-15");
        assert_eq!(Instant::at(moment.date(), moment.time()), moment);
    }

    #[test]
    fn what_is_not_a_moment_is_refused() {
        for wrong in [
            "",
            "2026-02-30T10:00:00Z",
            "2026-12-15T25:00:00Z",
            "tomorrow",
        ] {
            assert_eq!(Instant::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn spans_that_only_touch_do_not_overlap() {
        let span = |from, until| Span::try_new(at(from), at(until)).unwrap();
        let noon = span("2026-12-15T12:00:00Z", "2026-12-15T13:00:00Z");
        for (from, until, expected) in [
            ("2026-12-15T11:00:00Z", "2026-12-15T12:00:00Z", false),
            ("2026-12-15T13:00:00Z", "2026-12-15T14:00:00Z", false),
            ("2026-12-15T11:00:00Z", "2026-12-15T12:00:00.000001Z", true),
            ("2026-12-15T12:15:00Z", "2026-12-15T12:30:00Z", true),
            ("2026-12-15T11:00:00Z", "2026-12-15T14:00:00Z", true),
        ] {
            assert_eq!(noon.overlaps(&span(from, until)), expected, "{from}");
        }
        assert_eq!(Span::try_new(noon.until, noon.from), None);
        assert_eq!(Span::try_new(noon.from, noon.from), None);
    }
}
