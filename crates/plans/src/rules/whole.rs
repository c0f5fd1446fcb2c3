//! A version as a whole: what it must have before it is handed in, and what exactly is decided about.

use kernel::Detail;
use serde_json::json;

use super::{
    budget::{self, BudgetLine},
    measure::Measure,
    plan::Kind,
    programme::Programme,
    schedule::Activity,
};
use crate::entity::{PolicyId, ProgrammeId};

/// So many programmes a plan may have.
pub const MOST_PROGRAMMES: usize = 600;

/// What a version says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Content {
    /// Its programmes by number, each with its lasting identifier.
    pub programmes: Vec<(ProgrammeId, Programme)>,
    /// Its budget, line by line.
    pub budget: Vec<BudgetLine>,
}

impl Content {
    /// The policies that its programmes cite, each once.
    pub fn policies(&self) -> Vec<PolicyId> {
        let mut all: Vec<PolicyId> = self
            .programmes
            .iter()
            .filter_map(|(_, one)| one.policy)
            .collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Everything that is missing before it can be handed in. An annual plan has at least one
    /// programme, each cites a policy, measures what it does and has a schedule, and its budget comes
    /// to the same on both sides; plans of the ward have programmes.
    pub fn missing(&self, kind: Kind) -> Vec<Detail> {
        let mut missing = Vec::new();
        if self.programmes.is_empty() {
            missing.push(detail("plans-empty", json!({})));
        }
        if kind != Kind::Annual {
            return missing;
        }
        for (_, programme) in &self.programmes {
            let args = json!({ "number": programme.number, "name": programme.name });
            if programme.policy.is_none() {
                missing.push(detail("plans-cites-no-policy", args.clone()));
            }
            if programme.measures.is_empty() {
                missing.push(detail("plans-measures-nothing", args.clone()));
            }
            if programme.activities.is_empty() {
                missing.push(detail("plans-has-no-schedule", args));
            }
        }
        missing.extend(budget::unbalanced(&self.budget));
        missing
    }

    /// Everything it says, in one fixed order, for its digest.
    pub fn text(&self, plan: &str, number: i32, reason: &str) -> String {
        let mut lines = vec![plan.to_owned(), number.to_string(), reason.to_owned()];
        for (id, programme) in &self.programmes {
            lines.push(id.to_string());
            let fields = programme.fields();
            lines.extend(fields.iter().map(|(name, value)| format!("{name}={value}")));
            let from = programme.carried_from.map(|from| from.to_string());
            lines.push(format!("carried_from={}", from.unwrap_or_default()));
            lines.extend(programme.measures.iter().map(Measure::text));
            let activity = |one: &Activity| format!("{} {}..{}", one.name, one.first, one.last);
            lines.extend(programme.activities.iter().map(activity));
        }
        let line = |line: &BudgetLine| {
            let programme = line.programme.map(|id| id.to_string()).unwrap_or_default();
            format!(
                "{} {} {programme} {} {}",
                line.side.code(),
                line.item,
                line.yen,
                line.note
            )
        };
        lines.extend(self.budget.iter().map(line));
        lines.join("\n")
    }
}

const fn detail(key: &'static str, args: serde_json::Value) -> Detail {
    Detail {
        field: None,
        key,
        args,
    }
}
