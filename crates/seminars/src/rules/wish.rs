//! What somebody says who enrols.

use accounts::rules::{Words, wrong_field};
use kernel::Detail;
use serde::{Deserialize, Serialize};

use super::Answers;
use crate::entity::{enrolment::Mode, seminar};

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
