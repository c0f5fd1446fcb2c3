//! Who may see and answer an application, and what an answer must say.

use chrono::{Months, NaiveDate};
use kernel::{Actor, Detail, PersonId};

use super::{
    Category,
    draft::{answer_is_wrong, localities, stages, wrong},
};
use crate::entity::category::{Party, Stage};

/// A registration begins at most so many months before or after its review.
const REACH: Months = Months::new(12);
/// A registration lasts at most so many months.
const LONGEST: Months = Months::new(120);

/// Whether this actor may hand in an application for that person.
pub fn may_apply_for(actor: &Actor, person: PersonId) -> bool {
    actor.is(person) || actor.roles.is_staff()
}

/// Whether an application, its words and its papers are shown: to the applicant, to those who act
/// for the same organisation, and to staff. The ward sees the result only.
pub fn may_see(actor: &Actor, applicant: PersonId, represents: bool) -> bool {
    actor.is(applicant) || represents || actor.roles.is_staff()
}

/// Whether this actor may answer it: staff, but nobody their own.
pub fn may_review(actor: &Actor, applicant: PersonId, represents: bool) -> bool {
    actor.roles.is_staff() && !actor.is(applicant) && !represents
}

/// What reception answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Registers this category for this term.
    Approve {
        /// The category, perhaps corrected.
        category: Category,
        /// The first day.
        from: Option<NaiveDate>,
        /// The last day.
        until: Option<NaiveDate>,
        /// May be empty.
        answer: String,
    },
    /// Asks the applicant to mend it.
    Return {
        /// What to mend.
        answer: String,
    },
    /// Does not register.
    Refuse {
        /// Why.
        answer: String,
    },
}

impl Decision {
    /// Everything that is wrong with it.
    pub fn wrong(
        &self,
        applied: Party,
        founded_on: Option<NaiveDate>,
        today: NaiveDate,
    ) -> Vec<Detail> {
        match self {
            Self::Return { answer } | Self::Refuse { answer } => {
                answer_is_wrong(answer).into_iter().collect()
            }
            Self::Approve {
                category,
                from,
                until,
                answer,
            } => {
                let mut faults = category_is_wrong(*category, applied, founded_on);
                faults.extend(term_is_wrong(*from, *until, today));
                if !answer.is_empty() {
                    faults.extend(answer_is_wrong(answer));
                }
                faults
            }
        }
    }
}

fn category_is_wrong(
    category: Category,
    applied: Party,
    founded_on: Option<NaiveDate>,
) -> Vec<Detail> {
    let mut faults = Vec::new();
    // A person does not become an organisation by a stroke of the pen.
    if (category.party == Party::Individual) != (applied == Party::Individual) {
        faults.push(wrong("party", "organisations-wrong-party"));
    }
    if !localities(category.party).contains(&category.locality) {
        faults.push(wrong("locality", "organisations-wrong-locality"));
    }
    if !stages(category.party).contains(&category.stage) {
        faults.push(wrong("stage", "organisations-wrong-stage"));
    } else if category.stage == Stage::Young && founded_on.is_none() {
        faults.push(wrong("stage", "organisations-wrong-no-founding"));
    }
    faults
}

fn term_is_wrong(
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
    today: NaiveDate,
) -> Vec<Detail> {
    let mut faults = Vec::new();
    let near = |day: &NaiveDate| {
        let earliest = today.checked_sub_months(REACH);
        let latest = today.checked_add_months(REACH);
        earliest.is_some_and(|first| first <= *day) && latest.is_some_and(|last| *day <= last)
    };
    if !from.as_ref().is_some_and(near) {
        faults.push(wrong("from", "organisations-wrong-from"));
    }
    let fits = |until: NaiveDate| {
        let from = from.unwrap_or(today);
        from <= until
            && from
                .checked_add_months(LONGEST)
                .is_some_and(|most| until <= most)
    };
    if !until.is_some_and(fits) {
        faults.push(wrong("until", "organisations-wrong-until"));
    }
    faults
}

#[cfg(test)]
mod tests;
