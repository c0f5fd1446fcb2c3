//! What comes in and what goes out (収支予算), line by line; both come to the same.

use kernel::Detail;
use serde_json::json;

use accounts::rules::wrong_field;

use super::line_wrong;
use crate::entity::ProgrammeId;
pub use crate::entity::budget_line::BudgetSide;

/// The longest item or note, in characters.
pub const LONGEST_ITEM: usize = 80;

/// The largest amount of one line, in yen.
const MOST_YEN: i64 = 1_000_000_000_000;

/// What the fields of one line are called in a form.
#[derive(Clone, Copy, Debug)]
pub struct Fields {
    /// Whether it comes in or goes out.
    pub side: &'static str,
    /// What for.
    pub item: &'static str,
    /// For which programme, by its number.
    pub programme: &'static str,
    /// How much.
    pub yen: &'static str,
    /// How it was reckoned.
    pub note: &'static str,
}

macro_rules! fields {
    ($($row:literal)*) => {[$(Fields {
        side: concat!("line-", $row, "-side"),
        item: concat!("line-", $row, "-item"),
        programme: concat!("line-", $row, "-programme"),
        yen: concat!("line-", $row, "-yen"),
        note: concat!("line-", $row, "-note"),
    }),*]};
}

/// The lines of a budget in a form; so many it may have.
pub const ROWS: [Fields; 60] = fields!(
    1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30
    31 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 60
);

/// A line as somebody wrote it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// `income` or `expenditure`.
    pub side: String,
    /// What for.
    pub item: String,
    /// The number of a programme; empty for the centre as a whole.
    pub programme: String,
    /// Whole yen.
    pub yen: String,
    /// How it was reckoned.
    pub note: String,
}

/// A line of the budget.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetLine {
    /// Whether it comes in or goes out.
    pub side: BudgetSide,
    /// What for.
    pub item: String,
    /// For which programme; none for the centre as a whole.
    pub programme: Option<ProgrammeId>,
    /// Whole yen.
    pub yen: i64,
    /// How it was reckoned.
    pub note: String,
}

impl Written {
    /// Whether nothing was written in this line.
    pub fn is_empty(&self) -> bool {
        [&self.item, &self.programme, &self.yen, &self.note]
            .iter()
            .all(|text| text.trim().is_empty())
    }

    /// The line, or everything that is wrong with it. `programmes` are those of the version, by number.
    pub fn read(
        &self,
        fields: &Fields,
        programmes: &[(i32, ProgrammeId)],
    ) -> Result<BudgetLine, Vec<Detail>> {
        let mut wrong = Vec::new();
        let side = match self.side.trim() {
            "income" => Some(BudgetSide::Income),
            "expenditure" => Some(BudgetSide::Expenditure),
            _ => None,
        };
        if side.is_none() {
            wrong.push(wrong_field(fields.side, "plans-budget-side-missing"));
        }
        let missing = Some("plans-budget-item-missing");
        wrong.extend(line_wrong(fields.item, &self.item, LONGEST_ITEM, missing));
        wrong.extend(line_wrong(fields.note, &self.note, LONGEST_ITEM, None));
        let yen = japan::kana::digits(&self.yen).replace([',', '，', '円'], "");
        let yen = yen
            .trim()
            .parse()
            .ok()
            .filter(|yen| (0..=MOST_YEN).contains(yen));
        if yen.is_none() {
            wrong.push(wrong_field(fields.yen, "plans-budget-yen-wrong"));
        }
        let number = japan::kana::digits(&self.programme);
        let number = number.trim();
        let found = programmes
            .iter()
            .find(|(there, _)| number.parse() == Ok(*there));
        if !number.is_empty() && found.is_none() {
            wrong.push(wrong_field(
                fields.programme,
                "plans-budget-programme-unknown",
            ));
        }
        match (side, yen, wrong.is_empty()) {
            (Some(side), Some(yen), true) => Ok(BudgetLine {
                side,
                item: self.item.trim().to_owned(),
                programme: found.map(|(_, id)| *id),
                yen,
                note: self.note.trim().to_owned(),
            }),
            _ => Err(wrong),
        }
    }
}

/// All lines, or everything that is wrong with any.
pub fn read(
    written: &[Written],
    programmes: &[(i32, ProgrammeId)],
) -> Result<Vec<BudgetLine>, Vec<Detail>> {
    let rows = written.iter().zip(&ROWS);
    let (mut lines, mut wrong) = (Vec::new(), Vec::new());
    for (row, fields) in rows.filter(|(row, _)| !row.is_empty()) {
        match row.read(fields, programmes) {
            Ok(line) => lines.push(line),
            Err(more) => wrong.extend(more),
        }
    }
    if wrong.is_empty() {
        Ok(lines)
    } else {
        Err(wrong)
    }
}

/// What one side comes to.
pub fn sum(lines: &[BudgetLine], side: BudgetSide) -> i64 {
    lines
        .iter()
        .filter(|line| line.side == side)
        .map(|line| line.yen)
        .sum()
}

/// What is wrong with a budget as a whole: there is one, and both sides come to the same.
pub fn unbalanced(lines: &[BudgetLine]) -> Option<Detail> {
    let (income, expenditure) = (
        sum(lines, BudgetSide::Income),
        sum(lines, BudgetSide::Expenditure),
    );
    let detail = |key| Detail {
        field: None,
        key,
        args: json!({ "income": income, "expenditure": expenditure, "off": (income - expenditure).abs() }),
    };
    if lines.is_empty() {
        Some(detail("plans-budget-missing"))
    } else if income != expenditure {
        Some(detail("plans-budget-unbalanced"))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_comes_to_the_same_on_both_sides() {
        let line = |side: &str, yen: &str| Written {
            side: side.to_owned(),
            item: "指定管理料".to_owned(),
            yen: yen.to_owned(),
            ..Written::default()
        };
        let good = read(
            &[
                line("income", "１，０００円"),
                Written::default(),
                line("expenditure", "1000"),
            ],
            &[],
        );
        assert_eq!(unbalanced(&good.unwrap()), None);
        let off = read(&[line("income", "1000"), line("expenditure", "900")], &[]).unwrap();
        let off = unbalanced(&off).unwrap();
        assert_eq!(
            (off.key, &off.args["off"]),
            ("plans-budget-unbalanced", &json!(100))
        );
        assert_eq!(unbalanced(&[]).unwrap().key, "plans-budget-missing");
        for (row, field) in [
            (line("", "1"), "line-1-side"),
            (line("income", "-1"), "line-1-yen"),
            (line("income", "1.5"), "line-1-yen"),
            (
                Written {
                    item: String::new(),
                    ..line("income", "1")
                },
                "line-1-item",
            ),
            (
                Written {
                    programme: "9".to_owned(),
                    ..line("income", "1")
                },
                "line-1-programme",
            ),
        ] {
            let wrong = read(&[row], &[]).unwrap_err();
            assert_eq!(wrong[0].field, Some(field));
        }
    }
}
