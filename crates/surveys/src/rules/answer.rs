//! What an answer must say.

use japan::kana::digits;
use kernel::Detail;
use serde_json::{Value, json};

use super::{Question, is_asked, line_wrong, text_wrong, told};
use crate::entity::survey_question::Kind;

/// The longest answer in words, in characters.
pub const LONGEST_WORDS: usize = 2_000;
/// The longest answer on one line, in characters.
const LONGEST_LINE: usize = 200;
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
    read_leaving(questions, wish, |_| false)
}

/// The same where some questions may be left for later though they must be answered. What was given to a
/// question that is not asked of this person, as the questions before it were answered, is not kept.
pub fn read_leaving(
    questions: &[Question],
    wish: &Wish,
    leaves: impl Fn(&Question) -> bool,
) -> Result<Vec<(i32, String)>, Vec<Detail>> {
    let (mut kept, mut wrong) = (Vec::new(), Vec::new());
    let nothing = Vec::new();
    let rows = (1..).zip(questions).zip(FIELDS).enumerate();
    for (at, ((number, question), field)) in rows {
        if !is_asked(question, &kept) {
            continue;
        }
        let given = wish.get(at).unwrap_or(&nothing);
        let given: Vec<&str> = given.iter().map(|value| value.trim()).collect();
        let given: Vec<&str> = given
            .into_iter()
            .filter(|value| !value.is_empty())
            .collect();
        if given.is_empty() {
            if question.required && !leaves(question) {
                let missing = missing(question.kind);
                wrong.push(about(field, number, missing, json!({})));
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

const fn missing(kind: Kind) -> &'static str {
    match kind {
        Kind::Number | Kind::Text | Kind::Line => "surveys-answer-missing",
        Kind::File => "surveys-paper-missing",
        Kind::Consent => "surveys-consent-missing",
        Kind::Scale | Kind::Choice | Kind::Choices | Kind::YesNo => "surveys-choice-missing",
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
            let (least, most) = question.more.bounds.unwrap_or((0, MOST_NUMBER));
            let number = number.filter(|number| (least..=most).contains(number));
            number
                .map(|number| number.to_string())
                .ok_or_else(|| match question.more.bounds {
                    Some(_) => {
                        let bounds = json!({ "least": least, "most": most });
                        told(field, "surveys-number-beyond", bounds)
                    }
                    None => told(field, "surveys-number-wrong", json!({ "limit": most })),
                })
        }
        (Kind::Consent, ["yes"]) => Ok("yes".to_owned()),
        // What a paper is was looked at when it came in; here it is called by its name.
        (Kind::File, [name]) => Ok((*name).to_owned()),
        (Kind::Line, [words]) => match line_wrong(field, words, LONGEST_LINE, None) {
            Some(wrong) => Err(wrong),
            None => Ok((*words).to_owned()),
        },
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
