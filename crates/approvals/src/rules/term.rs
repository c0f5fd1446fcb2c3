//! How long an answer may take, as the ward says it.

use chrono::NaiveDate;
use kernel::{Actor, Detail, Role};
use serde_json::json;

/// The longest source, in characters.
const LONGEST_SOURCE: usize = 100;

/// An answer may take so many days.
const DAYS: std::ops::RangeInclusive<i32> = 1..=365;

/// Whoever decides is reminded so many days before.
const REMIND: std::ops::RangeInclusive<i32> = 0..=30;

/// Terms as they were typed, as far as they could be read.
#[derive(Clone, Debug, Default)]
pub struct NewTerm {
    /// An answer is due after so many days.
    pub days: Option<i32>,
    /// So many days before, whoever decides is reminded.
    pub remind: Option<i32>,
    /// Where it is written.
    pub source: String,
    /// The first day on which it holds for what is handed in.
    pub valid_from: Option<NaiveDate>,
}

/// Whether this actor says how long answers may take: who decides for the ward.
pub fn may_set_terms(actor: &Actor) -> bool {
    actor.roles.has(Role::WardApprover)
}

impl NewTerm {
    /// Everything that is wrong with it. What was handed in keeps its day, so nothing begins in the
    /// past.
    pub fn wrong(&self, today: NaiveDate) -> Vec<Detail> {
        let mut wrong = Vec::new();
        for (field, value, range) in [("days", self.days, DAYS), ("remind", self.remind, REMIND)] {
            if !value.is_some_and(|value| range.contains(&value)) {
                wrong.push(Detail {
                    field: Some(field),
                    key: "approvals-term-number",
                    args: json!({ "least": range.start(), "most": range.end() }),
                });
            }
        }
        let late = self.remind.zip(self.days);
        if wrong.is_empty() && late.is_some_and(|(remind, days)| days <= remind) {
            wrong.push(Detail {
                field: Some("remind"),
                key: "approvals-term-remind-early",
                args: json!({}),
            });
        }
        let source = self.source.trim();
        let key = if source.is_empty() {
            Some("approvals-term-source-missing")
        } else if source.chars().count() > LONGEST_SOURCE || source.chars().any(char::is_control) {
            Some("approvals-term-source-wrong")
        } else {
            None
        };
        wrong.extend(key.map(|key| Detail {
            field: Some("source"),
            key,
            args: json!({ "limit": LONGEST_SOURCE }),
        }));
        if self.valid_from.is_none_or(|from| from < today) {
            wrong.push(Detail {
                field: Some("valid_from"),
                key: "approvals-term-past",
                args: json!({ "date": today }),
            });
        }
        wrong
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_thing_that_is_wrong_is_named_beside_its_field() {
        let today: NaiveDate = "2026-12-08".parse().unwrap();
        let right = NewTerm {
            days: Some(10),
            remind: Some(3),
            source: "協定書第12条".to_owned(),
            valid_from: Some(today),
        };
        let with = |change: fn(&mut NewTerm)| {
            let mut term = right.clone();
            change(&mut term);
            term
        };
        for (term, wrong) in [
            (right.clone(), None),
            (with(|term| term.days = None), Some("days")),
            (with(|term| term.days = Some(0)), Some("days")),
            (with(|term| term.days = Some(366)), Some("days")),
            (with(|term| term.remind = Some(31)), Some("remind")),
            (with(|term| term.remind = Some(0)), None),
            (with(|term| term.remind = Some(10)), Some("remind")),
            (with(|term| term.source = " ".to_owned()), Some("source")),
            (with(|term| term.source = "長".repeat(101)), Some("source")),
            (with(|term| term.source = "a\0".to_owned()), Some("source")),
            (with(|term| term.valid_from = None), Some("valid_from")),
            (
                with(|term| term.valid_from = term.valid_from.and_then(|day| day.pred_opt())),
                Some("valid_from"),
            ),
        ] {
            let found: Vec<_> = term
                .wrong(today)
                .iter()
                .filter_map(|one| one.field)
                .collect();
            assert_eq!(found, wrong.into_iter().collect::<Vec<_>>(), "{term:?}");
        }
    }
}
