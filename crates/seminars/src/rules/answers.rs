//! What somebody answers who enrols.

use files::Named;
use kernel::{Detail, Refusal};
use serde::{Deserialize, Serialize};
use surveys::{
    entity::survey_question::Kind,
    rules::{self, FIELDS, Question, chosen, is_asked, read_leaving},
};

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
}

/// What may be left open though it must be answered. It can be answered later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaves {
    /// Nothing: somebody answers on a page.
    Nothing,
    /// Papers: by a guest or by a program, who can hand in none.
    Papers,
    /// Everything: by whoever works at the centre for somebody at the counter.
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
