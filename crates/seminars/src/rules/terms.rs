//! What the terms of seminars must say.
//!
//! Source: `domain.md` R35 (reminders) and R47 (questionnaires); how long is the centre's own rule.

use accounts::rules::wrong_field;
use chrono::NaiveDate;
use kernel::Detail;

/// The longest time before a lesson, in hours, and the longest of all other times, in days.
const MOST: (i64, i64) = (336, 90);

/// The terms as somebody writes them, as far as they could be read.
#[derive(Clone, Debug, Default)]
pub struct TermsDraft {
    /// The first day on which they hold.
    pub valid_from: Option<NaiveDate>,
    /// So many hours before a lesson people are reminded; 0 for not at all.
    pub remind_hours: Option<i64>,
    /// So many days the questionnaire can be answered; 0 for none.
    pub answer_days: Option<i64>,
    /// So many days somebody who has a place can pay it.
    pub payment_days: Option<i64>,
    /// So many days before the first lesson is the last on which giving up a place costs nothing.
    pub free_days: Option<i64>,
}

impl TermsDraft {
    /// Everything that is wrong with them: they hold from tomorrow at the earliest.
    pub fn wrong(&self, today: NaiveDate) -> Vec<Detail> {
        let within = |value: Option<i64>, most| value.is_some_and(|one| (0..=most).contains(&one));
        let late = self.valid_from.is_some_and(|from| from > today);
        let fields = [
            (late, "valid_from", "seminars-terms-early"),
            (
                within(self.remind_hours, MOST.0),
                "remind_hours",
                "seminars-terms-hours-odd",
            ),
            (
                within(self.answer_days, MOST.1),
                "answer_days",
                "seminars-terms-days-odd",
            ),
            (
                within(self.payment_days, MOST.1),
                "payment_days",
                "seminars-terms-days-odd",
            ),
            (
                within(self.free_days, MOST.1),
                "free_days",
                "seminars-terms-days-odd",
            ),
        ];
        let wrong = fields.into_iter().filter(|(right, ..)| !right);
        wrong
            .map(|(_, field, key)| wrong_field(field, key))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_hold_from_tomorrow_and_within_limits() {
        let today: NaiveDate = "2026-12-08".parse().unwrap();
        for (from, hours, days, wrong) in [
            ("2026-12-09", 24, 14, None),
            ("2026-12-09", 0, 0, None),
            ("2026-12-08", 24, 14, Some("valid_from")),
            ("2026-12-09", 337, 14, Some("remind_hours")),
            ("2026-12-09", 24, -1, Some("answer_days")),
        ] {
            let draft = TermsDraft {
                valid_from: from.parse().ok(),
                remind_hours: Some(hours),
                answer_days: Some(days),
                payment_days: Some(7),
                free_days: Some(3),
            };
            let found = draft.wrong(today);
            assert_eq!(
                found.first().and_then(|one| one.field),
                wrong,
                "{from} {hours} {days}"
            );
        }
        assert_eq!(TermsDraft::default().wrong(today).len(), 5);
    }
}
