//! What somebody says who enrols.

use accounts::rules::{Words, wrong_field};
use kernel::Detail;

use crate::entity::{enrolment::Mode, seminar};

/// The longest text of what somebody needs, in characters.
const LONGEST: usize = 1_000;

/// An enrolment as somebody wishes it, as far as it could be read.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    /// How they take part.
    pub mode: Option<Mode>,
    /// For which company they come, or empty.
    pub company: String,
    /// What they need so that they can take part.
    pub needs: String,
}

impl Wish {
    /// Everything that is wrong with it, in the order of the form.
    pub fn wrong(&self, row: &seminar::Model) -> Vec<Detail> {
        let mut wrong = Vec::new();
        match self.mode {
            None => wrong.push(wrong_field("mode", "seminars-mode-missing")),
            Some(mode) if row.places(mode) == 0 => {
                wrong.push(wrong_field("mode", "seminars-mode-none"));
            }
            Some(_) => {}
        }
        wrong.extend(Words::line("company", &self.company).wrong());
        wrong.extend(Words::text("needs", &self.needs, LONGEST).wrong());
        wrong
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
                needs: String::new(),
            };
            let wrong = wish.wrong(&a_seminar());
            assert_eq!(wrong.first().map(|one| one.key), expected, "{mode:?}");
        }
    }
}
