//! Where in a file what is wrong stands.

use kernel::Detail;

use super::{COLUMNS, Wrong};
use crate::rules::measure;

/// A detail of a programme at its line and column.
pub(super) fn placed(detail: &Detail, lines: &[u64]) -> Wrong {
    let field = detail.field.unwrap_or_default();
    let row = measure::ROWS
        .iter()
        .position(|fields| field.starts_with(fields.name.trim_end_matches("name")));
    let line = lines.get(row.unwrap_or(0)).or_else(|| lines.first());
    Wrong {
        line: line.copied().unwrap_or(1),
        column: column(row.map_or(field, |row| of_measure(&measure::ROWS[row], field))),
        key: detail.key,
        args: detail.args.clone(),
    }
}

/// What a field of any measure is called in the first one.
fn of_measure(fields: &measure::Fields, field: &str) -> &'static str {
    let first = &measure::ROWS[0];
    let pairs = [
        (fields.name, first.name),
        (fields.kind, first.kind),
        (fields.unit, first.unit),
        (fields.baseline_year, first.baseline_year),
        (fields.baseline, first.baseline),
        (fields.target_year, first.target_year),
        (fields.target, first.target),
        (fields.every, first.every),
    ];
    let found = pairs.into_iter().find(|(there, _)| *there == field);
    found.map_or("", |(_, first)| first)
}

/// The heading of the column in which a field stands.
fn column(field: &str) -> Option<&'static str> {
    let first = &measure::ROWS[0];
    let fields = [
        "number",
        "goal",
        "strategy",
        "name",
        "summary",
        "owner_department",
        "related_departments",
        "is_priority",
        "is_new",
        "horizon",
        "stage",
        "place",
        "ward_role",
        "manager_role",
        "policy",
        "carried_from",
        first.name,
        first.kind,
        first.unit,
        first.baseline_year,
        first.baseline,
        first.target_year,
        first.target,
        first.every,
    ];
    let place = fields.iter().position(|one| *one == field)?;
    COLUMNS.get(place).copied()
}
