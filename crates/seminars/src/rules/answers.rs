//! What somebody answers who enrols.

use files::Named;
use kernel::{Detail, Instant, Refusal};
use serde::{Deserialize, Serialize};
use surveys::{
    entity::survey_question::Kind,
    rules::{self, FIELDS, Question, chosen, is_asked, read_leaving},
};

use crate::entity::{enrolment::State, seminar};

/// So many papers a seminar asks for at most.
pub const MOST_PAPERS: usize = 3;

/// Answers as somebody gives them: every value that was typed, question by question, and papers.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Answers {
    /// What was typed.
    pub given: rules::Wish,
    /// What was handed in, by the fields of the questions. Guests hand in nothing.
    #[serde(skip)]
    pub papers: Vec<Named>,
    /// What the form in which they were typed leaves open. What waits with a guest forgets it.
    #[serde(skip)]
    pub leaves: Leaves,
}

/// What may be left open though it must be answered. It can be answered later.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Leaves {
    /// Nothing: somebody answers on a page.
    #[default]
    Nothing,
    /// Papers: by a guest or by a program, who can hand in none.
    Papers,
    /// Everything: at the counter, by whoever works there.
    Everything,
}

impl Leaves {
    fn leaves(self, question: &Question) -> bool {
        match self {
            Self::Nothing => false,
            Self::Papers => question.kind == Kind::File,
            Self::Everything => true,
        }
    }
}

impl Answers {
    /// What is kept by the numbers of the questions, or everything that is wrong. Answers to questions that
    /// are not asked of this person are not kept.
    ///
    /// # Errors
    /// What is missing or wrong, each with the field of its question.
    pub fn read(
        &self,
        asked: &[Question],
        leaves: Leaves,
    ) -> Result<Vec<(i32, String)>, Vec<Detail>> {
        self.beside(asked, &[], leaves)
    }

    /// The same of what was open beside what was answered `before`, which stays as it is. All of it is read
    /// together; only what is new comes back.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub fn beside(
        &self,
        asked: &[Question],
        before: &[(i32, String)],
        leaves: Leaves,
    ) -> Result<Vec<(i32, String)>, Vec<Detail>> {
        let mut refused = Vec::new();
        let rows = (1..).zip(asked).zip(FIELDS);
        let wish = rows.map(|((number, question), field)| {
            let known = before.iter().find(|(own, _)| *own == number);
            match (known, question.kind) {
                (Some((_, value)), kind) => again(kind, value),
                (None, Kind::File) => self.named(field, &mut refused),
                (None, _) => self.typed(number),
            }
        });
        let wish = wish.collect();
        let read = read_leaving(asked, &wish, |question| leaves.leaves(question));
        let mut wrong = Vec::new();
        let kept = read.unwrap_or_else(|more| {
            wrong.extend(more);
            Vec::new()
        });
        // What is wrong with a paper that is not asked for does not matter.
        let matters = |detail: &Detail| {
            let of = FIELDS.iter().position(|own| detail.field == Some(*own));
            let of = of.and_then(|at| i32::try_from(at + 1).ok());
            !wrong.is_empty() || kept.iter().any(|(number, _)| Some(*number) == of)
        };
        let refused: Vec<Detail> = refused.into_iter().filter(matters).collect();
        wrong.extend(refused);
        if wrong.is_empty() {
            let is_new = |(number, _): &(i32, String)| before.iter().all(|(own, _)| own != number);
            Ok(kept.into_iter().filter(is_new).collect())
        } else {
            Err(wrong)
        }
    }

    fn typed(&self, number: i32) -> Vec<String> {
        let at = usize::try_from(number - 1).unwrap_or(usize::MAX);
        self.given.get(at).cloned().unwrap_or_default()
    }

    /// The name of the paper of a field; why it is not taken is `refused`.
    fn named(&self, field: &'static str, refused: &mut Vec<Detail>) -> Vec<String> {
        let own = self.papers.iter().find(|(of, _)| of == field);
        match own {
            None => Vec::new(),
            Some((_, Ok(paper))) => vec![paper.name().to_owned()],
            Some((_, Err(why))) => {
                refused.push(Detail {
                    field: Some(field),
                    key: why.key(),
                    args: why.args(),
                });
                vec![field.to_owned()]
            }
        }
    }
}

/// A kept answer as it was given.
fn again(kind: Kind, value: &str) -> Vec<String> {
    if kind == Kind::Choices {
        chosen(value).map(|at| at.to_string()).collect()
    } else {
        vec![value.to_owned()]
    }
}

/// Whether open questions can still be answered: by the person until the seminar begins; those who keep it
/// enter what they are told until it is over.
pub fn takes_answers(state: State, row: &seminar::Model, (keeps, now): (bool, Instant)) -> bool {
    let until = if keeps { row.ends_at } else { row.starts_at };
    state.is_open() && until.is_some_and(|until| now < until)
}

/// Of what was answered with another enrolment of the same person, what is taken over beside what was
/// answered `before`: the numbers of questions that are open here, and asked as all is answered then.
pub fn carried(asked: &[Question], before: &[(i32, String)], other: &[(i32, String)]) -> Vec<i32> {
    let (mut all, mut numbers) = (before.to_vec(), Vec::new());
    for (number, question) in (1..).zip(asked) {
        let is_known = all.iter().any(|(own, _)| *own == number);
        let found = other.iter().find(|(own, _)| *own == number);
        if let (false, Some(found)) = (is_known || !is_asked(question, &all), found) {
            all.push(found.clone());
            numbers.push(number);
        }
    }
    numbers
}

/// The numbers of the questions that are still to be answered.
pub fn open(asked: &[Question], answered: &[(i32, String)]) -> Vec<i32> {
    let rows = (1..).zip(asked);
    let missing = rows.filter(|(number, question)| {
        question.required
            && is_asked(question, answered)
            && answered.iter().all(|(own, _)| own != number)
    });
    missing.map(|(number, _)| number).collect()
}

#[cfg(test)]
mod tests {
    use surveys::rules::{Choice, More, OnlyIf};

    use super::*;
    use crate::samples::seminars::a_seminar;

    fn asked(kind: Kind, on: Option<(i32, &str)>) -> Question {
        Question {
            kind,
            text: "何".to_owned(),
            text_en: String::new(),
            options: Choice::all("", ""),
            required: true,
            more: More {
                only_if: on.map(|(question, answer)| OnlyIf {
                    question,
                    answer: answer.to_owned(),
                }),
                ..More::default()
            },
        }
    }

    fn said(all: &[(i32, &str)]) -> Vec<(i32, String)> {
        let own = |(number, value): &(i32, &str)| (*number, (*value).to_owned());
        all.iter().map(own).collect()
    }

    #[test]
    fn what_is_taken_over_fits_what_was_answered_before() {
        let asked = [
            asked(Kind::Line, None),
            asked(Kind::YesNo, None),
            asked(Kind::Number, Some((2, "yes"))),
        ];
        for (before, other, expected) in [
            (
                &[][..],
                &[(1, "a"), (2, "yes"), (3, "2")][..],
                &[1, 2, 3][..],
            ),
            (&[(1, "b")], &[(1, "a"), (2, "no")], &[2]),
            (&[(2, "no")], &[(2, "yes"), (3, "2")], &[]),
            (&[(2, "yes")], &[(3, "2")], &[3]),
            (&[], &[(3, "2")], &[]),
        ] {
            let found = carried(&asked, &said(before), &said(other));
            assert_eq!(found, expected, "{before:?} {other:?}");
        }
    }

    #[test]
    fn people_answer_until_it_begins_and_those_who_keep_it_until_it_is_over() {
        // Held on 12 December from 10:00 until 12:00.
        let row = a_seminar();
        for (state, now, theirs, keeps) in [
            (State::Enrolled, "09:59", true, true),
            (State::Waiting, "10:00", false, true),
            (State::Enrolled, "12:00", false, false),
            (State::Cancelled, "09:00", false, false),
        ] {
            let now = Instant::parse(&format!("2026-12-12T{now}:00+09:00")).unwrap();
            let found = [false, true].map(|keeps| takes_answers(state, &row, (keeps, now)));
            assert_eq!(found, [theirs, keeps], "{state:?} {now:?}");
        }
    }
}
