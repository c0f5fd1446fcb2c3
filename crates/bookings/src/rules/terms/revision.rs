//! What entering or ending a rule leaves of those there are.

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Rule, Term};
use crate::entity::RuleId;

/// The rules as they would be once one was entered or ended.
#[derive(Clone, Debug)]
pub struct Revision {
    /// The rule that is entered or ended, with the last day it would have.
    pub rule: Rule,
    /// The first day on which something else holds.
    pub from: NaiveDate,
    /// Those that end because of it, with their last day.
    pub ended: Vec<(RuleId, Option<NaiveDate>)>,
    /// Those planned for later about the same, which stay; the next one first.
    pub later: Vec<Rule>,
    before: Vec<Rule>,
    after: Vec<Rule>,
}

impl Revision {
    /// Enters a rule. One without an end takes the place of those about the same, which end the day
    /// before it begins, and itself ends the day before one planned for later; one with an end lets
    /// the others rest until it is over.
    pub fn entering(there: &[Rule], thought_of: &Rule) -> Self {
        let from = thought_of.valid_from;
        let same = |other: &&Rule| other.is_about_the_same(thought_of) && other.is_ever_in_force();
        let mut later: Vec<Rule> = there.iter().filter(same).cloned().collect();
        later.retain(|other| from < other.valid_from);
        later.sort_by_key(|other| (other.valid_from, other.id));
        let mut rule = thought_of.clone();
        let mut ended = Vec::new();
        if thought_of.valid_until.is_none() {
            // One with an end only interrupts: what was planned comes back after it.
            let next = later.iter().find(|other| other.valid_until.is_none());
            rule.valid_until = next.and_then(|next| next.valid_from.pred_opt());
            let last = from.pred_opt();
            let begun = there.iter().filter(same);
            let begun = begun.filter(|other| other.valid_from <= from);
            let over =
                begun.filter(|other| other.valid_until.is_none_or(|until| Some(until) > last));
            ended = over.map(|other| (other.id, last)).collect();
        }
        let mut after = ending(there, &ended);
        // Among those in force since the same day the one entered last speaks.
        after.push(Rule {
            id: RuleId(Uuid::max()),
            ..rule.clone()
        });
        Self {
            rule,
            from,
            ended,
            later,
            before: there.to_vec(),
            after,
        }
    }

    /// Ends a rule: this date is the last on which it is in force.
    pub fn ending(there: &[Rule], rule: &Rule, last: NaiveDate) -> Self {
        let ended = vec![(rule.id, Some(last))];
        Self {
            rule: Rule {
                valid_until: Some(last),
                ..rule.clone()
            },
            from: last.succ_opt().unwrap_or(last),
            later: Vec::new(),
            before: there.to_vec(),
            after: ending(there, &ended),
            ended,
        }
    }

    /// The rules of the same kind as they are, and as they would be: no other kind is touched.
    pub fn of_its_kind(&self) -> [Vec<Rule>; 2] {
        [&self.before, &self.after].map(|rules| {
            let kind = self.rule.kind();
            let own = rules.iter().filter(|rule| rule.kind() == kind);
            own.cloned().collect()
        })
    }

    /// The rules about the very same that hold so far on the day from which it would be otherwise.
    pub fn replaced(&self) -> impl Iterator<Item = &Rule> {
        let same = |other: &&Rule| other.is_about_the_same(&self.rule);
        let in_force = |other: &&Rule| other.in_force(self.from);
        self.before.iter().filter(same).filter(in_force)
    }

    /// What speaks for those whom the rule concerned, once it has ended: the closest row about them,
    /// and of quotas every row.
    pub fn takes_over(&self) -> Vec<&Rule> {
        let own = &self.rule;
        let concerns = |other: &&Rule| {
            other.kind() == own.kind()
                && other.in_force(self.from)
                && other.space.is_none_or(|space| own.space == Some(space))
                && other.selector.includes(own.selector)
        };
        let mut found: Vec<&Rule> = self.after.iter().filter(concerns).collect();
        found.sort_by_key(|other| std::cmp::Reverse(other.closeness()));
        if !matches!(own.term, Term::Quota(_)) {
            found.truncate(1);
        }
        found
    }
}

/// The rules, some of them ended.
fn ending(there: &[Rule], ended: &[(RuleId, Option<NaiveDate>)]) -> Vec<Rule> {
    let mut rules = there.to_vec();
    for rule in &mut rules {
        if let Some((_, last)) = ended.iter().find(|(id, _)| *id == rule.id) {
            rule.valid_until = *last;
        }
    }
    rules
}
