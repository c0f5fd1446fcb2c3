//! What was answered by many, question by question.

use std::collections::BTreeMap;

use surveys::{entity::survey_question::Kind, read::Said};

/// One question, and what was answered to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// What was asked.
    pub question: String,
    /// The mean of a scale from 1 to 5; none for other questions.
    pub mean: Option<f64>,
    /// How often each answer was given.
    pub counts: Vec<(String, i64)>,
    /// What was written in words.
    pub words: Vec<String>,
}

/// The questions in the order in which they were first answered.
pub fn tally<'s>(said: impl Iterator<Item = &'s Said>) -> Vec<Asked> {
    let mut all: Vec<Heard> = Vec::new();
    for one in said {
        let known = all.iter().position(|heard| heard.question == one.question);
        let at = known.unwrap_or(all.len());
        if known.is_none() {
            all.push(Heard {
                question: &one.question,
                kind: one.kind,
                counts: BTreeMap::new(),
                words: Vec::new(),
            });
        }
        if let Some(heard) = all.get_mut(at) {
            heard.hear(one);
        }
    }
    all.into_iter().map(Heard::asked).collect()
}

/// A question while answers are read.
struct Heard<'s> {
    question: &'s str,
    kind: Kind,
    counts: BTreeMap<&'s str, i64>,
    words: Vec<String>,
}

impl<'s> Heard<'s> {
    fn hear(&mut self, one: &'s Said) {
        for value in &one.said {
            if self.kind == Kind::Text {
                self.words.push(value.clone());
            } else {
                *self.counts.entry(value).or_default() += 1;
            }
        }
    }

    fn asked(self) -> Asked {
        let counted = |(said, count): (&str, i64)| (said.to_owned(), count);
        Asked {
            question: self.question.to_owned(),
            mean: (self.kind == Kind::Scale)
                .then(|| mean(&self.counts))
                .flatten(),
            counts: self.counts.into_iter().map(counted).collect(),
            words: self.words,
        }
    }
}

/// The mean of steps, to a tenth as people read it.
fn mean(counts: &BTreeMap<&str, i64>) -> Option<f64> {
    let steps = counts
        .iter()
        .filter_map(|(step, count)| Some((step.parse().ok()?, *count)));
    let (mut sum, mut many) = (0_i64, 0_i64);
    for (step, count) in steps {
        let step: i64 = step;
        sum += step * count;
        many += count;
    }
    let tenths = (sum * 10 + many / 2).checked_div(many)?;
    i32::try_from(tenths)
        .ok()
        .map(|tenths| f64::from(tenths) / 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(question: &str, kind: Kind, said: &[&str]) -> Said {
        Said {
            question: question.to_owned(),
            kind,
            said: said.iter().map(|&one| one.to_owned()).collect(),
        }
    }

    #[test]
    fn answers_are_counted_by_question_and_words_stand_by_themselves() {
        let all = [
            said("満足", Kind::Scale, &["5"]),
            said("感想", Kind::Text, &["よかった。"]),
            said("満足", Kind::Scale, &["4"]),
            said("役立ったこと", Kind::Choices, &["記帳", "税"]),
            said("満足", Kind::Scale, &["4"]),
        ];
        let found = tally(all.iter());
        assert_eq!(found[0].mean, Some(4.3));
        assert_eq!(found[0].counts, [("4".to_owned(), 2), ("5".to_owned(), 1)]);
        assert_eq!(found[1].words, ["よかった。"]);
        assert_eq!(found[2].counts.len(), 2);
        assert_eq!((found.len(), found[2].mean), (3, None));
    }
}
