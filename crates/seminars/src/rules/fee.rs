//! By when a place is paid, and until when giving it up costs nothing.
//!
//! Source: `domain.md` part 4 (支払: so many days, the day of use at the latest) and R35; how many days is
//! the centre's own rule, in dated rows.

use chrono::{Days, NaiveDate};
use japan::{deadlines::payment_due, kana::digits};
use kernel::Instant;

use crate::entity::{seminar, seminar_terms};

/// What becomes of the fees of a seminar that is called off after its first lesson.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fees {
    /// Nobody owes anything; what was paid is given back.
    Forgiven,
    /// They stay as they are: for what was held.
    Stand,
}

crate::entity::coded! { Fees { Forgiven => "forgiven", Stand => "stand" } }

/// Whether it is to be said what becomes of the fees: before the first lesson nobody owes anything.
pub fn asks_fees(row: &seminar::Model, now: Instant) -> bool {
    row.fee_yen > 0 && row.starts_at.is_some_and(|begins| begins <= now)
}

/// An amount of yen as people write it: `3,000`, `３，０００`; none when it is no number.
pub fn amount(typed: &str) -> Option<i64> {
    digits(typed).replace(',', "").parse().ok()
}

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

/// Until when whoever is told of another first day can give up a place for nothing, at least: they decide
/// in as many days as somebody pays in.
pub fn decides_until(
    terms: &seminar_terms::Model,
    today: NaiveDate,
    first_day: NaiveDate,
) -> NaiveDate {
    let days = u64::try_from(terms.payment_days).unwrap_or(0);
    let decided = today.checked_add_days(Days::new(days)).unwrap_or(first_day);
    decided.min(first_day)
}

/// Whether giving up a place costs nothing now: until its day, and never once the first lesson has begun.
pub fn is_free(free_until: &str, begins: Option<Instant>, now: Instant) -> bool {
    let ahead = begins.is_some_and(|begins| now < begins);
    ahead && *now.date().to_string() <= *free_until
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
        assert_eq!(decides_until(&terms, day("08"), day("31")), day("15"));
        assert_eq!(decides_until(&terms, day("08"), day("10")), day("10"));
    }

    #[test]
    fn an_amount_is_typed_with_commas_of_any_width_or_without() {
        for typed in ["3000", "3,000", "３，０００", " ３０００ "] {
            assert_eq!(amount(typed), Some(3_000), "{typed}");
        }
        for typed in ["三千", "", "3.5"] {
            assert_eq!(amount(typed), None, "{typed}");
        }
    }

    #[test]
    fn who_has_sat_in_a_lesson_does_not_give_it_up_for_nothing() {
        let at = |text: &str| Instant::parse(&format!("2026-12-{text}:00+09:00")).unwrap();
        for (free_until, begins, now, expected) in [
            ("2026-12-09", "12T10:00", "09T23:59", true),
            ("2026-12-09", "12T10:00", "10T00:00", false),
            ("2026-12-12", "12T10:00", "12T09:59", true),
            ("2026-12-12", "12T10:00", "12T10:00", false),
            ("2026-12-23", "12T10:00", "13T09:00", false),
        ] {
            let found = is_free(free_until, Some(at(begins)), at(now));
            assert_eq!(found, expected, "{free_until} {begins} {now}");
        }
        assert!(!is_free("2026-12-09", None, at("01T00:00")));
    }
}
