//! Visiting businesses (企業訪問): what a campaign, a target and a sheet must say, who goes, who reads
//! what, and how far a campaign has come.
//!
//! Source: `domain.md` R26, R27; docs/decisions/025 for what is confidential.

use accounts::rules::{Words, wrong_field};
use chrono::NaiveDate;
use disclosure::{Figure, Table, Threshold, Unfit, suppress};
use kernel::{Actor, Detail, Instant, Role};

use super::{Reading, may_keep_experts};
use crate::entity::{
    VisitCampaignId, case,
    case_field::Field,
    visit_target::{self, State},
};

/// The longest text of a sheet, in characters.
const LONGEST: usize = 4_000;
/// The longest campaign, in days.
const LONGEST_CAMPAIGN: i64 = 1_100;
/// The ward sees counts from five on.
const LEAST: u64 = 5;

/// A campaign as somebody writes it, as far as it could be read.
#[derive(Clone, Debug, Default)]
pub struct CampaignDraft {
    /// What it is called.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// From when.
    pub starts_on: Option<NaiveDate>,
    /// Until when.
    pub ends_on: Option<NaiveDate>,
    /// Whose targets it begins with, if those of one.
    pub follows: Option<VisitCampaignId>,
}

impl CampaignDraft {
    /// Everything that is wrong with it, in the order of the form.
    pub fn wrong(&self) -> Vec<Detail> {
        let mut wrong = Vec::new();
        let name = Words::line("name", &self.name);
        wrong.extend(name.or_missing("visits-name-missing"));
        let purpose = Words::text("purpose", &self.purpose, LONGEST);
        wrong.extend(purpose.or_missing("visits-purpose-missing"));
        if self.starts_on.is_none() {
            wrong.push(wrong_field("starts_on", "visits-day-missing"));
        }
        match (self.starts_on, self.ends_on) {
            (_, None) => wrong.push(wrong_field("ends_on", "visits-day-missing")),
            (Some(from), Some(until)) if until < from => {
                wrong.push(wrong_field("ends_on", "visits-ends-before"));
            }
            (Some(from), Some(until)) if (until - from).num_days() > LONGEST_CAMPAIGN => {
                wrong.push(wrong_field("ends_on", "visits-ends-far"));
            }
            _ => {}
        }
        wrong
    }
}

/// A target as somebody writes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TargetDraft {
    /// What the business is called.
    pub company: String,
    /// Where it is.
    pub address: String,
    /// How it is called up.
    pub telephone: String,
    /// What whoever goes should know.
    pub note: String,
}

impl TargetDraft {
    /// Everything that is wrong with it, in the order of the form.
    pub fn wrong(&self) -> Vec<Detail> {
        let mut wrong = Vec::new();
        let company = Words::line("company", &self.company);
        wrong.extend(company.or_missing("visits-company-missing"));
        let address = Words::line("address", &self.address);
        wrong.extend(address.or_missing("visits-address-missing"));
        wrong.extend(Words::line("telephone", &self.telephone).wrong());
        wrong.extend(Words::line("note", &self.note).wrong());
        wrong
    }
}

/// The sheet of a visit as somebody writes it, as far as it could be read.
#[derive(Clone, Debug, Default)]
pub struct VisitDraft {
    /// When somebody was there.
    pub visited_at: Option<Instant>,
    /// What came of it.
    pub result: Option<State>,
    /// Who was met.
    pub met: String,
    /// How things are.
    pub situation: String,
    /// With what they need help.
    pub needs: Vec<Field>,
    /// What they wish.
    pub wishes: String,
    /// What is done next.
    pub next_step: String,
    /// When somebody goes again: none when nothing was typed, an error when no day was.
    pub next_on: Option<Result<NaiveDate, ()>>,
}

impl VisitDraft {
    /// Everything that is wrong with it at a moment, in the order of the form. Where somebody was met,
    /// the sheet says whom, and how things are.
    pub fn wrong(&self, now: Instant) -> Vec<Detail> {
        let mut wrong = Vec::new();
        match self.visited_at {
            None => wrong.push(wrong_field("day", "visits-time-missing")),
            Some(at) if now < at => wrong.push(wrong_field("day", "visits-time-ahead")),
            Some(_) => {}
        }
        let result = self.result.filter(|result| *result != State::Open);
        if result.is_none() {
            wrong.push(wrong_field("result", "visits-result-missing"));
        }
        let (met, situation) = (
            Words::line("met", &self.met),
            Words::text("situation", &self.situation, LONGEST),
        );
        if result == Some(State::Visited) {
            wrong.extend(met.or_missing("visits-met-missing"));
            wrong.extend(situation.or_missing("visits-situation-missing"));
        } else {
            wrong.extend(met.wrong());
            wrong.extend(situation.wrong());
        }
        wrong.extend(Words::text("wishes", &self.wishes, LONGEST).wrong());
        wrong.extend(Words::text("next_step", &self.next_step, LONGEST).wrong());
        let visited = self.visited_at.map(Instant::date);
        match self.next_on {
            Some(Err(())) => wrong.push(wrong_field("next_on", "visits-day-missing")),
            Some(Ok(next)) if visited.is_some_and(|visited| next < visited) => {
                wrong.push(wrong_field("next_on", "visits-next-before"));
            }
            _ => {}
        }
        wrong
    }
}

/// Whether this actor runs campaigns, gives targets to people and sees how far they have come: the
/// manager and coordinators.
pub fn may_run_visits(actor: &Actor) -> bool {
    may_keep_experts(actor)
}

/// Whether this actor visits businesses: experts and coordinators.
pub fn may_visit(actor: &Actor) -> bool {
    actor.roles.has(Role::Expert) || actor.roles.has(Role::Coordinator)
}

/// Whether this actor reads and writes what was said at a target: whoever goes there, and coordinators.
/// When a case of which few may know (関係者限り) came of it, of the coordinators only those who may read
/// what was asked in it: `case` is that case, and what they may read of it.
pub fn may_read_visit(
    actor: &Actor,
    target: &visit_target::Model,
    case: Option<(&case::Model, Reading)>,
) -> bool {
    let goes = actor.person.is_some() && actor.person == target.assignee_id;
    let told = case.is_none_or(|(case, reading)| !case.need_to_know || reading.asked());
    (actor.roles.has(Role::Coordinator) && told) || (goes && may_visit(actor))
}

/// How many targets are in which state, in the order of [`State::ALL`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage([u64; 5]);

impl Coverage {
    /// Of these states.
    pub fn of(states: impl IntoIterator<Item = State>) -> Self {
        let mut counts = [0; 5];
        for state in states {
            let at = State::ALL.iter().position(|one| *one == state);
            if let Some(count) = at.and_then(|at| counts.get_mut(at)) {
                *count += 1;
            }
        }
        Self(counts)
    }

    /// How many there are.
    pub fn all(&self) -> u64 {
        self.0.iter().sum()
    }

    /// Each state with its count.
    pub fn by_state(&self) -> impl Iterator<Item = (State, u64)> {
        State::ALL.iter().copied().zip(self.0)
    }

    /// So many of a hundred targets somebody has been to, whatever came of it; rounded down.
    pub fn percent(&self) -> u64 {
        let open: u64 = self
            .by_state()
            .filter(|(state, _)| *state == State::Open)
            .map(|(_, count)| count)
            .sum();
        ((self.all() - open) * 100)
            .checked_div(self.all())
            .unwrap_or(0)
    }

    /// The same as the ward may see it: the counts in their order, then the sum; none where one is not
    /// told.
    ///
    /// # Errors
    /// When the counts are no table, which is a fault.
    pub fn for_ward(&self) -> Result<Vec<Option<u64>>, Unfit> {
        let told = |figure: Figure| match figure {
            Figure::Shown(count) => Some(count),
            Figure::Hidden => None,
        };
        let shown = suppress(&Table::list(&self.0)?, Threshold::try_new(LEAST)?);
        let mut counts: Vec<Option<u64>> = (0..self.0.len())
            .map(|row| told(shown.cell(row, 0)))
            .collect();
        counts.push(told(shown.total()));
        Ok(counts)
    }
}

/// How a day on which somebody goes again stands to today, as part of text keys.
pub fn due(next_on: &str, today: NaiveDate) -> &'static str {
    match next_on.cmp(today.to_string().as_str()) {
        std::cmp::Ordering::Less => "overdue",
        std::cmp::Ordering::Equal => "today",
        std::cmp::Ordering::Greater => "later",
    }
}

#[cfg(test)]
mod tests;
