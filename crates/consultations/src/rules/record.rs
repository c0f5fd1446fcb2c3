//! What a record, a sheet and an action must say.

use accounts::rules::{Words, wrong_field};
use chrono::{Days, NaiveDate};
use kernel::Detail;

use crate::entity::{case_action::Owner, case_field::Field};

/// So many days ahead something can be due at most: ten years.
const FURTHEST: u64 = 3_653;
/// The longest text of a record, in characters.
const LONGEST: usize = 20_000;

/// The record of a meeting as somebody writes it, as far as it could be read.
#[derive(Clone, Debug, Default)]
pub struct RecordDraft {
    /// What it was about.
    pub fields: Vec<Field>,
    /// How long they talked.
    pub contact_minutes: Option<i32>,
    /// How long the expert prepared.
    pub preparation_minutes: Option<i32>,
    /// What the person said.
    pub said: String,
    /// What they were advised.
    pub advice: String,
}

impl RecordDraft {
    /// Everything that is wrong with it, in the order of the form. A draft may be unfinished.
    pub fn wrong(&self, finishes: bool) -> Vec<Detail> {
        let mut wrong = Vec::new();
        let between =
            |minutes: Option<i32>, most| minutes.is_some_and(|own| (0..=most).contains(&own));
        if finishes && self.fields.is_empty() {
            wrong.push(wrong_field("fields", "consultations-fields-missing"));
        }
        if !between(self.contact_minutes, 1_440) || (finishes && self.contact_minutes == Some(0)) {
            wrong.push(wrong_field("contact_minutes", "records-minutes-wrong"));
        }
        if !between(self.preparation_minutes, 10_080) {
            wrong.push(wrong_field("preparation_minutes", "records-minutes-wrong"));
        }
        let (said, advice) = (
            Words::text("said", &self.said, LONGEST),
            Words::text("advice", &self.advice, LONGEST),
        );
        if finishes {
            wrong.extend(said.or_missing("records-said-missing"));
            wrong.extend(advice.or_missing("records-advice-missing"));
        } else {
            wrong.extend(said.wrong());
            wrong.extend(advice.wrong());
        }
        wrong
    }
}

/// The whole of a case as somebody writes it.
#[derive(Clone, Debug, Default)]
pub struct SheetDraft {
    /// What they are good at.
    pub strengths: String,
    /// What stands in their way.
    pub problems: String,
    /// What is to be done about it.
    pub plan: String,
}

impl SheetDraft {
    /// Everything that is wrong with it, in the order of the form.
    pub fn wrong(&self) -> Vec<Detail> {
        let texts = [
            Words::text("strengths", &self.strengths, LONGEST),
            Words::text("problems", &self.problems, LONGEST),
            Words::text("plan", &self.plan, LONGEST),
        ];
        texts.iter().filter_map(Words::wrong).collect()
    }
}

/// Something that is to be done, as somebody writes it.
#[derive(Clone, Debug, Default)]
pub struct ActionDraft {
    /// What.
    pub what: String,
    /// Who does it.
    pub owner: Option<Owner>,
    /// By which day.
    pub due_on: Option<NaiveDate>,
}

impl ActionDraft {
    /// Everything that is wrong with it, in the order of the form.
    pub fn wrong(&self, today: NaiveDate) -> Vec<Detail> {
        let mut wrong = Vec::new();
        let what = Words::text("what", &self.what, 1_000);
        wrong.extend(what.or_missing("actions-what-missing"));
        if self.owner.is_none() {
            wrong.push(wrong_field("owner", "actions-owner-missing"));
        }
        match self.due_on {
            None => wrong.push(wrong_field("due_on", "actions-due-missing")),
            Some(day) if day < today => wrong.push(wrong_field("due_on", "actions-due-past")),
            Some(day) if day > today + Days::new(FURTHEST) => {
                wrong.push(wrong_field("due_on", "actions-due-far"));
            }
            Some(_) => {}
        }
        wrong
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_may_be_unfinished_and_a_finished_record_not() {
        let draft = RecordDraft {
            contact_minutes: Some(0),
            preparation_minutes: Some(0),
            ..RecordDraft::default()
        };
        assert_eq!(draft.wrong(false), []);
        let keys: Vec<_> = draft.wrong(true).iter().map(|wrong| wrong.key).collect();
        let expected = [
            "consultations-fields-missing",
            "records-minutes-wrong",
            "records-said-missing",
            "records-advice-missing",
        ];
        assert_eq!(keys, expected);
    }
}
