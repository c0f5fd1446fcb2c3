//! The `.ics` of whatever has a fixed time: one entry that calendars of every kind take in.

use chrono::{Days, NaiveDate};
use icalendar::{Calendar, Component, EventLike, EventStatus, Property};
use kernel::Instant;
use serde::{Deserialize, Serialize};

/// Something with a fixed time, as a calendar keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// What it is to every calendar, for ever: the same for a change and for the cancellation.
    pub uid: String,
    /// Grows with every change; the higher one replaces the lower.
    pub sequence: u32,
    /// What it is.
    pub summary: String,
    /// Where it is.
    pub location: String,
    /// Its first moment.
    pub starts_at: Instant,
    /// The first moment after.
    pub ends_at: Instant,
    /// Whether it was called off.
    #[serde(default)]
    pub cancelled: bool,
    /// Whether it is not decided yet.
    #[serde(default)]
    pub tentative: bool,
    /// Its page: a path here (`/bookings/…`) or a whole address.
    #[serde(default)]
    pub url: String,
}

/// The events as one iCalendar file, written `at` this moment; `site` is the public address, which
/// goes before a path.
///
/// Times are in UTC, so that no table of time zones is needed. The method is always PUBLISH, also
/// for a cancellation (STATUS:CANCELLED): REQUEST and CANCEL need an organiser who answers mail
/// and would have calendars send replies to an address nobody reads.
pub fn calendar(events: &[Event], site: &str, at: Instant) -> String {
    let mut calendar = headed();
    for event in events {
        calendar.push(entry(event, site, at));
    }
    calendar.to_string()
}

/// A whole day in a calendar: a closed day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WholeDay {
    /// What it is to every calendar, for ever.
    pub uid: String,
    /// Which day.
    pub date: NaiveDate,
    /// What it is.
    pub summary: String,
}

/// The same as something that calendars fetch again and again, about every hour, under a name.
pub fn feed(name: &str, events: &[Event], days: &[WholeDay], site: &str, at: Instant) -> String {
    let mut calendar = headed();
    for (property, value) in [("X-WR-CALNAME", name), ("X-PUBLISHED-TTL", "PT1H")] {
        calendar.append_property(Property::new(property, value));
    }
    for event in events {
        calendar.push(entry(event, site, at));
    }
    for day in days {
        let mut whole = icalendar::Event::new();
        whole
            .uid(&day.uid)
            .timestamp(at.utc())
            .starts(day.date)
            .ends(day.date + Days::new(1))
            .summary(&day.summary)
            .status(EventStatus::Confirmed);
        calendar.push(whole.done());
    }
    calendar.to_string()
}

fn headed() -> Calendar {
    let mut calendar = Calendar::empty();
    for (name, value) in [
        ("VERSION", "2.0"),
        ("PRODID", "-//Shinko//Shinko//JA"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
    ] {
        calendar.append_property(Property::new(name, value));
    }
    calendar
}

fn entry(event: &Event, site: &str, at: Instant) -> icalendar::Event {
    let mut entry = icalendar::Event::new();
    entry
        .uid(&event.uid)
        .sequence(event.sequence)
        .timestamp(at.utc())
        .starts(event.starts_at.utc())
        .ends(event.ends_at.utc())
        .summary(&event.summary)
        .location(&event.location)
        .status(if event.cancelled {
            EventStatus::Cancelled
        } else if event.tentative {
            EventStatus::Tentative
        } else {
            EventStatus::Confirmed
        });
    if !event.url.is_empty() {
        let base = if event.url.starts_with('/') { site } else { "" };
        entry.url(&format!("{base}{}", event.url));
    }
    entry.done()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event() -> Event {
        serde_json::from_value(serde_json::json!({
            "uid": "01980000-0000-7000-8000-000000000001",
            "sequence": 2,
            "summary": "会議室A; 𠮷田商店, 打合せ",
            "location": "めぐろ産業振興センター（見本）",
            "starts_at": "2026-12-15T13:00:00+09:00",
            "ends_at": "2026-12-15T15:00:00+09:00",
            "url": "/bookings/1",
        }))
        .unwrap()
    }

    fn written(event: &Event) -> String {
        let at = Instant::parse("2026-12-08T05:20:00Z").unwrap();
        // Long lines are folded; a reader unfolds them first (RFC 5545, 3.1).
        calendar(std::slice::from_ref(event), "https://center.example", at).replace("\r\n ", "")
    }

    #[test]
    fn an_event_is_written_in_utc_with_its_identifier_and_number() {
        let text = written(&event());
        for line in [
            "METHOD:PUBLISH",
            "UID:01980000-0000-7000-8000-000000000001",
            "SEQUENCE:2",
            "DTSTAMP:20261208T052000Z",
            "DTSTART:20261215T040000Z",
            "DTEND:20261215T060000Z",
            "SUMMARY:会議室A\\; 𠮷田商店\\, 打合せ",
            "LOCATION:めぐろ産業振興センター（見本）",
            "STATUS:CONFIRMED",
            "URL:https://center.example/bookings/1",
        ] {
            assert!(text.lines().any(|own| own == line), "{line} in {text}");
        }
    }

    #[test]
    fn an_event_that_is_not_decided_says_so() {
        let tentative = Event {
            tentative: true,
            ..event()
        };
        let text = written(&tentative);
        assert!(text.contains("\r\nSTATUS:TENTATIVE\r\n"), "{text}");
    }

    #[test]
    fn a_cancelled_event_keeps_its_identifier_and_says_so() {
        let cancelled = Event {
            cancelled: true,
            sequence: 3,
            ..event()
        };
        let text = written(&cancelled);
        assert!(text.contains("\r\nSTATUS:CANCELLED\r\n"), "{text}");
        assert!(text.contains("\r\nSEQUENCE:3\r\n"));
        assert!(text.contains("\r\nUID:01980000-0000-7000-8000-000000000001\r\n"));
    }

    #[test]
    fn several_events_are_one_file() {
        let other = Event {
            uid: "01980000-0000-7000-8000-000000000002".to_owned(),
            ..event()
        };
        let at = Instant::from_micros(0);
        let text = calendar(&[event(), other], "https://center.example", at);
        assert_eq!(text.matches("BEGIN:VCALENDAR").count(), 1);
        assert_eq!(text.matches("BEGIN:VEVENT").count(), 2);
        assert_eq!(text.matches("UID:01980000").count(), 2);
    }

    #[test]
    fn a_closed_day_is_a_whole_day_that_ends_with_the_next() {
        let day = WholeDay {
            uid: "closed-2026-12-31".to_owned(),
            date: NaiveDate::from_ymd_opt(2026, 12, 31).unwrap(),
            summary: "休館日".to_owned(),
        };
        let at = Instant::from_micros(0);
        let text = feed("休館日", &[event()], &[day], "https://center.example", at);
        for line in [
            "X-WR-CALNAME:休館日",
            "UID:closed-2026-12-31",
            "DTSTART;VALUE=DATE:20261231",
            "DTEND;VALUE=DATE:20270101",
        ] {
            assert!(text.lines().any(|own| own == line), "{line} in {text}");
        }
        assert_eq!(text.matches("BEGIN:VEVENT").count(), 2);
    }

    #[test]
    fn no_line_is_longer_than_75_octets() {
        let long = Event {
            summary: "ご予約の会議室です。".repeat(20),
            ..event()
        };
        let at = Instant::from_micros(0);
        let text = calendar(std::slice::from_ref(&long), "https://center.example", at);
        assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
        assert!(text.replace("\r\n ", "").contains(&long.summary));
    }
}
