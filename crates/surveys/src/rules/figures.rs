//! What came of a question, in figures, and which of them the ward is shown.
//!
//! The ward reads no figure behind which fewer than five people stand. What it could take from one
//! another is closed too: only invitations count that are over, so that nothing changes afterwards;
//! its periods are fiscal years, which do not overlap; and within a year a question moves on only by
//! whole quarters whose own figures could be shown.

use std::collections::BTreeMap;

use super::{Question, chosen};
use crate::entity::survey_question::Kind;

/// Fewer people than these are not told apart to the ward.
const FEW: i64 = 5;

/// How often each kept value was given; in words the value is empty.
pub type Values = BTreeMap<String, i64>;

/// What came of one question.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// How many answered it.
    pub answered: i64,
    /// How many chose what.
    pub cells: Vec<Cell>,
    /// The mean of a scale or of numbers, in hundredths; none without an answer.
    pub mean: Option<i64>,
    /// What numbers come to together.
    pub sum: Option<i64>,
}

/// How many chose one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The step of a scale, `yes` or `no`, or the number of an option.
    pub value: String,
    /// How many.
    pub count: i64,
}

/// Counts what was answered to a question.
pub fn figure(question: &Question, values: &Values) -> Figure {
    let answered = values.values().sum();
    let all: Vec<String> = match question.kind {
        Kind::Scale => (1..=5).rev().map(|step: i32| step.to_string()).collect(),
        Kind::YesNo => vec!["yes".to_owned(), "no".to_owned()],
        Kind::Choice | Kind::Choices => {
            let numbers = 1..=question.options.len();
            numbers.map(|number| number.to_string()).collect()
        }
        _ => Vec::new(),
    };
    let count = |value: &String| match question.kind {
        Kind::Choices => {
            let own = value.parse().ok();
            let with = |given: &str| chosen(given).any(|one| Some(one) == own);
            let rows = values.iter().filter(|(given, _)| with(given));
            rows.map(|(_, count)| count).sum()
        }
        _ => values.get(value).copied().unwrap_or(0),
    };
    let cell = |value: String| Cell {
        count: count(&value),
        value,
    };
    let is_number = matches!(question.kind, Kind::Scale | Kind::Number);
    let sum = is_number.then(|| sum(values));
    let mean = sum.filter(|_| answered > 0);
    Figure {
        answered,
        cells: all.into_iter().map(cell).collect(),
        mean: mean.map(|sum| (sum * 100 + answered / 2) / answered),
        sum: sum.filter(|_| question.kind == Kind::Number),
    }
}

fn sum(values: &Values) -> i64 {
    let times = |(value, count): (&String, &i64)| value.parse::<i64>().unwrap_or(0) * count;
    values.iter().map(times).sum()
}

/// A number of people as the ward is told it; none when they are few.
pub fn few(people: i64) -> Option<i64> {
    (people >= FEW).then_some(people)
}

/// What the ward is shown of a question: the figures as of the last quarter from which nobody's answer
/// can be told, quarter by quarter; none as long as there is no such quarter, and never words.
pub fn released(question: &Question, quarters: &[Values]) -> Option<Figure> {
    if question.kind == Kind::Text {
        return None;
    }
    let (mut shown, mut since) = (Values::new(), Values::new());
    for quarter in quarters {
        add(&mut since, quarter);
        if may_be_shown(question, &since) {
            add(&mut shown, &since);
            since.clear();
        }
    }
    (!shown.is_empty()).then(|| figure(question, &shown))
}

fn add(to: &mut Values, more: &Values) {
    for (value, count) in more {
        *to.entry(value.clone()).or_default() += count;
    }
}

/// Whether no figure is small, nor what is left when it is taken from all.
fn may_be_shown(question: &Question, values: &Values) -> bool {
    let figure = figure(question, values);
    let large = |count: i64| count == 0 || count >= FEW;
    let rest = |cell: &Cell| question.kind != Kind::Choices || large(figure.answered - cell.count);
    let mut cells = figure.cells.iter();
    figure.answered >= FEW && cells.all(|cell| large(cell.count) && rest(cell))
}

#[cfg(test)]
mod tests;
