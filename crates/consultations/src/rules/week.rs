//! An expert's week.

use accounts::rules::wrong_field;
use bookings::rules::Hours;
use chrono::{Datelike, NaiveDate};
use kernel::{Detail, Span};
use serde_json::json;

use crate::entity::{expert::modes, expert_day, expert_hours, meeting::Mode};

/// When an expert advises on a day in a mode: the hours of their week and those beside it, without
/// what they are away. On a day on which the house is closed their week does not hold.
pub fn stretches(
    hours: &[expert_hours::Model],
    days: &[expert_day::Model],
    date: NaiveDate,
    mode: Mode,
    house_opens: bool,
) -> Vec<Span> {
    let day = date.to_string();
    let weekday = i32::try_from(date.weekday().number_from_monday()).unwrap_or(0);
    let holds = |row: &&expert_hours::Model| {
        let begun = row.valid_from <= day;
        let over = row.valid_until.as_ref().is_some_and(|last| *last < day);
        house_opens && row.weekday == weekday && begun && !over && modes(&row.modes).contains(&mode)
    };
    let own: Vec<&expert_day::Model> = days.iter().filter(|row| row.day == day).collect();
    let beside = own
        .iter()
        .filter(|row| row.works && modes(&row.modes).contains(&mode));
    let usual = hours.iter().filter(holds);
    let mut all: Vec<(i32, i32)> = usual
        .map(|row| (row.from_minute, row.until_minute))
        .collect();
    all.extend(beside.map(|row| (row.from_minute, row.until_minute)));
    all.sort_unstable();
    let mut joined: Vec<(i32, i32)> = Vec::new();
    for (from, until) in all {
        match joined.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(until),
            _ => joined.push((from, until)),
        }
    }
    for away in own.iter().filter(|row| !row.works) {
        joined = joined
            .into_iter()
            .flat_map(|one| without(one, away))
            .collect();
    }
    let span = |(opens, closes)| Hours { opens, closes }.on(date);
    joined.into_iter().map(span).collect()
}

fn without((from, until): (i32, i32), away: &expert_day::Model) -> Vec<(i32, i32)> {
    let parts = [
        (from, until.min(away.from_minute)),
        (from.max(away.until_minute), until),
    ];
    parts
        .into_iter()
        .filter(|(from, until)| from < until)
        .collect()
}

/// A stretch of an expert's week, as somebody writes it down.
#[derive(Clone, Debug, Default)]
pub struct HoursDraft {
    /// On which day of the week, Monday is 1.
    pub weekday: Option<i32>,
    /// From when, in minutes after midnight.
    pub from_minute: Option<i32>,
    /// Until when, in minutes after midnight.
    pub until_minute: Option<i32>,
    /// In which modes.
    pub modes: Vec<Mode>,
    /// The first day on which it holds.
    pub valid_from: Option<NaiveDate>,
}

/// A stretch of one day, as somebody writes it down.
#[derive(Clone, Debug, Default)]
pub struct DayDraft {
    /// On which day.
    pub day: Option<NaiveDate>,
    /// From when, in minutes after midnight.
    pub from_minute: Option<i32>,
    /// Until when, in minutes after midnight.
    pub until_minute: Option<i32>,
    /// Whether they advise then; else they are away.
    pub works: bool,
    /// In which modes when they advise.
    pub modes: Vec<Mode>,
}

impl HoursDraft {
    /// Everything that is wrong with it, in the order of the form; a stretch in which no `meeting` of so
    /// many minutes has room offers nothing.
    pub fn wrong(&self, meeting: i32) -> Vec<Detail> {
        let mut wrong = Vec::new();
        if !self.weekday.is_some_and(|day| (1..=7).contains(&day)) {
            wrong.push(wrong_field("weekday", "experts-weekday-missing"));
        }
        wrong.extend(times((self.from_minute, self.until_minute), meeting));
        if self.modes.is_empty() {
            wrong.push(wrong_field("modes", "experts-modes-missing"));
        }
        if self.valid_from.is_none() {
            wrong.push(wrong_field("valid_from", "experts-day-missing"));
        }
        wrong
    }
}

impl DayDraft {
    /// Everything that is wrong with it, in the order of the form.
    pub fn wrong(&self, today: NaiveDate, meeting: i32) -> Vec<Detail> {
        let mut wrong = Vec::new();
        match self.day {
            None => wrong.push(wrong_field("day", "experts-day-missing")),
            Some(day) if day < today => wrong.push(wrong_field("day", "experts-day-past")),
            Some(_) => {}
        }
        let least = if self.works { meeting } else { 1 };
        wrong.extend(times((self.from_minute, self.until_minute), least));
        if self.works && self.modes.is_empty() {
            wrong.push(wrong_field("modes", "experts-modes-missing"));
        }
        wrong
    }
}

fn times((from, until): (Option<i32>, Option<i32>), least: i32) -> Option<Detail> {
    let (Some(from), Some(until)) = (from, until) else {
        return Some(wrong_field("from", "experts-times-missing"));
    };
    let fits = 0 <= from && from < until && until <= 24 * 60;
    if !fits {
        Some(wrong_field("from", "experts-times-order"))
    } else if until - from < least {
        Some(Detail {
            args: json!({ "minutes": least }),
            ..wrong_field("until", "experts-times-short")
        })
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::entity::{ExpertDayId, ExpertHoursId, ExpertId};

    fn week(weekday: i32, from_minute: i32, until_minute: i32, modes: &str) -> expert_hours::Model {
        expert_hours::Model {
            id: ExpertHoursId(Uuid::nil()),
            expert_id: ExpertId(Uuid::nil()),
            weekday,
            from_minute,
            until_minute,
            modes: modes.to_owned(),
            valid_from: "2026-04-01".to_owned(),
            valid_until: Some("2026-12-15".to_owned()),
        }
    }

    fn day(from_minute: i32, until_minute: i32, works: bool) -> expert_day::Model {
        expert_day::Model {
            id: ExpertDayId(Uuid::nil()),
            expert_id: ExpertId(Uuid::nil()),
            day: "2026-12-15".to_owned(),
            from_minute,
            until_minute,
            works,
            modes: if works { "centre" } else { "" }.to_owned(),
        }
    }

    #[test]
    fn a_week_holds_but_for_the_days_that_are_said_otherwise() {
        let tuesday = [
            week(2, 540, 720, "centre online"),
            week(2, 780, 1020, "centre"),
        ];
        let date = |text: &str| text.parse::<NaiveDate>().unwrap();
        for (on, mode, opens, days, expected) in [
            (
                "2026-12-15",
                Mode::Centre,
                true,
                vec![],
                vec![(540, 720), (780, 1020)],
            ),
            ("2026-12-15", Mode::Online, true, vec![], vec![(540, 720)]),
            ("2026-12-15", Mode::Visit, true, vec![], vec![]),
            ("2026-12-16", Mode::Centre, true, vec![], vec![]),
            ("2026-12-22", Mode::Centre, true, vec![], vec![]),
            ("2026-03-31", Mode::Centre, true, vec![], vec![]),
            ("2026-12-15", Mode::Centre, false, vec![], vec![]),
            (
                "2026-12-15",
                Mode::Centre,
                true,
                vec![day(600, 840, false)],
                vec![(540, 600), (840, 1020)],
            ),
            (
                "2026-12-15",
                Mode::Centre,
                true,
                vec![day(720, 780, true)],
                vec![(540, 1020)],
            ),
            (
                "2026-12-15",
                Mode::Centre,
                false,
                vec![day(600, 660, true)],
                vec![(600, 660)],
            ),
            (
                "2026-12-15",
                Mode::Centre,
                true,
                vec![day(0, 1440, false)],
                vec![],
            ),
        ] {
            let found = stretches(&tuesday, &days, date(on), mode, opens);
            let span = |(opens, closes)| Hours { opens, closes }.on(date(on));
            let expected: Vec<Span> = expected.into_iter().map(span).collect();
            assert_eq!(found, expected, "{on} {mode:?} {opens} {days:?}");
        }
    }
}
