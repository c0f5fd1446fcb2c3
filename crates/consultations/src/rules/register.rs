//! What is agreed with an expert.

use accounts::rules::{Words, wrong_field};
use chrono::NaiveDate;
use japan::calendar::parse_date;
use kernel::Detail;

use crate::entity::{case_field::Field, expert::LANGUAGES};

/// The longest introduction, in characters.
const LONGEST: usize = 4_000;

/// What is agreed with an expert, as somebody writes it down.
#[derive(Clone, Debug, Default)]
pub struct ExpertDraft {
    /// What they are.
    pub qualifications: String,
    /// What they can help with.
    pub introduction: String,
    /// The same in English, or empty.
    pub introduction_en: String,
    /// About what they advise.
    pub fields: Vec<Field>,
    /// In which languages.
    pub languages: Vec<String>,
    /// Whether the public sees them.
    pub shown: bool,
    /// So many open cases at most; `None` when it could not be read.
    pub caseload: Option<i32>,
    /// What they are paid for an hour; `None` when it could not be read.
    pub honorarium_yen: Option<i64>,
    /// When they signed to keep what they hear to themselves, as typed; empty when they did not yet.
    pub signed_on: String,
    /// Companies they must not advise, a line each.
    pub conflicts: String,
}

impl ExpertDraft {
    /// Everything that is wrong with it, in the order of the form.
    pub fn wrong(&self, today: NaiveDate) -> Vec<Detail> {
        let mut wrong = Vec::new();
        let qualifications = Words::line("qualifications", &self.qualifications);
        wrong.extend(qualifications.or_missing("experts-qualifications-missing"));
        if self.fields.is_empty() {
            wrong.push(wrong_field("fields", "consultations-fields-missing"));
        }
        let known = |code: &String| LANGUAGES.contains(&code.as_str());
        if self.languages.is_empty() || !self.languages.iter().all(known) {
            wrong.push(wrong_field("languages", "experts-languages-missing"));
        }
        let introduction = Words::text("introduction", &self.introduction, LONGEST);
        wrong.extend(introduction.or_missing("experts-introduction-missing"));
        wrong.extend(Words::text("introduction_en", &self.introduction_en, LONGEST).wrong());
        if !self.caseload.is_some_and(|many| (1..=500).contains(&many)) {
            wrong.push(wrong_field("caseload", "experts-caseload-wrong"));
        }
        if !self
            .honorarium_yen
            .is_some_and(|yen| (0..=1_000_000).contains(&yen))
        {
            wrong.push(wrong_field("honorarium_yen", "experts-honorarium-wrong"));
        }
        match parse_date(&self.signed_on) {
            None if !self.signed_on.trim().is_empty() => {
                wrong.push(wrong_field("signed_on", "experts-day-missing"));
            }
            Some(day) if day > today => {
                wrong.push(wrong_field("signed_on", "experts-signed-later"));
            }
            _ => {}
        }
        wrong.extend(Words::text("conflicts", &self.conflicts, LONGEST).wrong());
        wrong
    }
}
