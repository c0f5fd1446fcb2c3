//! Programmes from a table, as a file of a spreadsheet has it: a line for each programme, and a line
//! for each further measure of it. The format is described in `docs/PLAN_FORMAT.md`.

mod file;
mod lines;
mod placed;

use std::collections::HashMap;

use serde_json::json;

use self::placed::placed;
use super::{
    measure,
    programme::{Known, Programme, Written},
    whole::MOST_PROGRAMMES,
};

pub use file::{Unreadable, records, text};
pub use lines::lines;

/// The columns, in the order in which files are written; they are read in any.
pub const COLUMNS: [&str; 24] = [
    "番号",
    "目標",
    "施策",
    "事業名",
    "概要",
    "所管課",
    "関連所管課",
    "重点",
    "新規",
    "期間",
    "段階",
    "実施する空間",
    "区の役割",
    "指定管理者の役割",
    "方針",
    "引継元",
    "指標",
    "指標の種類",
    "単位",
    "基準年度",
    "基準値",
    "目標年度",
    "目標値",
    "周期",
];

/// Columns without which nothing can be read.
const NEEDED: [&str; 5] = ["番号", "目標", "施策", "事業名", "所管課"];

/// One thing that is wrong in a line.
#[derive(Clone, Debug, PartialEq)]
pub struct Wrong {
    /// The line of the file; the headings are line 1.
    pub line: u64,
    /// The column, where one is to blame.
    pub column: Option<&'static str>,
    /// The key of the sentence.
    pub key: &'static str,
    /// What the sentence needs.
    pub args: serde_json::Value,
}

/// A line of the file as it stands there.
#[derive(Clone, Debug)]
pub struct Record {
    /// Which line; the headings are line 1.
    pub line: u64,
    /// Its cells; none when the line is broken.
    pub cells: Option<Vec<String>>,
}

/// The programmes of a table, or every line that is wrong. Nothing is taken in half.
pub fn programmes(
    headings: &[String],
    records: &[Record],
    known: &Known,
) -> Result<Vec<Programme>, Vec<Wrong>> {
    let places = places(headings)?;
    let mut wrong = Vec::new();
    let mut written: Vec<(Vec<u64>, Written)> = Vec::new();
    for record in records {
        let Some(cells) = &record.cells else {
            wrong.push(whole_line(record.line, "plans-import-broken-line"));
            continue;
        };
        let row = Row {
            places: &places,
            cells,
        };
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        match written.last_mut() {
            Some((lines, one)) if row.continues(one) => {
                lines.push(record.line);
                one.measures.push(row.measure());
            }
            _ => written.push((vec![record.line], row.programme())),
        }
    }
    if written.is_empty() && wrong.is_empty() {
        wrong.push(whole_line(1, "plans-import-empty"));
    }
    if written.len() > MOST_PROGRAMMES {
        wrong.push(whole_line(1, "plans-import-many"));
    }
    let read = numbered(&written, known, &mut wrong);
    wrong.sort_by_key(|one| one.line);
    if wrong.is_empty() {
        Ok(read)
    } else {
        Err(wrong)
    }
}

fn whole_line(line: u64, key: &'static str) -> Wrong {
    Wrong {
        line,
        column: None,
        key,
        args: json!({ "most": MOST_PROGRAMMES }),
    }
}

/// Reads each programme; a number that occurs twice is wrong where it occurs again.
fn numbered(
    written: &[(Vec<u64>, Written)],
    known: &Known,
    wrong: &mut Vec<Wrong>,
) -> Vec<Programme> {
    let mut lines_of: HashMap<i32, u64> = HashMap::new();
    let mut read = Vec::new();
    for (lines, one) in written {
        let first = lines.first().copied().unwrap_or(1);
        match one.read(known) {
            Ok(programme) => {
                if let Some(line) = lines_of.insert(programme.number, first) {
                    wrong.push(Wrong {
                        line: first,
                        column: Some("番号"),
                        key: "plans-import-number-twice",
                        args: json!({ "line": line }),
                    });
                }
                read.push(programme);
            }
            Err(details) => wrong.extend(details.iter().map(|detail| placed(detail, lines))),
        }
    }
    read
}

/// Columns that would be lost unseen: those that nobody knows, and those that are there twice.
fn unread(headings: &[String]) -> impl Iterator<Item = Wrong> {
    let named = headings.iter().map(|heading| heading.trim()).enumerate();
    named.filter_map(|(at, name)| {
        let mut before = headings.iter().take(at).map(|heading| heading.trim());
        let key = if name.is_empty() {
            return None;
        } else if !COLUMNS.contains(&name) {
            "plans-import-column-unknown"
        } else if before.any(|other| other == name) {
            "plans-import-column-twice"
        } else {
            return None;
        };
        Some(Wrong {
            line: 1,
            column: None,
            key,
            args: json!({ "name": name }),
        })
    })
}

/// Where each column stands in this file.
fn places(headings: &[String]) -> Result<HashMap<&'static str, usize>, Vec<Wrong>> {
    let found = COLUMNS.iter().filter_map(|column| {
        let place = headings
            .iter()
            .position(|heading| heading.trim() == *column)?;
        Some((*column, place))
    });
    let found: HashMap<&'static str, usize> = found.collect();
    if headings.iter().all(|heading| heading.trim().is_empty()) {
        return Err(vec![whole_line(1, "plans-import-nothing")]);
    }
    let missing = NEEDED.iter().filter(|column| !found.contains_key(*column));
    let mut wrong: Vec<Wrong> = missing
        .map(|column| Wrong {
            line: 1,
            column: Some(column),
            key: "plans-import-column-missing",
            args: json!({}),
        })
        .collect();
    wrong.extend(unread(headings));
    if wrong.is_empty() {
        Ok(found)
    } else {
        Err(wrong)
    }
}

struct Row<'r> {
    places: &'r HashMap<&'static str, usize>,
    cells: &'r [String],
}

impl Row<'_> {
    fn cell(&self, column: &str) -> String {
        let cell = self
            .places
            .get(column)
            .and_then(|place| self.cells.get(*place));
        // An apostrophe keeps spreadsheets from reckoning; it is not part of the text.
        let text = cell.map(|cell| cell.trim()).unwrap_or_default();
        text.strip_prefix('\'').unwrap_or(text).to_owned()
    }

    /// Whether this line is a further measure of the programme before it: the same number, no name.
    fn continues(&self, before: &Written) -> bool {
        let same = [String::new(), before.number.clone()].contains(&self.cell("番号"));
        same && self.cell("事業名").is_empty()
            && !self.measure().is_empty()
            && self.cell("目標").is_empty()
    }

    fn measure(&self) -> measure::Written {
        measure::Written {
            id: None,
            name: self.cell("指標"),
            kind: self.cell("指標の種類"),
            unit: self.cell("単位"),
            baseline_year: self.cell("基準年度"),
            baseline: self.cell("基準値"),
            target_year: self.cell("目標年度"),
            target: self.cell("目標値"),
            every: self.cell("周期"),
        }
    }

    fn programme(&self) -> Written {
        let marked =
            |column| !matches!(self.cell(column).as_str(), "" | "×" | "-" | "0" | "いいえ");
        Written {
            number: self.cell("番号"),
            goal: self.cell("目標"),
            strategy: self.cell("施策"),
            name: self.cell("事業名"),
            summary: self.cell("概要"),
            owner_department: self.cell("所管課"),
            related_departments: self.cell("関連所管課"),
            is_priority: marked("重点"),
            is_new: marked("新規"),
            horizon: self.cell("期間"),
            stage: self.cell("段階"),
            place: self.cell("実施する空間"),
            ward_role: self.cell("区の役割"),
            manager_role: self.cell("指定管理者の役割"),
            policy: self.cell("方針"),
            carried_from: self.cell("引継元"),
            measures: vec![self.measure()],
            activities: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests;
