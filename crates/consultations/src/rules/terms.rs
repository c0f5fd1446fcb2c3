//! What the terms of consultations must say.

use accounts::rules::{Words, wrong_field};
use chrono::NaiveDate;
use kernel::Detail;
use serde_json::json;

/// The terms as somebody writes them, as far as they could be read.
#[derive(Clone, Debug, Default)]
pub struct TermsDraft {
    /// The first day on which they hold.
    pub valid_from: Option<NaiveDate>,
    /// How long a meeting is, in minutes.
    pub meeting_minutes: Option<i32>,
    /// So many hours before it a time can be asked for at the latest.
    pub notice_hours: Option<i32>,
    /// So many days ahead a time can be asked for.
    pub days_ahead: Option<i32>,
    /// Within so many working days somebody is found for a request.
    pub triage_days: Option<i32>,
    /// So many days before a meeting both are reminded; 0 for not at all.
    pub first_reminder: Option<i32>,
    /// The same a second time.
    pub second_reminder: Option<i32>,
    /// After how many months people are asked again; none when it could not be read.
    pub follow_up_months: Option<Vec<i32>>,
    /// So many years after its end the words of a case are kept.
    pub retention_years: Option<i32>,
}

impl TermsDraft {
    /// The numbers with their fields and what they can be, in the order of the form.
    pub fn numbers(&self) -> [(&'static str, Option<i32>, i32, i32); 7] {
        [
            ("meeting_minutes", self.meeting_minutes, 15, 480),
            ("notice_hours", self.notice_hours, 0, 720),
            ("days_ahead", self.days_ahead, 1, 365),
            ("triage_days", self.triage_days, 1, 60),
            ("first_reminder", self.first_reminder, 0, 30),
            ("second_reminder", self.second_reminder, 0, 30),
            ("retention_years", self.retention_years, 1, 30),
        ]
    }

    /// Everything that is wrong with them, in the order of the form: they hold from tomorrow at the
    /// earliest, so that nothing that was said today becomes untrue.
    pub fn wrong(&self, today: NaiveDate) -> Vec<Detail> {
        let mut wrong: Vec<Detail> = early(self.valid_from, today).into_iter().collect();
        wrong.extend(beyond(&self.numbers()));
        // The first one comes first: further from the day than the second.
        if let (Some(first), Some(second)) = (self.first_reminder, self.second_reminder)
            && first > 0
            && second >= first
        {
            wrong.push(wrong_field("second_reminder", "consultation-terms-second"));
        }
        let months = self.follow_up_months.as_deref().unwrap_or_default();
        let fit = months.iter().all(|month| (1..=60).contains(month));
        if months.is_empty() || months.len() > 6 || !fit || !months.is_sorted_by(|a, b| a < b) {
            wrong.push(wrong_field("follow_up_months", "consultation-terms-months"));
        }
        wrong
    }
}

/// The terms of dispatches as somebody writes them, as far as they could be read.
#[derive(Clone, Debug, Default)]
pub struct DispatchTermsDraft {
    /// The first day on which they hold.
    pub valid_from: Option<NaiveDate>,
    /// So many times at most in a fiscal year, whatever the theme.
    pub most_per_applicant: Option<i32>,
    /// So many times at most about one theme in a fiscal year.
    pub most_per_theme: Option<i32>,
    /// How long one time is, in minutes.
    pub minutes: Option<i32>,
    /// Where they come from.
    pub source: String,
}

impl DispatchTermsDraft {
    /// Everything that is wrong with them, in the order of the form; they hold from tomorrow at the
    /// earliest.
    pub fn wrong(&self, today: NaiveDate) -> Vec<Detail> {
        let mut wrong: Vec<Detail> = early(self.valid_from, today).into_iter().collect();
        let numbers = [
            ("most_per_applicant", self.most_per_applicant, 1, 100),
            ("most_per_theme", self.most_per_theme, 1, 100),
            ("minutes", self.minutes, 15, 480),
        ];
        wrong.extend(beyond(&numbers));
        let source = Words::line("source", &self.source);
        wrong.extend(source.or_missing("dispatch-terms-source-missing"));
        wrong
    }
}

/// What is wrong with the first day of terms.
fn early(day: Option<NaiveDate>, today: NaiveDate) -> Option<Detail> {
    match day {
        None => Some(wrong_field("valid_from", "cases-day-missing")),
        Some(day) if day <= today => Some(wrong_field("valid_from", "consultation-terms-early")),
        Some(_) => None,
    }
}

/// Which numbers are none that can be.
fn beyond(numbers: &[(&'static str, Option<i32>, i32, i32)]) -> impl Iterator<Item = Detail> {
    let out = numbers.iter().filter(|(_, number, least, most)| {
        !number.is_some_and(|number| (*least..=*most).contains(&number))
    });
    out.map(|(field, _, least, most)| Detail {
        args: json!({ "least": least, "most": most }),
        ..wrong_field(field, "consultation-terms-number")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn right() -> TermsDraft {
        TermsDraft {
            valid_from: "2027-04-01".parse().ok(),
            meeting_minutes: Some(60),
            notice_hours: Some(24),
            days_ahead: Some(56),
            triage_days: Some(3),
            first_reminder: Some(3),
            second_reminder: Some(1),
            follow_up_months: Some(vec![1, 3, 6]),
            retention_years: Some(5),
        }
    }

    #[test]
    fn terms_hold_from_a_day_to_come_and_within_bounds() {
        let today: NaiveDate = "2026-12-08".parse().unwrap();
        assert_eq!(right().wrong(today), []);
        let months = |months: Vec<i32>| TermsDraft {
            follow_up_months: Some(months),
            ..right()
        };
        for (draft, field) in [
            (
                TermsDraft {
                    valid_from: Some(today),
                    ..right()
                },
                "valid_from",
            ),
            (
                TermsDraft {
                    meeting_minutes: Some(5),
                    ..right()
                },
                "meeting_minutes",
            ),
            (
                TermsDraft {
                    retention_years: None,
                    ..right()
                },
                "retention_years",
            ),
            (
                TermsDraft {
                    first_reminder: Some(1),
                    second_reminder: Some(3),
                    ..right()
                },
                "second_reminder",
            ),
            (months(vec![3, 1]), "follow_up_months"),
            (months(vec![0]), "follow_up_months"),
            (months(Vec::new()), "follow_up_months"),
        ] {
            let wrong = draft.wrong(today);
            assert_eq!(
                wrong.iter().map(|one| one.field).collect::<Vec<_>>(),
                [Some(field)]
            );
        }
    }
}
