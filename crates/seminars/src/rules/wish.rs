//! What somebody says who enrols.

use accounts::rules::{Words, wrong_field};
use kernel::Detail;
use serde::{Deserialize, Serialize};

use super::Answers;
use crate::entity::{
    enrolment::Mode,
    seminar::{self, Audience, Way},
};

/// The longest text of what somebody needs, in characters.
const LONGEST: usize = 1_000;

/// An enrolment as somebody wishes it, as far as it could be read.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Wish {
    /// How they take part.
    pub mode: Option<Mode>,
    /// For which company they come, or empty.
    pub company: String,
    /// What they need so that they can take part.
    pub needs: String,
    /// Whether they are one of those for whom the seminar is meant, as they say.
    #[serde(default)]
    pub within: Option<bool>,
    /// What they answer to the questions of the seminar. Confidential.
    #[serde(default)]
    pub answers: Answers,
}

impl Wish {
    /// Everything that is wrong with it, in the order of the form.
    pub fn wrong(&self, row: &seminar::Model) -> Vec<Detail> {
        let mut wrong = Vec::new();
        wrong.extend(wrong_mode(self.mode, row));
        wrong.extend(Words::line("company", &self.company).wrong());
        wrong.extend(Words::text("needs", &self.needs, LONGEST).wrong());
        wrong
    }
}

/// Reads whether somebody says that a seminar is meant for them.
pub fn within(typed: &str) -> Option<bool> {
    match typed {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

/// What is wrong with what somebody says of themselves and the audience (対象) of a seminar. Where places are
/// drawn, the others may apply and are drawn after them; elsewhere they talk to the centre, which may enrol
/// whom it likes.
pub fn wrong_within(within: Option<bool>, row: &seminar::Model, staff: bool) -> Option<Detail> {
    if row.audience == Audience::Anyone || staff {
        return None;
    }
    match within {
        None => Some(wrong_field("within", "seminars-within-missing")),
        Some(false) if row.way != Way::Draw => {
            Some(wrong_field("within", "seminars-within-outside"))
        }
        Some(_) => None,
    }
}

/// What is wrong with how somebody wishes to take part.
pub(super) fn wrong_mode(mode: Option<Mode>, row: &seminar::Model) -> Option<Detail> {
    match mode {
        None => Some(wrong_field("mode", "seminars-mode-missing")),
        Some(mode) if row.places(mode) == 0 => Some(wrong_field("mode", "seminars-mode-none")),
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::seminars::a_seminar;

    #[test]
    fn who_is_not_meant_applies_where_places_are_drawn() {
        let outside = Some("seminars-within-outside");
        let missing = Some("seminars-within-missing");
        for (audience, way, within, people) in [
            (Audience::Anyone, Way::FirstCome, None, None),
            (Audience::Anyone, Way::FirstCome, Some(false), None),
            (Audience::Worker, Way::FirstCome, Some(true), None),
            (Audience::Worker, Way::FirstCome, Some(false), outside),
            (Audience::Founder, Way::Screening, Some(false), outside),
            (Audience::Resident, Way::Draw, Some(false), None),
            (Audience::Resident, Way::Draw, None, missing),
        ] {
            let row = seminar::Model {
                audience,
                way,
                ..a_seminar()
            };
            let wrong = |staff| wrong_within(within, &row, staff).map(|one| one.key);
            assert_eq!(wrong(false), people, "{audience:?} {way:?} {within:?}");
            assert_eq!(wrong(true), None, "the centre enrols whom it likes");
        }
    }

    #[test]
    fn one_enrols_where_there_are_places() {
        // Places at the centre only.
        for (mode, company, expected) in [
            (Some(Mode::Here), "", None),
            (Some(Mode::Here), "見本商店", None),
            (Some(Mode::Online), "", Some("seminars-mode-none")),
            (None, "", Some("seminars-mode-missing")),
            (Some(Mode::Here), "見本\n商店", Some("words-unreadable")),
        ] {
            let wish = Wish {
                mode,
                company: company.to_owned(),
                ..Wish::default()
            };
            let wrong = wish.wrong(&a_seminar());
            assert_eq!(wrong.first().map(|one| one.key), expected, "{mode:?}");
        }
    }
}
