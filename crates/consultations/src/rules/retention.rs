//! How long the words of a case are kept (保存年限).

use chrono::{Months, NaiveDate};

/// Whether what was closed on a day need no longer be kept: so many years, to the day.
pub fn is_kept_no_longer(closed: NaiveDate, years: i32, today: NaiveDate) -> bool {
    let months = u32::try_from(years).unwrap_or(u32::MAX).saturating_mul(12);
    let last = closed.checked_add_months(Months::new(months));
    last.is_some_and(|last| last <= today)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_kept_to_the_day() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        for (closed, today, expected) in [
            ("2026-12-08", "2031-12-07", false),
            ("2026-12-08", "2031-12-08", true),
            ("2024-02-29", "2029-02-27", false),
            ("2024-02-29", "2029-02-28", true),
        ] {
            assert_eq!(
                is_kept_no_longer(day(closed), 5, day(today)),
                expected,
                "{closed}"
            );
        }
    }
}
