use chrono::Weekday;
use uuid::Uuid;

use super::{
    super::{
        closure::{Reason, When},
        minute,
    },
    *,
};
use crate::{
    entity::{ClosureId, VenueId},
    samples,
};

mod counter;
mod refusals;

const VENUE: VenueId = VenueId(Uuid::nil());

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn closure(when: When) -> Closure {
    Closure {
        id: ClosureId(Uuid::nil()),
        when,
        spaces: Vec::new(),
        reason: Reason {
            ja: "休み".into(),
            en: String::new(),
        },
        valid_from: date("2026-04-01"),
        valid_until: None,
    }
}

const MONDAYS: When = When::Weekly {
    weekday: Weekday::Mon,
    moves: true,
};

/// Open every day from 9:00 to 21:00, but for these closures.
fn calendar(closures: Vec<Closure>) -> Calendar {
    let mut calendar = samples::hours(VENUE);
    calendar.hours[0].opens = Some(540);
    calendar.hours[0].closes = Some(1260);
    Calendar {
        closures,
        ..calendar
    }
}

fn span(day: &str, from: i32, until: i32) -> Span {
    Span {
        from: minute(date(day), from),
        until: minute(date(day), until),
    }
}

#[test]
fn new_hours_apply_from_their_date_on() {
    let mut hours = samples::hours(VENUE);
    let mut later = hours.hours[1].clone();
    later.valid_from = "2026-12-15".into();
    later.opens = Some(600);
    hours.hours.push(later);
    for (date, opens) in [
        ("2026-03-31", None),
        ("2026-12-08", Some(540)),
        ("2026-12-15", Some(600)),
        ("2026-12-16", Some(540)),
        ("2026-12-14", None),
    ] {
        let found = hours_on(&hours, date.parse().unwrap()).map(|hours| hours.opens);
        assert_eq!(found, opens, "{date}");
    }
}

#[test]
fn a_weekly_closure_moves_past_holidays_to_the_next_day_that_is_none() {
    let moving = calendar(vec![closure(MONDAYS)]);
    let fixed = calendar(vec![closure(When::Weekly {
        weekday: Weekday::Mon,
        moves: false,
    })]);
    // みどりの日, こどもの日 and 振替休日 in a row; then 海の日, 敬老の日 with the 国民の休日 and
    // 秋分の日 after it, 勤労感謝の日 on a Monday.
    for (day, closed, closed_when_fixed) in [
        ("2026-04-27", true, true),
        ("2026-05-03", false, false),
        ("2026-05-04", false, true),
        ("2026-05-05", false, false),
        ("2026-05-06", false, false),
        ("2026-05-07", true, false),
        ("2026-05-08", false, false),
        ("2026-05-11", true, true),
        ("2026-05-12", false, false),
        ("2026-07-20", false, true),
        ("2026-07-21", true, false),
        ("2026-09-21", false, true),
        ("2026-09-22", false, false),
        ("2026-09-23", false, false),
        ("2026-09-24", true, false),
        ("2026-11-03", false, false),
        ("2026-11-04", false, false),
        ("2026-11-23", false, true),
        ("2026-11-24", true, false),
    ] {
        let open = |calendar| hours_on(calendar, date(day)).is_none();
        assert_eq!(open(&moving), closed, "{day}");
        assert_eq!(open(&fixed), closed_when_fixed, "{day}");
    }
}

#[test]
fn a_yearly_closure_runs_over_the_new_year() {
    let winter = calendar(vec![closure(When::Yearly {
        first: (12, 28),
        last: (1, 4),
    })]);
    let summer = calendar(vec![closure(When::Yearly {
        first: (8, 13),
        last: (8, 15),
    })]);
    for (day, in_winter, in_summer) in [
        ("2026-12-27", false, false),
        ("2026-12-28", true, false),
        ("2026-12-31", true, false),
        ("2027-01-01", true, false),
        ("2027-01-04", true, false),
        ("2027-01-05", false, false),
        ("2026-08-12", false, false),
        ("2026-08-13", false, true),
        ("2026-08-15", false, true),
        ("2026-08-16", false, false),
    ] {
        let closed = |calendar| hours_on(calendar, date(day)).is_none();
        assert_eq!(closed(&winter), in_winter, "{day}");
        assert_eq!(closed(&summer), in_summer, "{day}");
    }
}

#[test]
fn a_closure_holds_from_its_first_date_to_its_last() {
    let mut ended = closure(MONDAYS);
    ended.valid_from = date("2026-11-30");
    ended.valid_until = Some(date("2026-12-14"));
    let mut before_holiday = ended.clone();
    // The Monday it would move from lies before it is in force.
    before_holiday.valid_from = date("2026-11-24");
    let mut withdrawn = ended.clone();
    withdrawn.valid_until = Some(date("2026-11-29"));
    for (rule, day, closed) in [
        (&ended, "2026-11-24", false),
        (&ended, "2026-11-30", true),
        (&ended, "2026-12-14", true),
        (&ended, "2026-12-21", false),
        (&before_holiday, "2026-11-24", false),
        (&withdrawn, "2026-11-30", false),
    ] {
        let calendar = calendar(vec![rule.clone()]);
        assert_eq!(
            calendar.day(date(day)),
            if closed {
                Day::Closed(Some(rule))
            } else {
                Day::Open(Hours {
                    opens: 540,
                    closes: 1260,
                })
            },
            "{day}"
        );
    }
}

#[test]
fn a_part_of_a_day_is_shut_and_the_rest_stays_open() {
    let once = |from: &str, until: &str, part| {
        closure(When::Once {
            first: date(from),
            last: date(until),
            part,
        })
    };
    let part = |opens, closes| Some(Hours { opens, closes });
    let midday = calendar(vec![once("2026-12-15", "2026-12-16", part(720, 840))]);
    let open = |text| midday.stretches(date(text));
    assert_eq!(
        open("2026-12-15"),
        [span("2026-12-15", 540, 720), span("2026-12-15", 840, 1260)]
    );
    assert_eq!(open("2026-12-17"), [span("2026-12-17", 540, 1260)]);
    for (from, until, shut) in [
        (600, 720, false),
        (660, 780, true),
        (720, 840, true),
        (780, 900, true),
        (840, 900, false),
    ] {
        let found = midday.shut_at(span("2026-12-16", from, until)).is_some();
        assert_eq!(found, shut, "{from} {until}");
        assert_eq!(
            midday.closures[0].shuts(span("2026-12-16", from, until)),
            shut
        );
    }
    let whole = calendar(vec![once("2026-12-15", "2026-12-15", part(480, 1320))]);
    assert_eq!(
        whole.day(date("2026-12-15")),
        Day::Closed(whole.closures.first())
    );
    let evening = calendar(vec![once("2026-12-15", "2026-12-15", part(1020, 1320))]);
    assert_eq!(
        evening.stretches(date("2026-12-15")),
        [span("2026-12-15", 540, 1020)]
    );
}

#[test]
fn the_door_is_open_in_the_stretch_that_runs_or_comes_next() {
    let stretches = [span("2026-12-15", 540, 720), span("2026-12-15", 840, 1260)];
    for (minutes, expected) in [(480, 0), (540, 0), (719, 0), (720, 1), (900, 1), (1260, 1)] {
        let found = stretch_at(&stretches, minute(date("2026-12-15"), minutes));
        assert_eq!(found, Some(stretches[expected]), "{minutes}");
    }
    assert_eq!(stretch_at(&[], minute(date("2026-12-15"), 600)), None);
}
