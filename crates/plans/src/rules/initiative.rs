//! What the manager may carry out beside the plan, with the ward's consent (自主事業).
//!
//! Source: `domain.md` G40 (what is not in the approved plan is not opened, unless it is an initiative
//! of the manager) and part 3 (the ward decides about initiatives).

use accounts::rules::wrong_field;
use approvals::{entity::approval::Side, rules::may_submit};
use japan::fiscal::FiscalYear;
use kernel::{Actor, Detail};

use super::{YEARS, line_wrong, text_wrong};

/// The longest name, in characters.
pub const LONGEST_NAME: usize = 80;

/// The longest summary, in characters.
pub const LONGEST_SUMMARY: usize = 2_000;

/// So many fiscal years ahead at most.
pub const AHEAD: i32 = 2;

/// An initiative as the manager writes it, as far as it could be read.
#[derive(Clone, Debug)]
pub struct Draft {
    /// In which fiscal year.
    pub year: Option<FiscalYear>,
    /// What it is called.
    pub name: String,
    /// What is done for whom, and who pays for it.
    pub summary: String,
}

/// Whether this actor proposes initiatives: the manager does.
pub fn may_propose(actor: &Actor) -> bool {
    may_submit(actor, Side::Manager)
}

impl Draft {
    /// The fiscal year, or everything that is wrong with the draft. A year that is over has no new
    /// ones.
    pub fn read(&self, now: FiscalYear) -> Result<i32, Vec<Detail>> {
        let mut wrong = Vec::new();
        let year = self.year.map(FiscalYear::year);
        let years = now.year()..=now.year() + AHEAD;
        let year = year.filter(|year| years.contains(year) && YEARS.contains(year));
        if year.is_none() {
            wrong.push(wrong_field("year", "plans-initiative-year-wrong"));
        }
        wrong.extend(line_wrong(
            "name",
            &self.name,
            LONGEST_NAME,
            Some("plans-initiative-name-missing"),
        ));
        wrong.extend(text_wrong(
            "summary",
            &self.summary,
            LONGEST_SUMMARY,
            Some("plans-initiative-summary-missing"),
        ));
        match year {
            Some(year) if wrong.is_empty() => Ok(year),
            _ => Err(wrong),
        }
    }
}

/// What the ward decides about, word for word.
pub fn content(year: i32, name: &str, summary: &str) -> String {
    format!("{year}\n{name}\n{summary}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_needs_a_year_that_is_not_over_a_name_and_what_is_done() {
        let year = |year| FiscalYear::try_starting_in(year).ok();
        let draft = |at, name: &str, summary: &str| Draft {
            year: year(at),
            name: name.to_owned(),
            summary: summary.to_owned(),
        };
        let long = "あ".repeat(LONGEST_NAME + 1);
        for (draft, wrong) in [
            (draft(2026, "起業家の交流会", "年2回"), vec![]),
            (draft(2027, "起業家の交流会", "年2回"), vec![]),
            (draft(2025, "起業家の交流会", "年2回"), vec!["year"]),
            (draft(2029, "起業家の交流会", "年2回"), vec!["year"]),
            (draft(2201, " ", "　"), vec!["year", "name", "summary"]),
            (draft(2026, &long, "年2回"), vec!["name"]),
            (draft(2026, "交流\n会", "年2回"), vec!["name"]),
        ] {
            let found = draft.read(year(2026).unwrap()).err().unwrap_or_default();
            let found: Vec<_> = found.iter().filter_map(|detail| detail.field).collect();
            assert_eq!(found, wrong, "{draft:?}");
        }
    }
}
