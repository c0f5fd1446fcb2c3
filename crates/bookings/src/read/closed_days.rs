//! On which days the house is closed, in a sentence: what the foot of every page says.

use chrono::{NaiveDate, Weekday};
use kernel::Fault;
use serde_json::{Value, json};
use views::{Lang, Views};

use super::Catalogue;
use crate::{
    entity::VenueId,
    rules::{Calendar, Closure, closure::When},
};

/// The rules that close a house again and again, as they are in force: 毎週月曜日（祝日のときは
/// 翌日）、毎年12月28日〜1月4日. Single closures are not told here.
pub fn closed_days(
    catalogue: &Catalogue,
    venue: VenueId,
    today: NaiveDate,
    views: &Views,
    lang: Lang,
) -> Result<String, Fault> {
    let Some(house) = catalogue.house(venue) else {
        return Ok(String::new());
    };
    let say = |key: &str, args: &Value| {
        let said = views.text(lang, key, args);
        said.map_err(|failed| Fault::broken("wording closed days", failed))
    };
    let mut told = Vec::new();
    for when in again_and_again(house, today) {
        let text = match when {
            When::Weekly { weekday, moves } => {
                let number = weekday.number_from_monday();
                let day = say(&format!("bookings-closure-weekday-{number}"), &Value::Null)?;
                let key = if moves {
                    "bookings-closure-weekly-moves"
                } else {
                    "bookings-closure-weekly"
                };
                say(key, &json!({ "day": day }))?
            }
            When::Yearly { first, last } => {
                let day = |(month, day): (u32, u32)| {
                    say(
                        "bookings-closure-day",
                        &json!({ "month": month, "day": day }),
                    )
                };
                let args = json!({ "first": day(first)?, "last": day(last)? });
                say("bookings-closure-yearly", &args)?
            }
            When::Once { .. } | When::ForGood { .. } => continue,
        };
        told.push(text);
    }
    if told.is_empty() {
        return say("bookings-closure-never", &Value::Null);
    }
    Ok(told.join(&say("bookings-closure-and", &Value::Null)?))
}

/// Weekdays without hours, then what closes the whole house every week, then every year.
fn again_and_again(house: &Calendar, today: NaiveDate) -> Vec<When> {
    let mut all: Vec<When> = today
        .iter_days()
        .take(7)
        .filter(|date| house.usual(*date).is_none())
        .map(|date| weekly(chrono::Datelike::weekday(&date)))
        .collect();
    let in_force = |closure: &&Closure| {
        closure.spaces.is_empty()
            && closure.valid_from <= today
            && closure.last().is_none_or(|last| today <= last)
    };
    all.extend(
        house
            .closures
            .iter()
            .filter(in_force)
            .map(|closure| closure.when),
    );
    all.retain(|when| !matches!(when, When::Once { .. } | When::ForGood { .. }));
    all.sort_by_key(|when| order(*when));
    all.dedup();
    all
}

const fn weekly(weekday: Weekday) -> When {
    When::Weekly {
        weekday,
        moves: false,
    }
}

const fn order(when: When) -> (u32, u32) {
    match when {
        When::Weekly { weekday, .. } => (0, weekday.number_from_monday()),
        When::Yearly { first, .. } => (first.0, first.1),
        When::Once { .. } | When::ForGood { .. } => (u32::MAX, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples;

    #[test]
    fn weekly_rules_come_before_yearly_ones_and_single_ones_are_not_told() {
        let today = NaiveDate::from_ymd_opt(2026, 12, 15).unwrap();
        let venue = VenueId(uuid::Uuid::nil());
        let mut house = samples::hours(venue);
        let rule = |when, since: &str| Closure {
            id: crate::entity::ClosureId(uuid::Uuid::nil()),
            when,
            spaces: Vec::new(),
            reason: crate::rules::closure::Reason::default(),
            valid_from: since.parse().unwrap(),
            valid_until: None,
        };
        let new_year = When::Yearly {
            first: (12, 28),
            last: (1, 4),
        };
        let moving = When::Weekly {
            weekday: Weekday::Thu,
            moves: true,
        };
        let once = When::Once {
            first: today,
            last: today,
            part: None,
        };
        house.closures = vec![
            rule(new_year, "2026-04-01"),
            rule(once, "2026-04-01"),
            rule(moving, "2026-04-01"),
            rule(weekly(Weekday::Fri), "2027-04-01"),
        ];
        // The sample house has no hours on Mondays.
        let told = again_and_again(&house, today);
        assert_eq!(told, [weekly(Weekday::Mon), moving, new_year]);
    }
}
