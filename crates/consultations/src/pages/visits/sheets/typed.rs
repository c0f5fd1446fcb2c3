//! A sheet as it was typed, and as it is typed again.

use bookings::rules::{clock, minute};
use japan::calendar::parse_date;
use web::Typed;

use crate::{
    entity::{case_field::Field, visit_target::State},
    read,
    rules::VisitDraft,
};

/// What stands in a sheet, as its form has it.
pub(super) fn filled(one: &read::VisitSheet) -> Typed {
    let row = &one.row;
    let mut filled = Typed::default()
        .or("day", &row.visited_at.date().to_string())
        .or("time", &row.visited_at.time().format("%H:%M").to_string())
        .or("result", row.result.code())
        .or("met", &row.met)
        .or("situation", &row.situation)
        .or("wishes", &row.wishes)
        .or("next_step", &row.next_step)
        .or("next_on", row.next_on.as_deref().unwrap_or_default())
        .or("edition", &row.edition.to_string());
    for need in &one.needs {
        filled = filled.and("needs", need.code().to_owned());
    }
    filled
}

/// What was typed, as a sheet.
pub(super) fn draft(typed: &Typed) -> VisitDraft {
    let text = |name| typed.text(name).replace("\r\n", "\n");
    let (day, time) = (parse_date(typed.text("day")), clock(typed.text("time")));
    let needs = typed.all("needs").into_iter();
    let next_on = match typed.text("next_on") {
        "" => None,
        day => Some(parse_date(day).ok_or(())),
    };
    VisitDraft {
        visited_at: day.zip(time).map(|(day, time)| minute(day, time)),
        result: State::parse(typed.text("result")),
        met: typed.text("met").to_owned(),
        situation: text("situation"),
        needs: needs.filter_map(Field::parse).collect(),
        wishes: text("wishes"),
        next_step: text("next_step"),
        next_on,
    }
}
