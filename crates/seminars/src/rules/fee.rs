//! By when a place is paid, and until when giving it up costs nothing.
//!
//! Source: `domain.md` part 4 (支払: so many days, the day of use at the latest) and R35; how many days is
//! the centre's own rule, in dated rows.

use chrono::{Days, NaiveDate};
use japan::deadlines::payment_due;

use crate::entity::seminar_terms;

/// By when a place is paid that somebody has since `today`: so many days later, on the day of the first
/// lesson at the latest, and at once by who comes when it has begun.
pub fn due_on(
    terms: &seminar_terms::Model,
    today: NaiveDate,
    first_day: NaiveDate,
    is_closed: impl Fn(NaiveDate) -> bool,
) -> NaiveDate {
    let days = u32::try_from(terms.payment_days).unwrap_or(0);
    payment_due(today, days, first_day, is_closed).max(today)
}

/// The last day on which a place can be given up for nothing.
pub fn free_until(terms: &seminar_terms::Model, first_day: NaiveDate) -> NaiveDate {
    let days = u64::try_from(terms.free_days).unwrap_or(0);
    first_day
        .checked_sub_days(Days::new(days))
        .unwrap_or(first_day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_paid_in_so_many_days_and_given_up_for_nothing_until_shortly_before() {
        let day = |text: &str| -> NaiveDate { format!("2026-12-{text}").parse().unwrap() };
        let terms = seminar_terms::Model {
            valid_from: String::new(),
            remind_hours: 24,
            answer_days: 14,
            payment_days: 7,
            free_days: 3,
        };
        for (today, first, closed, due) in [
            ("08", "31", "00", "15"),
            ("08", "31", "15", "16"),
            ("08", "12", "00", "12"),
            ("13", "12", "00", "13"),
        ] {
            let is_closed = |date: NaiveDate| date.to_string().ends_with(closed);
            let found = due_on(&terms, day(today), day(first), is_closed);
            assert_eq!(found, day(due), "{today} {first} {closed}");
        }
        assert_eq!(free_until(&terms, day("12")), day("09"));
    }
}
