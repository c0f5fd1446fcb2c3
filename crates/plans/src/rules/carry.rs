//! What a plan begins with when it carries another one on (引継ぎ).
//!
//! Source: `domain.md` R11 (each old programme is mapped to the new one).

use std::collections::HashMap;

use chrono::{Months, NaiveDate};

use super::{
    budget::BudgetLine,
    measure::Measure,
    programme::Programme,
    schedule::{Activity, Years, days},
    whole::Content,
};
use crate::entity::{PolicyId, ProgrammeId};

/// The content of the next plan: every programme is a new one that carries its old one on; targets and
/// months move with the years, what would lie outside the plan is left out, and each policy becomes
/// that of the same field in the new years, where there is one.
pub fn carried(
    content: &Content,
    from: &Years,
    to: &Years,
    same_field: impl Fn(PolicyId) -> Option<PolicyId>,
    mut new_id: impl FnMut() -> ProgrammeId,
) -> Content {
    let later = to.start() - from.start();
    let mut became = HashMap::new();
    let programme = |(id, one): &(ProgrammeId, Programme)| {
        let next = new_id();
        became.insert(*id, next);
        let activities = one.activities.iter();
        let programme = Programme {
            is_new: false,
            policy: one.policy.and_then(&same_field),
            carried_from: Some(*id),
            measures: one
                .measures
                .iter()
                .map(|one| moved(one, later, to))
                .collect(),
            activities: activities
                .filter_map(|one| shifted(one, later, to))
                .collect(),
            ..one.clone()
        };
        (next, programme)
    };
    let programmes = content.programmes.iter().map(programme).collect();
    let line = |line: &BudgetLine| BudgetLine {
        programme: line.programme.and_then(|id| became.get(&id).copied()),
        ..line.clone()
    };
    Content {
        programmes,
        budget: content.budget.iter().map(line).collect(),
    }
}

/// A measure of the next plan: the baseline stays what was measured, the target moves with the years,
/// never before the plan.
fn moved(one: &Measure, later: i32, to: &Years) -> Measure {
    Measure {
        id: None,
        target_year: (one.target_year + later).max(*to.start()),
        ..one.clone()
    }
}

fn shifted(one: &Activity, later: i32, to: &Years) -> Option<Activity> {
    let (first_day, last_day) = days(to)?;
    let shift = |month: &str| {
        let day: NaiveDate = format!("{month}-01").parse().ok()?;
        let months = Months::new(later.unsigned_abs() * 12);
        let day = if later < 0 {
            day.checked_sub_months(months)
        } else {
            day.checked_add_months(months)
        };
        day.filter(|day| (first_day..=last_day).contains(day))
    };
    Some(Activity {
        name: one.name.clone(),
        first: shift(&one.first)?.format("%Y-%m").to_string(),
        last: shift(&one.last)?.format("%Y-%m").to_string(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_move_with_the_years_and_what_lies_outside_is_left_out() {
        let activity = |first: &str, last: &str| Activity {
            name: "講座".to_owned(),
            first: first.to_owned(),
            last: last.to_owned(),
        };
        for (first, last, later, to, found) in [
            ("2026-04", "2027-03", 1, 2027, Some(("2027-04", "2028-03"))),
            ("2026-04", "2026-05", 0, 2027, None),
            ("2028-01", "2028-02", -1, 2026, Some(("2027-01", "2027-02"))),
        ] {
            let moved = shifted(&activity(first, last), later, &(to..=to));
            let moved = moved
                .as_ref()
                .map(|one| (one.first.as_str(), one.last.as_str()));
            assert_eq!(moved, found, "{first}");
        }
    }
}
