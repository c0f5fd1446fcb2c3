//! What a policy must say, who writes it, and what exactly is acknowledged.
//!
//! Source: `domain.md` R01 (each field of work has a 方針 of the ward for a fiscal year, versioned,
//! with a first day; the manager acknowledges it).

use accounts::rules::wrong_field;
use chrono::NaiveDate;
use japan::fiscal::FiscalYear;
use kernel::{Actor, Detail};
use serde_json::json;

use super::{Standing, YEARS, line_wrong, text_wrong, told};

/// The longest name of a field of work, in characters.
pub const LONGEST_FIELD: usize = 60;

/// The longest text of a policy, in characters.
pub const LONGEST_BODY: usize = 10_000;

/// A policy as the ward writes it, as far as it could be read.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// For which fiscal year; `None` when it could not be read.
    pub fiscal_year: Option<FiscalYear>,
    /// For which field of work.
    pub field: String,
    /// What it says.
    pub text: Text,
}

/// What a version says, as far as it could be read.
#[derive(Clone, Debug, Default)]
pub struct Text {
    /// What the ward wants.
    pub body: String,
    /// From which day on; `None` when it could not be read.
    pub valid_from: Option<NaiveDate>,
}

/// Whether this actor writes policies: the ward does.
pub fn may_write(actor: &Actor) -> bool {
    actor.roles.is_ward()
}

/// Whether this actor reads a version: the manager not before it was issued.
pub fn may_read(actor: &Actor, standing: Standing) -> bool {
    may_write(actor) || (approvals::rules::may_see(actor) && standing != Standing::Draft)
}

impl Draft {
    /// Everything that is wrong with it.
    pub fn wrong(&self) -> Vec<Detail> {
        let mut wrong = Vec::new();
        let year = self.fiscal_year.filter(|year| YEARS.contains(&year.year()));
        if year.is_none() {
            wrong.push(wrong_field("year", "plans-year-wrong"));
        }
        let missing = Some("plans-field-missing");
        wrong.extend(line_wrong("field", &self.field, LONGEST_FIELD, missing));
        match year {
            Some(year) => wrong.extend(self.text.wrong(year)),
            None => wrong.extend(self.text.wrong_body()),
        }
        wrong
    }
}

impl Text {
    /// Everything that is wrong with it in a fiscal year.
    pub fn wrong(&self, year: FiscalYear) -> Vec<Detail> {
        let mut wrong: Vec<Detail> = self.wrong_body().into_iter().collect();
        if !self
            .valid_from
            .is_some_and(|from| year.days().contains(&from))
        {
            let args = json!({ "first": year.first_day(), "last": year.last_day() });
            wrong.push(told("valid_from", "plans-valid-from-outside", args));
        }
        wrong
    }

    fn wrong_body(&self) -> Option<Detail> {
        text_wrong("body", &self.body, LONGEST_BODY, Some("plans-body-missing"))
    }
}

/// What exactly is acknowledged, for its digest.
pub fn content(year: FiscalYear, field: &str, number: i32, valid_from: &str, body: &str) -> String {
    format!("{}\n{field}\n{number}\n{valid_from}\n{body}", year.year())
}

/// What people call a version.
pub fn title(year: FiscalYear, field: &str, number: i32) -> String {
    format!("{} 方針「{field}」第{number}版", year.name())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft() -> Draft {
        Draft {
            fiscal_year: FiscalYear::try_starting_in(2027).ok(),
            field: "創業・起業".to_owned(),
            text: Text {
                body: "創業の相談から開業までを一つの窓口で支える。".to_owned(),
                valid_from: "2027-04-01".parse().ok(),
            },
        }
    }

    #[test]
    fn each_thing_that_is_wrong_is_named_beside_its_field() {
        let field = |field: &str| Draft {
            field: field.to_owned(),
            ..draft()
        };
        let text = |body: &str, from: &str| Draft {
            text: Text {
                body: body.to_owned(),
                valid_from: from.parse().ok(),
            },
            ..draft()
        };
        let (long, longer) = ("あ".repeat(61), "あ".repeat(10_001));
        let year = Draft {
            fiscal_year: None,
            ..draft()
        };
        let far = Draft {
            fiscal_year: FiscalYear::try_starting_in(2201).ok(),
            ..draft()
        };
        for (draft, wrong) in [
            (draft(), vec![]),
            (year, vec![("year", "plans-year-wrong")]),
            (far, vec![("year", "plans-year-wrong")]),
            (field(" 　"), vec![("field", "plans-field-missing")]),
            (field(&long), vec![("field", "plans-long")]),
            (field("a\0b"), vec![("field", "plans-unreadable")]),
            (text("", "2027-04-01"), vec![("body", "plans-body-missing")]),
            (text(&longer, "2027-04-01"), vec![("body", "plans-long")]),
            (
                text("a\u{7}", "2027-04-01"),
                vec![("body", "plans-unreadable")],
            ),
            (text("一行目\r\n二行目", "2028-03-31"), vec![]),
            (
                text("文", "2027-03-31"),
                vec![("valid_from", "plans-valid-from-outside")],
            ),
            (
                text("文", "2028-04-01"),
                vec![("valid_from", "plans-valid-from-outside")],
            ),
            (
                text("文", "いつか"),
                vec![("valid_from", "plans-valid-from-outside")],
            ),
        ] {
            let found: Vec<_> = draft
                .wrong()
                .iter()
                .map(|one| (one.field.unwrap(), one.key))
                .collect();
            assert_eq!(found, wrong, "{draft:?}");
        }
    }
}
