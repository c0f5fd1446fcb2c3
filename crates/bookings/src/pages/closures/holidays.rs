//! The holidays that move closed days.

use chrono::{Datelike, NaiveDate};
use japan::holidays::Holidays;
use serde_json::{Value, json};

/// So many days are looked ahead.
const YEAR: usize = 366;

/// The holidays of the coming year, which move closed days; those of a year whose list is not
/// published yet are expected only.
pub(super) fn holidays(today: NaiveDate) -> Vec<Value> {
    let known = Holidays::published();
    let holiday = |date: NaiveDate| {
        let holiday = known.holiday(date)?;
        let expected = !known.is_official(date.year());
        Some(json!({ "date": date, "name": holiday.name, "expected": expected }))
    };
    today.iter_days().take(YEAR).filter_map(holiday).collect()
}
