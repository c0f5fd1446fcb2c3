//! What a centre's file may say; whatever is wrong is told at once, each by its key.

use std::collections::HashSet;

use bookings::{
    entity::{ClosureId, space::EQUIPMENT},
    refused::Unfit,
    rules::{
        self, Closure,
        closure::{Reason, When},
        fitting::Numbers,
    },
};
use chrono::{Datelike, NaiveDate};
use uuid::Uuid;

use super::{Centre, Closing, Draft, Hours, House, Space, Week};

/// The centre of a draft, or everything that is wrong with it.
pub(super) fn checked(draft: Draft) -> Result<Centre, Vec<String>> {
    let mut faults = Vec::new();
    house(&draft.venue, &mut faults);
    let since = first_date(&draft.hours.valid_from, &mut faults);
    let week = week(&draft.hours, &mut faults);
    let closures = closures(&draft.closures, since, &mut faults);
    spaces(&draft.spaces, &mut faults);
    match since {
        Some(since) if faults.is_empty() => Ok(Centre {
            closures,
            venue: draft.venue,
            since,
            week,
            spaces: draft.spaces,
        }),
        _ => Err(faults),
    }
}

fn house(house: &House, faults: &mut Vec<String>) {
    for (key, text) in [
        ("name", &house.name),
        ("name_en", &house.name_en),
        ("postal_code", &house.postal_code),
        ("address", &house.address),
        ("telephone", &house.telephone),
        ("counter_hours", &house.counter_hours),
    ] {
        if text.trim().is_empty() {
            faults.push(format!(
                "[venue] {key} is empty; write what people shall read there"
            ));
        }
    }
}

fn first_date(text: &str, faults: &mut Vec<String>) -> Option<NaiveDate> {
    let date = text.parse().ok();
    if date.is_none() {
        faults.push(format!(
            "[hours] valid_from is {text:?}; write a date as \"2026-04-01\""
        ));
    }
    date
}

fn week(hours: &Hours, faults: &mut Vec<String>) -> Week {
    let week = [
        ("monday", &hours.monday),
        ("tuesday", &hours.tuesday),
        ("wednesday", &hours.wednesday),
        ("thursday", &hours.thursday),
        ("friday", &hours.friday),
        ("saturday", &hours.saturday),
        ("sunday", &hours.sunday),
    ]
    .map(|(key, text)| {
        if text == "closed" {
            return None;
        }
        let open = open(text);
        if open.is_none() {
            faults.push(format!(
                "[hours] {key} is {text:?}; write \"closed\" or hours as \"9:00-21:00\""
            ));
        }
        open
    });
    if faults.is_empty() && week.iter().all(Option::is_none) {
        faults.push("[hours] every day is closed; write the hours of one at least".to_owned());
    }
    week
}

fn closures(
    closings: &[Closing],
    since: Option<NaiveDate>,
    faults: &mut Vec<String>,
) -> Vec<Closure> {
    let mut closures = Vec::new();
    for (closing, number) in closings.iter().zip(1..) {
        if closing.reason.trim().is_empty() {
            faults.push(format!(
                "[[closure]] {number}: reason is empty; write what people shall read there"
            ));
        }
        let Some(when) = when(closing) else {
            faults.push(format!(
                "[[closure]] {number}: write weekly = \"monday\", or from = \"12-28\" and until = \"01-04\""
            ));
            continue;
        };
        closures.extend(since.map(|valid_from| Closure {
            id: ClosureId(Uuid::nil()),
            when,
            spaces: Vec::new(),
            reason: Reason {
                ja: closing.reason.clone(),
                en: closing.reason_en.clone(),
            },
            valid_from,
            valid_until: None,
        }));
    }
    closures
}

fn when(closing: &Closing) -> Option<When> {
    match (&closing.weekly, &closing.from, &closing.until) {
        (Some(weekday), None, None) => Some(When::Weekly {
            weekday: weekday.parse().ok()?,
            moves: closing.moves,
        }),
        (None, Some(first), Some(last)) if !closing.moves => Some(When::Yearly {
            first: day_of_a_year(first)?,
            last: day_of_a_year(last)?,
        }),
        _ => None,
    }
}

/// `12-28`; 02-29 too.
fn day_of_a_year(text: &str) -> Option<(u32, u32)> {
    let date: NaiveDate = format!("2028-{text}").parse().ok()?;
    Some((date.month(), date.day()))
}

/// `9:00-21:00`, in minutes after midnight.
fn open(text: &str) -> Option<(i32, i32)> {
    let (opens, closes) = text.split_once(['-', '〜'])?;
    let open = (rules::clock(opens.trim())?, rules::clock(closes.trim())?);
    (open.0 < open.1).then_some(open)
}

fn spaces(spaces: &[Space], faults: &mut Vec<String>) {
    if spaces.is_empty() {
        faults.push("there is no space; begin each with a line [[space]]".to_owned());
    }
    let mut names = HashSet::new();
    for (space, number) in spaces.iter().zip(1..) {
        let mut fault =
            |what: String| faults.push(format!("[[space]] {number} ({}): {what}", space.name));
        if !names.insert(&space.name) {
            fault("name is that of another space; give each its own".to_owned());
        }
        words(space, &mut fault);
        numbers(space, &mut fault);
        made_of(space, spaces, &mut fault);
    }
}

fn words(space: &Space, fault: &mut impl FnMut(String)) {
    for (key, text) in [
        ("name", &space.name),
        ("name_en", &space.name_en),
        ("name_easy", &space.name_easy),
    ] {
        if text.trim().is_empty() {
            fault(format!(
                "{key} is empty; write what people shall read there"
            ));
        }
    }
    for code in &space.equipment {
        if !EQUIPMENT.contains(&code.as_str()) {
            let all = EQUIPMENT.join(", ");
            fault(format!(
                "equipment {code:?} is not known; choose from {all}"
            ));
        }
    }
}

fn numbers(space: &Space, fault: &mut impl FnMut(String)) {
    let numbers = Numbers {
        capacity: Some(space.capacity),
        step: Some(space.step),
        shortest: Some(space.shortest),
        longest: Some(space.longest),
        clearing: Some(space.clearing),
    };
    for wrong in numbers.wrong() {
        fault(said(space, &wrong));
    }
    if !(1..=730).contains(&space.advance_days) {
        fault(format!(
            "advance_days is {}; write a number from 1 to 730",
            space.advance_days
        ));
    }
}

fn said(space: &Space, wrong: &Unfit) -> String {
    let given = |key: &str| match key {
        "capacity" => space.capacity,
        "step" => space.step,
        "shortest" => space.shortest,
        "longest" => space.longest,
        _ => space.clearing,
    };
    match wrong {
        Unfit::OutOfRange(key, least, most) => format!(
            "{key} is {}; write a number from {least} to {most}",
            given(key)
        ),
        Unfit::OffStep(key, step) => {
            format!("{key} is {}; write a multiple of step, {step}", given(key))
        }
        Unfit::ShortestAboveLongest(longest) => format!(
            "shortest is {}, more than longest, {longest}; write {longest} or less",
            space.shortest
        ),
        Unfit::LongerThanADay(most) => format!(
            "longest is {}; with clearing, {}, write {most} minutes or less",
            space.longest, space.clearing
        ),
        other => format!("{other:?}"),
    }
}

fn made_of(space: &Space, all: &[Space], fault: &mut impl FnMut(String)) {
    match (space.units.as_slice(), space.parts.as_slice()) {
        ([], []) => fault(
            "units is not there; write the names of its units, or parts for a joined space"
                .to_owned(),
        ),
        (units, []) => {
            let given: HashSet<&String> = units.iter().collect();
            if given.len() < units.len() || units.iter().any(|unit| unit.trim().is_empty()) {
                fault("units has an empty name or one twice; give each unit its own".to_owned());
            }
        }
        ([], parts) => {
            let given: HashSet<&String> = parts.iter().collect();
            if given.len() < parts.len() || parts.len() < 2 {
                fault("parts must be two or more different spaces; write their names".to_owned());
            }
            let known = |name: &String| all.iter().any(|one| one.is_own() && one.name == *name);
            for name in parts.iter().filter(|name| !known(name)) {
                fault(format!(
                    "parts has {name:?}; write the name of a space in this file that has units"
                ));
            }
        }
        _ => fault("units and parts are both there; keep one of them".to_owned()),
    }
}
