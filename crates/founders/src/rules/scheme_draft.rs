//! A version of the certified plan as the ward writes it down.

use std::collections::BTreeSet;

use accounts::rules::{Words, wrong_field};
use chrono::NaiveDate;
use kernel::Detail;
use serde_json::json;

use super::{Area, Standing};

/// What the plan asks for from a day on, as far as it could be read.
#[expect(clippy::struct_excessive_bools, reason = "each is a box of the form")]
#[derive(Clone, Debug, Default)]
pub struct SchemeDraft {
    /// The first day on which it is in force.
    pub valid_from: Option<NaiveDate>,
    /// Where it is written.
    pub source: String,
    /// Who issues certificates.
    pub issuer: String,
    /// How addresses in the ward begin, with spaces between.
    pub ward: String,
    /// What must be learnt about.
    pub areas: BTreeSet<Area>,
    /// At least so many lessons or days.
    pub least_sessions: Option<i32>,
    /// `day` or `session`.
    pub distinct_by: String,
    /// `none`, `calendar`, `less_a_day` or `days`.
    pub month_rule: String,
    /// So many months or days.
    pub month_count: Option<i32>,
    /// `open`, `course` or `months`.
    pub together: String,
    /// So many months, for `months`.
    pub together_months: Option<i32>,
    /// At least so many lessons of one course, if that is asked for.
    pub course_least: Option<i32>,
    /// Of so many.
    pub course_of: Option<i32>,
    /// Whether coming late counts.
    pub late: bool,
    /// Whether leaving early counts.
    pub left_early: bool,
    /// Whether taking part online counts.
    pub online: bool,
    /// Whether the centre's consultations count.
    pub consultations: bool,
    /// How many months a certificate is good.
    pub valid_months: Option<i32>,
    /// How many working days the ward takes to answer.
    pub answer_days: Option<i32>,
    /// The most copies at once.
    pub most_copies: Option<i32>,
    /// Who gets another certificate.
    pub again: BTreeSet<Standing>,
    /// Whether also while the first is good.
    pub again_while_valid: bool,
}

/// How a plan counts what is distinct.
pub const DISTINCT: [&str; 2] = ["day", "session"];
/// What a plan means by a month.
pub const MONTHS: [&str; 4] = ["none", "calendar", "less_a_day", "days"];
/// What counts together.
pub const TOGETHER: [&str; 3] = ["open", "course", "months"];

impl SchemeDraft {
    /// Everything that is wrong with it, in the order of the form. What has begun stays as it is; only
    /// the first version may be of a day that is over, for the plan was certified before it was written
    /// down here.
    pub fn wrong(&self, today: NaiveDate, first: bool) -> Vec<Detail> {
        let mut found = Vec::new();
        match self.valid_from {
            None => found.push(wrong_field("valid_from", "founders-scheme-day-missing")),
            Some(day) if day <= today && !first => {
                found.push(wrong_field("valid_from", "founders-scheme-early"));
            }
            Some(_) => {}
        }
        for (field, text) in [
            ("source", &self.source),
            ("issuer", &self.issuer),
            ("ward", &self.ward),
        ] {
            let line = Words::line(field, text);
            found.extend(line.or_missing("founders-scheme-missing"));
        }
        if self.areas.is_empty() {
            found.push(wrong_field("areas", "founders-scheme-missing"));
        }
        for (field, code, all) in [
            ("distinct_by", &self.distinct_by, &DISTINCT[..]),
            ("month_rule", &self.month_rule, &MONTHS[..]),
            ("together", &self.together, &TOGETHER[..]),
        ] {
            if !all.contains(&code.as_str()) {
                found.push(wrong_field(field, "founders-scheme-missing"));
            }
        }
        found.extend(self.numbers());
        found
    }

    fn numbers(&self) -> impl Iterator<Item = Detail> {
        let months = i32::from(self.month_rule != "none");
        let course = self.course_least.unwrap_or(0);
        let numbers = [
            ("least_sessions", self.least_sessions, 1, 100),
            ("month_count", self.month_count.or(Some(0)), months, 366),
            (
                "together_months",
                self.together_months.or(Some(0)),
                i32::from(self.together == "months"),
                120,
            ),
            ("course_least", Some(course), 0, 100),
            ("course_of", self.course_of.or(Some(0)), course.max(0), 100),
            ("valid_months", self.valid_months, 1, 60),
            ("answer_days", self.answer_days, 1, 60),
            ("most_copies", self.most_copies, 1, 20),
        ];
        let beyond = |(field, number, least, most): (_, Option<i32>, i32, i32)| {
            let within = number.is_some_and(|number| (least..=most).contains(&number));
            (!within).then(|| Detail {
                args: json!({ "least": least, "most": most }),
                ..wrong_field(field, "founders-scheme-number")
            })
        };
        numbers.into_iter().filter_map(beyond)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::scheme::a_scheme;

    #[test]
    fn a_version_begins_on_a_day_to_come_but_for_the_first() {
        let today: NaiveDate = "2026-12-08".parse().unwrap();
        let fields = |draft: &SchemeDraft, first| {
            let wrong = draft.wrong(today, first);
            wrong.iter().filter_map(|one| one.field).collect::<Vec<_>>()
        };
        let draft = a_scheme("2024-04-01");
        assert_eq!(fields(&draft, true), [""; 0]);
        assert_eq!(fields(&draft, false), ["valid_from"]);
        assert_eq!(fields(&a_scheme("2026-12-09"), false), [""; 0]);
        let spoiled = SchemeDraft {
            least_sessions: Some(0),
            month_rule: "weeks".to_owned(),
            together: "months".to_owned(),
            course_least: Some(4),
            course_of: Some(3),
            valid_months: None,
            ..a_scheme("2026-12-09")
        };
        let expected = [
            "month_rule",
            "least_sessions",
            "together_months",
            "course_of",
            "valid_months",
        ];
        assert_eq!(fields(&spoiled, false), expected);
    }
}
