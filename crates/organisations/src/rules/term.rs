//! How long registrations last and when people are reminded, from a day on.

use chrono::{Days, NaiveDate};
use kernel::{Actor, Detail, Role};
use serde_json::json;

use super::draft::wrong;
use crate::entity::registration_term;

/// A registration lasts ten years at most.
const MOST_MONTHS: i32 = 120;
/// Nobody is reminded more than a year before.
const MOST_DAYS: i32 = 365;
/// So many days lie at most between tomorrow and what begins.
const FURTHEST: Days = Days::new(730);

/// What the manager types.
#[derive(Clone, Copy, Debug, Default)]
pub struct TermDraft {
    /// How many months a registration lasts; `None` when it could not be read.
    pub months: Option<i32>,
    /// How many days before the end people are reminded first.
    pub first: Option<i32>,
    /// How many days before the end they are reminded once more.
    pub last: Option<i32>,
    /// The first day.
    pub from: Option<NaiveDate>,
}

impl TermDraft {
    /// The row, or everything that is wrong with it.
    ///
    /// # Errors
    /// One detail for each field that is wrong.
    pub fn allowed(&self, today: NaiveDate) -> Result<registration_term::Model, Vec<Detail>> {
        let mut faults = Vec::new();
        let mut within = |field, number: Option<i32>, least: i32, most: i32| {
            let found = number.filter(|number| (least..=most).contains(number));
            if found.is_none() {
                faults.push(Detail {
                    args: json!({ "least": least, "most": most }),
                    ..wrong(field, "organisations-wrong-number")
                });
            }
            found
        };
        let months = within("months", self.months, 1, MOST_MONTHS);
        let first = within("first", self.first, 2, MOST_DAYS);
        let last = within("last", self.last, 1, first.unwrap_or(MOST_DAYS) - 1);
        let tomorrow = today + Days::new(1);
        let from = self
            .from
            .filter(|from| tomorrow <= *from && *from <= tomorrow + FURTHEST);
        if from.is_none() {
            faults.push(wrong("from", "organisations-wrong-begin"));
        }
        match (months, first, last, from) {
            (Some(months), Some(remind_first), Some(remind_last), Some(from)) => {
                Ok(registration_term::Model {
                    valid_from: from.to_string(),
                    months,
                    remind_first,
                    remind_last,
                })
            }
            _ => Err(faults),
        }
    }
}

/// The manager (館長) says how long registrations last.
pub fn may_set_terms(actor: &Actor) -> bool {
    actor.roles.has(Role::Manager)
}

/// Which reminder is due today for a registration that ends on `until`: the later one when both
/// are, none that was sent already, none after the end.
pub fn reminder_due(
    until: NaiveDate,
    reminded: Option<i32>,
    today: NaiveDate,
    term: &registration_term::Model,
) -> Option<i32> {
    let left = (until - today).num_days();
    let is_due = |days: &i32| left <= i64::from(*days);
    let due = [term.remind_last, term.remind_first]
        .into_iter()
        .find(is_due)?;
    (left >= 0 && reminded.is_none_or(|sent| due < sent)).then_some(due)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn each_reminder_is_due_once() {
        let term = registration_term::Model {
            valid_from: "2026-04-01".to_owned(),
            months: 24,
            remind_first: 60,
            remind_last: 14,
        };
        for (until, reminded, expected) in [
            ("2027-02-07", None, None),
            ("2027-02-06", None, Some(60)),
            ("2027-02-06", Some(60), None),
            ("2026-12-22", Some(60), Some(14)),
            ("2026-12-22", None, Some(14)),
            ("2026-12-22", Some(14), None),
            ("2026-12-08", Some(60), Some(14)),
            ("2026-12-07", None, None),
        ] {
            let found = reminder_due(day(until), reminded, day("2026-12-08"), &term);
            assert_eq!(found, expected, "{until} {reminded:?}");
        }
    }

    #[test]
    fn a_term_is_whole_or_all_that_is_wrong_with_it_is_named() {
        let draft = |months, first, last, from: &str| TermDraft {
            months,
            first,
            last,
            from: from.parse().ok(),
        };
        for (draft, wrong) in [
            (draft(Some(24), Some(60), Some(14), "2026-12-09"), &[][..]),
            (draft(Some(120), Some(365), Some(364), "2028-12-08"), &[]),
            (
                draft(Some(0), Some(60), Some(14), "2026-12-09"),
                &["months"],
            ),
            (
                draft(Some(121), Some(366), Some(14), "2026-12-09"),
                &["months", "first"],
            ),
            (draft(Some(24), Some(60), Some(60), "2026-12-09"), &["last"]),
            (draft(Some(24), Some(60), Some(14), "2026-12-08"), &["from"]),
            (draft(Some(24), Some(60), Some(14), "2029-12-09"), &["from"]),
            (
                draft(None, None, None, ""),
                &["months", "first", "last", "from"],
            ),
        ] {
            let found = draft.allowed(day("2026-12-08")).err().unwrap_or_default();
            let fields: Vec<_> = found.iter().filter_map(|one| one.field).collect();
            assert_eq!(fields, wrong, "{draft:?}");
        }
    }
}
