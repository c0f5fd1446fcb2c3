//! How a case ends, and when people are asked again.

use accounts::rules::{Words, wrong_field};
use chrono::{Days, Months, NaiveDate};
use japan::business_days::{add_business_days, is_office_closed};
use kernel::Detail;

use crate::entity::case::Outcome;

/// How a case is closed, as somebody writes it.
#[derive(Clone, Debug, Default)]
pub struct Closing {
    /// What came of it.
    pub outcome: Option<Outcome>,
    /// What is said with it.
    pub note: String,
}

impl Closing {
    /// Everything that is wrong with it, in the order of the form.
    pub fn wrong(&self) -> Vec<Detail> {
        let mut wrong = Vec::new();
        if self.outcome.is_none() {
            wrong.push(wrong_field("outcome", "cases-outcome-missing"));
        }
        wrong.extend(Words::text("note", &self.note, 4_000).or_missing("cases-note-missing"));
        wrong
    }

    /// Whether people are still asked how they are: not those who took it back or cannot be reached.
    pub const fn asks_again(outcome: Outcome) -> bool {
        !matches!(outcome, Outcome::Withdrawn | Outcome::Unreachable)
    }
}

/// On which days people are asked again after a meeting: so many months later each.
pub fn follow_ups(after: NaiveDate, months: &[u32]) -> Vec<(u32, NaiveDate)> {
    let due = |months: &u32| Some((*months, after.checked_add_months(Months::new(*months))?));
    months.iter().filter_map(due).collect()
}

/// By which day somebody is to be found for a request: so many working days later.
pub fn first_due(asked: NaiveDate, days: i32) -> NaiveDate {
    let due = add_business_days(asked, days, is_office_closed);
    due.unwrap_or_else(|| asked + Days::new(7))
}

/// The same when a time is held for it already: on the last working day before that time at the
/// latest, and not before today.
pub fn due_before(due: NaiveDate, meets: NaiveDate, today: NaiveDate) -> NaiveDate {
    let earlier = (1..=14).map(|days| meets - Days::new(days));
    let mut working = earlier.filter(|day| !is_office_closed(*day));
    due.min(working.next().unwrap_or(meets)).max(today)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_asked_again_on_the_same_day_of_the_month_or_its_last() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let found = follow_ups(day("2026-08-31"), &[1, 3, 6]);
        let expected = [(1, "2026-09-30"), (3, "2026-11-30"), (6, "2027-02-28")];
        assert_eq!(found, expected.map(|(months, date)| (months, day(date))));
    }

    #[test]
    fn somebody_is_found_before_the_time_that_is_held() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        for (due, meets, expected) in [
            // A Tuesday; Wednesday; the Friday before a Monday; New Year's holidays; today.
            ("2026-12-11", "2026-12-15", "2026-12-11"),
            ("2026-12-11", "2026-12-10", "2026-12-09"),
            ("2026-12-21", "2026-12-14", "2026-12-11"),
            ("2027-01-06", "2027-01-04", "2026-12-28"),
            ("2026-12-11", "2026-12-08", "2026-12-08"),
        ] {
            let found = due_before(day(due), day(meets), day("2026-12-08"));
            assert_eq!(found, day(expected), "{due} {meets}");
        }
    }

    #[test]
    fn somebody_is_found_within_working_days() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        for (asked, expected) in [("2026-12-15", "2026-12-18"), ("2026-12-28", "2027-01-06")] {
            assert_eq!(first_due(day(asked), 3), day(expected), "{asked}");
        }
    }
}
