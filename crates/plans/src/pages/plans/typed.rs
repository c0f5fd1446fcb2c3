//! A programme as its form has it.

use web::Typed;

use crate::rules::{
    measure,
    programme::{Known, Programme, Written},
    schedule,
};

/// What the form says.
pub(super) fn written(typed: &Typed) -> Written {
    let text = |name: &str| typed.text(name).replace("\r\n", "\n");
    let measure = |fields: &measure::Fields| measure::Written {
        id: typed.text(fields.id).parse().ok(),
        name: text(fields.name),
        kind: text(fields.kind),
        unit: text(fields.unit),
        baseline_year: text(fields.baseline_year),
        baseline: text(fields.baseline),
        target_year: text(fields.target_year),
        target: text(fields.target),
        every: text(fields.every),
    };
    let activity = |fields: &schedule::Fields| schedule::Written {
        name: text(fields.name),
        first: text(fields.first),
        last: text(fields.last),
    };
    Written {
        number: text("number"),
        goal: text("goal"),
        strategy: text("strategy"),
        name: text("name"),
        summary: text("summary"),
        owner_department: text("owner_department"),
        related_departments: text("related_departments"),
        is_priority: !typed.text("is_priority").is_empty(),
        is_new: !typed.text("is_new").is_empty(),
        horizon: text("horizon"),
        stage: text("stage"),
        place: text("place"),
        ward_role: text("ward_role"),
        manager_role: text("manager_role"),
        policy: text("policy"),
        carried_from: text("carried_from"),
        measures: measure::ROWS.iter().map(measure).collect(),
        activities: schedule::ROWS.iter().map(activity).collect(),
    }
}

/// The form as a programme fills it.
pub(super) fn filled(one: &Programme, known: &Known) -> Typed {
    let written = one.written(known);
    let flag = |is: bool| if is { "on" } else { "" };
    let mut typed = Typed::default();
    for (name, value) in [
        ("number", written.number.as_str()),
        ("goal", &written.goal),
        ("strategy", &written.strategy),
        ("name", &written.name),
        ("summary", &written.summary),
        ("owner_department", &written.owner_department),
        ("related_departments", &written.related_departments),
        ("is_priority", flag(written.is_priority)),
        ("is_new", flag(written.is_new)),
        ("horizon", &written.horizon),
        ("stage", &written.stage),
        ("place", &written.place),
        ("ward_role", &written.ward_role),
        ("manager_role", &written.manager_role),
        ("policy", &written.policy),
        ("carried_from", &written.carried_from),
    ] {
        typed = typed.or(name, value);
    }
    for (row, fields) in written.measures.iter().zip(&measure::ROWS) {
        let id = row.id.map(|id| id.to_string()).unwrap_or_default();
        for (name, value) in [
            (fields.id, id.as_str()),
            (fields.name, &row.name),
            (fields.kind, &row.kind),
            (fields.unit, &row.unit),
            (fields.baseline_year, &row.baseline_year),
            (fields.baseline, &row.baseline),
            (fields.target_year, &row.target_year),
            (fields.target, &row.target),
            (fields.every, &row.every),
        ] {
            typed = typed.or(name, value);
        }
    }
    for (row, fields) in written.activities.iter().zip(&schedule::ROWS) {
        typed = typed
            .or(fields.name, &row.name)
            .or(fields.first, &row.first)
            .or(fields.last, &row.last);
    }
    typed
}

/// So many empty rows stand below those that are filled.
const EMPTY: usize = 2;

/// How many rows of measures the form shows.
pub(super) fn measure_rows(typed: &Typed) -> usize {
    let is_filled = |fields: &measure::Fields| {
        !typed.text(fields.name).is_empty() || !typed.text(fields.target).is_empty()
    };
    rows(
        measure::ROWS.iter().rposition(is_filled),
        measure::ROWS.len(),
    )
}

/// How many lines of the schedule the form shows.
pub(super) fn activity_rows(typed: &Typed) -> usize {
    let is_filled = |fields: &schedule::Fields| {
        !typed.text(fields.name).is_empty() || !typed.text(fields.first).is_empty()
    };
    rows(
        schedule::ROWS.iter().rposition(is_filled),
        schedule::ROWS.len(),
    )
}

fn rows(last: Option<usize>, most: usize) -> usize {
    (last.map_or(0, |at| at + 1) + EMPTY).min(most)
}
