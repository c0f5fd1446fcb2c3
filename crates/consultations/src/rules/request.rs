//! What a request must say (相談申込).

use accounts::rules::{Words, wrong_field};
use kernel::{Detail, Instant};
use serde::{Deserialize, Serialize};

use crate::entity::{
    EmergencyDeskId, ExpertId,
    case::{Industry, Stage},
    case_field::Field,
    expert::LANGUAGES,
    meeting::Mode,
};

/// The longest question, in characters.
const LONGEST_ABOUT: usize = 4_000;
/// So many fields at most.
const MOST_FIELDS: usize = 5;
/// The most employees and the most capital that are believed.
const MOST_EMPLOYEES: i32 = 1_000_000;
const MOST_CAPITAL: i64 = 10_000_000_000_000;

/// A request as somebody writes it, as far as it could be read.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Request {
    /// About what.
    pub fields: Vec<Field>,
    /// What they ask, in their words.
    pub about: String,
    /// How far they are.
    pub stage: Option<Stage>,
    /// What their business is called, or empty.
    pub company: String,
    /// In which trade.
    pub industry: Option<Industry>,
    /// How many people they employ: none when nothing was typed, an error when no number was.
    pub employees: Result<Option<i32>, ()>,
    /// Their capital, in the same way.
    pub capital_yen: Result<Option<i64>, ()>,
    /// Whether they are in the ward; `None` when it was not said.
    pub in_ward: Option<bool>,
    /// How they would like to talk.
    pub mode: Option<Mode>,
    /// In which language.
    pub lang: String,
    /// Whether it cannot wait.
    pub urgent: bool,
    /// By which special desk, if by one.
    #[serde(default)]
    pub desk: Option<EmergencyDeskId>,
    /// Whether they agree to how it is used.
    pub agreed: bool,
    /// The time they chose, and with whom; none when they leave both to the centre.
    #[serde(skip)]
    pub chosen: Option<(ExpertId, Instant)>,
    /// When they would like to, in their words.
    pub times: String,
}

impl Request {
    /// What is wrong with what it is about, in the order of the form.
    pub fn wrong_matter(&self) -> Vec<Detail> {
        let mut wrong = Vec::new();
        if self.fields.is_empty() {
            wrong.push(wrong_field("fields", "consultations-fields-missing"));
        } else if self.fields.len() > MOST_FIELDS {
            wrong.push(wrong_field("fields", "consultations-fields-many"));
        }
        let about = Words::text("about", &self.about, LONGEST_ABOUT);
        wrong.extend(about.or_missing("consultations-about-missing"));
        if self.stage.is_none() {
            wrong.push(wrong_field("stage", "consultations-stage-missing"));
        }
        wrong.extend(Words::line("company", &self.company).wrong());
        if self.industry.is_none() {
            wrong.push(wrong_field("industry", "consultations-industry-missing"));
        }
        if !matches!(self.employees, Ok(many) if many.is_none_or(|many| (0..=MOST_EMPLOYEES).contains(&many)))
        {
            wrong.push(wrong_field("employees", "consultations-employees-wrong"));
        }
        if !matches!(self.capital_yen, Ok(yen) if yen.is_none_or(|yen| (0..=MOST_CAPITAL).contains(&yen)))
        {
            wrong.push(wrong_field("capital_yen", "consultations-capital-wrong"));
        }
        if self.in_ward.is_none() {
            wrong.push(wrong_field("in_ward", "consultations-ward-missing"));
        }
        if self.mode.is_none() {
            wrong.push(wrong_field("mode", "consultations-mode-missing"));
        }
        if !LANGUAGES.contains(&self.lang.as_str()) {
            wrong.push(wrong_field("consult_in", "consultations-lang-missing"));
        }
        wrong
    }

    /// What is wrong with when it is to be.
    pub fn wrong_time(&self) -> Option<Detail> {
        let times = Words::text("times", &self.times, 500);
        if self.chosen.is_some() {
            return times.wrong();
        }
        times.or_missing("consultations-times-missing")
    }

    /// Everything that is wrong, in the order of the form.
    pub fn wrong(&self) -> Vec<Detail> {
        let mut wrong = self.wrong_matter();
        wrong.extend(self.wrong_time());
        if !self.agreed {
            wrong.push(wrong_field("agreed", "consultations-agree"));
        }
        wrong
    }

    /// Whether even its fields are for those who handle it only.
    pub fn is_need_to_know(&self) -> bool {
        self.fields.iter().any(|field| field.is_need_to_know())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::cases::a_request;

    fn keys(wrong: &[Detail]) -> Vec<&'static str> {
        wrong.iter().map(|wrong| wrong.key).collect()
    }

    #[test]
    fn everything_that_is_missing_is_told_at_once() {
        assert_eq!(keys(&a_request().wrong()), [""; 0]);
        let empty = Request {
            fields: Vec::new(),
            about: String::new(),
            stage: None,
            industry: None,
            employees: Err(()),
            capital_yen: Ok(Some(-1)),
            in_ward: None,
            mode: None,
            lang: "xx".to_owned(),
            agreed: false,
            chosen: None,
            times: String::new(),
            ..a_request()
        };
        let expected = [
            "consultations-fields-missing",
            "consultations-about-missing",
            "consultations-stage-missing",
            "consultations-industry-missing",
            "consultations-employees-wrong",
            "consultations-capital-wrong",
            "consultations-ward-missing",
            "consultations-mode-missing",
            "consultations-lang-missing",
            "consultations-times-missing",
            "consultations-agree",
        ];
        assert_eq!(keys(&empty.wrong()), expected);
    }

    #[test]
    fn succession_and_turnaround_are_secret() {
        for (field, expected) in [
            (Field::Founding, false),
            (Field::Succession, true),
            (Field::Turnaround, true),
        ] {
            let request = Request {
                fields: vec![Field::Sales, field],
                ..a_request()
            };
            assert_eq!(request.is_need_to_know(), expected, "{field:?}");
        }
    }
}
