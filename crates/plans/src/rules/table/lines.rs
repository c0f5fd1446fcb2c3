//! A version as lines of a table, in the format in which it is read again.

use super::COLUMNS;
use crate::rules::{
    measure::{self, MeasureKind},
    programme::{Known, Programme, Written},
};

/// The lines of a programme: one, and one more for each further measure.
pub fn lines(programme: &Programme, known: &Known) -> Vec<Vec<String>> {
    let written = programme.written(known);
    let measures = written.measures.iter().map(measure);
    let mut measures = measures.collect::<Vec<_>>().into_iter();
    let empty = || [const { String::new() }; 8];
    let mut first = head(&written);
    first.extend(measures.next().unwrap_or_else(empty));
    let mut lines = vec![first];
    for measure in measures {
        let mut line = vec![String::new(); COLUMNS.len() - measure.len()];
        if let Some(number) = line.first_mut() {
            number.clone_from(&written.number);
        }
        line.extend(measure);
        lines.push(line);
    }
    lines
}

/// Everything but the measures.
fn head(one: &Written) -> Vec<String> {
    let mark = |is: bool| if is { "○" } else { "" }.to_owned();
    let horizon = match one.horizon.as_str() {
        "short" => "短期",
        "medium" => "中期",
        "long" => "長期",
        _ => "",
    };
    let stage = match one.stage.as_str() {
        "planning" => "計画着手",
        "doing" => "実行",
        _ => "",
    };
    vec![
        one.number.clone(),
        one.goal.clone(),
        one.strategy.clone(),
        one.name.clone(),
        one.summary.clone(),
        one.owner_department.clone(),
        one.related_departments.replace('\n', "、"),
        mark(one.is_priority),
        mark(one.is_new),
        horizon.to_owned(),
        stage.to_owned(),
        one.place.clone(),
        one.ward_role.clone(),
        one.manager_role.clone(),
        one.policy.clone(),
        one.carried_from.clone(),
    ]
}

fn measure(one: &measure::Written) -> [String; 8] {
    let kind = match measure::kind(&one.kind) {
        Some(MeasureKind::Cumulative) => "累計",
        Some(MeasureKind::Annual) => "年間",
        Some(MeasureKind::Recurring) => "周期",
        Some(MeasureKind::Milestone) => "到達",
        None => "",
    };
    [
        one.name.clone(),
        kind.to_owned(),
        one.unit.clone(),
        one.baseline_year.clone(),
        one.baseline.clone(),
        one.target_year.clone(),
        one.target.clone(),
        one.every.clone(),
    ]
}
