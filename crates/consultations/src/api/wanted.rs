//! Which free hours are asked of the API.

use accounts::rules::wrong_field;
use chrono::NaiveDate;
use japan::calendar::parse_date;
use kernel::Detail;
use web::Typed;

use super::asked::UNKNOWN;
use crate::{
    entity::{case_field::Field, expert::LANGUAGES, meeting::Mode},
    read::Wanted,
};

/// The widest stretch of days asked about at once.
const WIDEST: i64 = 62;
/// Which times are asked for.
pub(super) fn wanted(typed: &Typed) -> Result<Wanted, Vec<Detail>> {
    let mut wrong = Vec::new();
    let mode = Mode::parse(typed.text("mode"));
    if mode.is_none() {
        wrong.push(wrong_field("mode", "consultations-mode-missing"));
    }
    let days = (
        day(typed, "from", &mut wrong),
        day(typed, "until", &mut wrong),
    );
    let wide =
        |(from, until): (NaiveDate, NaiveDate)| until < from || (until - from).num_days() > WIDEST;
    let days = days.0.zip(days.1);
    if days.is_some_and(wide) {
        wrong.push(wrong_field("until", "consultations-days-wide"));
    }
    let fields: Option<Vec<Field>> = typed.all("field").into_iter().map(Field::parse).collect();
    if fields.is_none() {
        wrong.push(wrong_field("field", UNKNOWN));
    }
    let lang = typed.text("lang");
    if !lang.is_empty() && !LANGUAGES.contains(&lang) {
        wrong.push(wrong_field("lang", UNKNOWN));
    }
    let expert = Some(typed.text("expert")).filter(|expert| !expert.is_empty());
    let expert = expert.map(str::parse).transpose();
    if expert.is_err() {
        wrong.push(wrong_field("expert", UNKNOWN));
    }
    let (Some(mode), Some(days), Some(fields), Ok(expert), true) =
        (mode, days, fields, expert, wrong.is_empty())
    else {
        return Err(wrong);
    };
    Ok(Wanted {
        mode,
        fields,
        lang: lang.to_owned(),
        expert,
        days,
    })
}

fn day(typed: &Typed, name: &'static str, wrong: &mut Vec<Detail>) -> Option<NaiveDate> {
    let found = parse_date(typed.text(name));
    if found.is_none() {
        wrong.push(wrong_field(name, "cases-day-missing"));
    }
    found
}
