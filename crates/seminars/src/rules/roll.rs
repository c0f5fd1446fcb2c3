//! A list of who came, as a spreadsheet or a program for online lessons has it: the number of each
//! enrolment in the first column, the mark in the last.
//!
//! Of a list of five hundred with seven wrong lines every one of the seven is told, and nothing is taken.

use std::collections::{BTreeMap, BTreeSet};

use japan::kana::digits;

use super::WrongLine;
use crate::entity::{EnrolmentId, attendance::State};

/// So many lines at most.
const MOST: usize = 2_000;

/// Reads a list. `words` are the marks as they are called; `known` are those who have a place, by number.
/// The first line may be headings; a line with a number only says that somebody was there.
///
/// # Errors
/// Every line that is wrong: then none of the list is taken.
pub fn roll(
    text: &str,
    words: &[(String, State)],
    known: &BTreeMap<i64, EnrolmentId>,
) -> Result<Vec<(EnrolmentId, State)>, Vec<WrongLine>> {
    let (mut marks, mut wrong) = (Vec::new(), Vec::new());
    let mut seen = BTreeSet::new();
    for (at, line) in text.lines().enumerate() {
        let line = line.trim_start_matches('\u{feff}').trim();
        if line.is_empty() || (at == 0 && number(line).is_none()) {
            continue;
        }
        match marked(line, words, known) {
            Ok((who, _)) if !seen.insert(who) => {
                wrong.push(WrongLine {
                    line: at + 1,
                    key: "seminars-roll-twice",
                });
            }
            Ok(mark) => marks.push(mark),
            Err(key) => wrong.push(WrongLine { line: at + 1, key }),
        }
        if seen.len() > MOST {
            wrong.push(WrongLine {
                line: at + 1,
                key: "seminars-roll-long",
            });
            break;
        }
    }
    if marks.is_empty() && wrong.is_empty() {
        wrong.push(WrongLine {
            line: 1,
            key: "seminars-roll-empty",
        });
    }
    if wrong.is_empty() {
        Ok(marks)
    } else {
        Err(wrong)
    }
}

fn marked(
    line: &str,
    words: &[(String, State)],
    known: &BTreeMap<i64, EnrolmentId>,
) -> Result<(EnrolmentId, State), &'static str> {
    let number = number(line).ok_or("seminars-roll-number")?;
    let who = known.get(&number).ok_or("seminars-roll-nobody")?;
    let state = match cells(line).skip(1).last() {
        None => State::Present,
        Some(said) => {
            let mut words = words.iter();
            let word = words.find(|(word, state)| *word == said || state.code() == said);
            word.ok_or("seminars-roll-mark")?.1
        }
    };
    Ok((*who, state))
}

fn cells(line: &str) -> impl Iterator<Item = &str> {
    line.split([',', '\t'])
        .map(|cell| cell.trim().trim_matches('"'))
}

fn number(line: &str) -> Option<i64> {
    digits(cells(line).next()?).parse().ok()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn known() -> BTreeMap<i64, EnrolmentId> {
        let id = |number: u128| EnrolmentId(Uuid::from_u128(number));
        [(1, id(1)), (2, id(2)), (12, id(12))].into()
    }

    fn read(text: &str) -> Result<Vec<(EnrolmentId, State)>, Vec<WrongLine>> {
        let words = [
            ("出席".to_owned(), State::Present),
            ("欠席".to_owned(), State::Absent),
        ];
        roll(text, &words, &known())
    }

    fn wrong(line: usize, key: &'static str) -> WrongLine {
        WrongLine { line, key }
    }

    #[test]
    fn a_list_is_read_as_spreadsheets_write_it() {
        for text in [
            "申込番号,名前,出欠\r\n1,\"見本 花子\",\"出席\"\r\n2,\"見本 太郎\",\"欠席\"\r\n",
            "1\t出席\n2\t欠席",
            "１\n\n2,absent\n",
        ] {
            let expected = vec![(known()[&1], State::Present), (known()[&2], State::Absent)];
            assert_eq!(read(text), Ok(expected), "{text}");
        }
    }

    #[test]
    fn every_wrong_line_is_told_and_nothing_is_taken() {
        let text = "申込番号,出欠\n1,出席\n99,出席\nx,出席\n12,元気\n1,欠席\n";
        let told = [
            wrong(3, "seminars-roll-nobody"),
            wrong(4, "seminars-roll-number"),
            wrong(5, "seminars-roll-mark"),
            wrong(6, "seminars-roll-twice"),
        ];
        assert_eq!(read(text), Err(told.to_vec()));
        for nothing in ["", "申込番号"] {
            assert_eq!(read(nothing), Err(vec![wrong(1, "seminars-roll-empty")]));
        }
    }
}
