//! What the pages of plans say, in the words templates read.

use std::collections::HashMap;

use japan::fiscal::FiscalYear;
use serde::Serialize;
use serde_json::{Value, json};

use crate::{
    entity::{PolicyId, ProgrammeId},
    read::plans::{Plan, Version},
    rules::{
        budget::{BudgetLine, BudgetSide, sum},
        measure::Measure,
        plan::writing_side,
        programme::{Horizon, Programme, Stage},
        quantity,
        schedule::Activity,
        whole::Content,
    },
};

/// A fiscal year as people name it.
pub(in super::super) fn year_name(year: i32) -> String {
    FiscalYear::try_starting_in(year)
        .map(FiscalYear::name)
        .unwrap_or_default()
}

/// A plan by itself.
pub(super) fn plan(plan: &Plan) -> Value {
    let row = &plan.row;
    json!({
        "id": row.id,
        "kind": row.kind.code(),
        "name": row.name,
        "side": writing_side(row.kind),
        "based_on": row.based_on,
        "first_year": row.first_year,
        "last_year": row.last_year,
        "first_year_name": year_name(row.first_year),
        "last_year_name": year_name(row.last_year),
    })
}

/// A plan as lists show it: its newest version, and the one that holds.
pub(super) fn listed(one: &Plan) -> Value {
    let mut facts = plan(one);
    facts["newest"] = json!(one.versions.first().map(version));
    facts["in_force"] = json!(one.in_force().map(version));
    facts
}

/// A version by itself.
pub(super) fn version(version: &Version) -> Value {
    json!({
        "id": version.row.id.to_string(),
        "number": version.row.number,
        "reason": version.row.reason,
        "edition": version.row.edition,
        "budget_edition": version.row.budget_edition,
        "standing": version.standing().code(),
        "written_at": version.row.written_at.rfc3339(),
    })
}

/// The tree: goals, their strategies, their programmes, in the order of their numbers.
pub(super) fn tree<'p>(programmes: impl Iterator<Item = (&'p Programme, Value)>) -> Vec<Branch> {
    let mut goals = Vec::new();
    for (one, facts) in programmes {
        let goal = branch(&mut goals, &one.goal);
        branch(&mut goal.strategies, &one.strategy)
            .programmes
            .push(facts);
    }
    goals
}

/// A goal with its strategies, or a strategy with its programmes.
#[derive(Default, Serialize)]
pub(super) struct Branch {
    name: String,
    strategies: Vec<Branch>,
    programmes: Vec<Value>,
}

/// The branch of a name; it is added at the end where there is none.
fn branch<'b>(all: &'b mut Vec<Branch>, name: &str) -> &'b mut Branch {
    let there = all.iter().position(|one| one.name == name);
    let at = there.unwrap_or_else(|| {
        all.push(Branch {
            name: name.to_owned(),
            ..Branch::default()
        });
        all.len() - 1
    });
    &mut all[at]
}

/// A programme with all that it says; its policy by its field.
pub(super) fn programme(
    id: ProgrammeId,
    one: &Programme,
    policies: &HashMap<PolicyId, String>,
) -> Value {
    json!({
        "id": id.to_string(),
        "number": one.number,
        "goal": one.goal,
        "strategy": one.strategy,
        "name": one.name,
        "summary": one.summary,
        "owner_department": one.owner_department,
        "related_departments": one.related_departments,
        "is_priority": one.is_priority,
        "is_new": one.is_new,
        "horizon": one.horizon.map(Horizon::code),
        "stage": one.stage.map(Stage::code),
        "place": one.place,
        "ward_role": one.ward_role,
        "manager_role": one.manager_role,
        "policy": one.policy.map(|id| json!({ "id": id, "field": policies.get(&id) })),
        "measures": one.measures.iter().map(measure).collect::<Vec<_>>(),
        "activities": one.activities.iter().map(activity).collect::<Vec<_>>(),
    })
}

/// A measure, its values as people read them.
pub(super) fn measure(one: &Measure) -> Value {
    json!({
        "name": one.name,
        "kind": one.kind.code(),
        "unit": one.unit,
        "baseline": one.baseline.map(|(_, value)| quantity::shown(value)),
        "baseline_year": one.baseline.map(|(year, _)| year_name(year)),
        "target": one.target.map(quantity::shown),
        "target_year": year_name(one.target_year),
        "every": one.every_years,
    })
}

/// A line of the schedule, its months by their first days.
pub(super) fn activity(one: &Activity) -> Value {
    let month = |month: &str| format!("{month}-01");
    json!({ "name": one.name, "first": month(&one.first), "last": month(&one.last) })
}

/// A budget: the lines of both sides, and what they come to.
pub(super) fn budget(content: &Content) -> Value {
    let side = |side: BudgetSide| {
        let lines = content.budget.iter().filter(|line| line.side == side);
        lines
            .map(|line| budget_line(line, content))
            .collect::<Vec<_>>()
    };
    json!({
        "income": side(BudgetSide::Income),
        "expenditure": side(BudgetSide::Expenditure),
        "income_sum": sum(&content.budget, BudgetSide::Income),
        "expenditure_sum": sum(&content.budget, BudgetSide::Expenditure),
    })
}

/// A line of a budget, its programme by number and name.
pub(super) fn budget_line(line: &BudgetLine, content: &Content) -> Value {
    let programme = content
        .programmes
        .iter()
        .find(|(id, _)| Some(*id) == line.programme);
    json!({
        "side": line.side.code(),
        "item": line.item,
        "yen": line.yen,
        "note": line.note,
        "programme": programme.map(|(id, one)| json!({ "id": id.to_string(), "number": one.number, "name": one.name })),
    })
}
