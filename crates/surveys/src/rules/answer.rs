//! What an answer must say.

use japan::kana::digits;
use kernel::Detail;
use serde_json::{Value, json};

use super::{Question, text_wrong, told};
use crate::entity::survey_question::Kind;

/// The longest answer in words, in characters.
pub const LONGEST_WORDS: usize = 2_000;
/// The largest number that can be answered.
pub const MOST_NUMBER: i64 = 1_000_000;

macro_rules! fields {
    ($($number:literal)*) => {[$(concat!("answer-", $number)),*]};
}

/// What the fields of the answers are called, question by question.
pub const FIELDS: [&str; 20] = fields!(1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20);

/// What somebody wants to answer: every value that was given, question by question.
pub type Wish = Vec<Vec<String>>;

/// What is kept of an answer by the numbers of the questions, or everything that is wrong with it.
pub fn read(questions: &[Question], wish: &Wish) -> Result<Vec<(i32, String)>, Vec<Detail>> {
    let (mut kept, mut wrong) = (Vec::new(), Vec::new());
    let nothing = Vec::new();
    let rows = (1..).zip(questions).zip(FIELDS).enumerate();
    for (at, ((number, question), field)) in rows {
        let given = wish.get(at).unwrap_or(&nothing);
        let given: Vec<&str> = given.iter().map(|value| value.trim()).collect();
        let given: Vec<&str> = given
            .into_iter()
            .filter(|value| !value.is_empty())
            .collect();
        if given.is_empty() {
            if question.required {
                let key = match question.kind {
                    Kind::Number | Kind::Text => "surveys-answer-missing",
                    _ => "surveys-choice-missing",
                };
                wrong.push(about(field, number, key, json!({})));
            }
            continue;
        }
        match value(question, &given, field) {
            Ok(value) => kept.push((number, value)),
            Err(mut detail) => {
                detail.args["question"] = number.to_string().into();
                wrong.push(detail);
            }
        }
    }
    if wrong.is_empty() {
        Ok(kept)
    } else {
        Err(wrong)
    }
}

/// The value that is kept of what was given, which is something.
fn value(question: &Question, given: &[&str], field: &'static str) -> Result<String, Detail> {
    let unknown = || told(field, "surveys-option-unknown", json!({}));
    match (question.kind, given) {
        (Kind::Scale, [one]) => ["1", "2", "3", "4", "5"]
            .contains(one)
            .then(|| (*one).to_owned())
            .ok_or_else(unknown),
        (Kind::YesNo, [one]) => ["yes", "no"]
            .contains(one)
            .then(|| (*one).to_owned())
            .ok_or_else(unknown),
        (Kind::Choice, [one]) => {
            let at = option(question, one).ok_or_else(unknown)?;
            Ok(at.to_string())
        }
        (Kind::Choices, several) => {
            let all: Option<Vec<usize>> = several.iter().map(|one| option(question, one)).collect();
            let mut all = all.ok_or_else(unknown)?;
            all.sort_unstable();
            all.dedup();
            let all: Vec<String> = all.iter().map(usize::to_string).collect();
            Ok(all.join(","))
        }
        (Kind::Number, [one]) => {
            let plain = digits(one).replace([',', '，'], "");
            let number = plain.trim().parse::<i64>().ok();
            let number = number.filter(|number| (0..=MOST_NUMBER).contains(number));
            let most = json!({ "limit": MOST_NUMBER });
            let number = number.ok_or_else(|| told(field, "surveys-number-wrong", most))?;
            Ok(number.to_string())
        }
        (Kind::Text, [words]) => match text_wrong(field, words, LONGEST_WORDS) {
            Some(wrong) => Err(wrong),
            None => Ok((*words).to_owned()),
        },
        _ => Err(unknown()),
    }
}

/// Which option it is; the first is 1.
fn option(question: &Question, given: &str) -> Option<usize> {
    let at: usize = given.parse().ok()?;
    // `01` and `+1` are no options of ours.
    (1..=question.options.len())
        .contains(&at)
        .then_some(at)
        .filter(|at| at.to_string() == given)
}

fn about(field: &'static str, number: i32, key: &'static str, mut args: Value) -> Detail {
    args["question"] = number.to_string().into();
    told(field, key, args)
}

/// The options that a kept value names; the first is 1.
pub fn chosen(value: &str) -> impl Iterator<Item = usize> {
    value.split(',').filter_map(|one| one.parse().ok())
}

#[cfg(test)]
mod tests;
