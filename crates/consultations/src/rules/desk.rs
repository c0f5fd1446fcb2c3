//! What a special desk for hard times must say.

use accounts::rules::{Words, wrong_field};
use chrono::NaiveDate;
use japan::calendar::parse_date;
use kernel::{Actor, Detail, Role};

/// A desk as somebody writes it, as far as it could be read.
#[derive(Clone, Debug, Default)]
pub struct DeskDraft {
    /// What it is called.
    pub name: String,
    /// For whom it is.
    pub about: String,
    /// The first day.
    pub starts_on: Option<NaiveDate>,
    /// The last day as typed; empty as long as nobody knows.
    pub ends_on: String,
    /// Within so many working days somebody is found; none when it could not be read.
    pub triage_days: Option<i32>,
}

impl DeskDraft {
    /// The last day, if one was typed.
    pub fn last(&self) -> Option<NaiveDate> {
        parse_date(&self.ends_on)
    }

    /// Everything that is wrong with it, in the order of the form.
    pub fn wrong(&self, today: NaiveDate) -> Vec<Detail> {
        let mut wrong = Vec::new();
        wrong.extend(Words::line("name", &self.name).or_missing("emergency-name-missing"));
        let about = Words::text("about", &self.about, 1_000);
        wrong.extend(about.or_missing("emergency-about-missing"));
        match self.starts_on {
            None => wrong.push(wrong_field("starts_on", "cases-day-missing")),
            Some(day) if day < today => {
                wrong.push(wrong_field("starts_on", "emergency-day-past"));
            }
            Some(_) => {}
        }
        match self.last() {
            None if !self.ends_on.trim().is_empty() => {
                wrong.push(wrong_field("ends_on", "cases-day-missing"));
            }
            Some(last) if self.starts_on.is_some_and(|first| last < first) => {
                wrong.push(wrong_field("ends_on", "emergency-days-order"));
            }
            _ => {}
        }
        if !self
            .triage_days
            .is_some_and(|days| (1..=60).contains(&days))
        {
            wrong.push(wrong_field("triage_days", "emergency-triage-wrong"));
        }
        wrong
    }
}

/// Whether this actor opens and closes special desks: the manager.
pub fn may_open_desks(actor: &Actor) -> bool {
    actor.roles.has(Role::Manager)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_desk_opens_today_at_the_earliest_and_does_not_end_before() {
        let today: NaiveDate = "2026-12-08".parse().unwrap();
        let right = DeskDraft {
            name: "原油高騰 緊急相談".to_owned(),
            about: "燃料の値上がりで困っている事業者".to_owned(),
            starts_on: Some(today),
            ends_on: String::new(),
            triage_days: Some(1),
        };
        assert_eq!(right.wrong(today), []);
        let field = |draft: DeskDraft| draft.wrong(today).first().and_then(|one| one.field);
        for (draft, expected) in [
            (
                DeskDraft {
                    starts_on: today.pred_opt(),
                    ..right.clone()
                },
                "starts_on",
            ),
            (
                DeskDraft {
                    ends_on: "2026-12-07".to_owned(),
                    ..right.clone()
                },
                "ends_on",
            ),
            (
                DeskDraft {
                    ends_on: "いつか".to_owned(),
                    ..right.clone()
                },
                "ends_on",
            ),
            (
                DeskDraft {
                    triage_days: Some(0),
                    ..right.clone()
                },
                "triage_days",
            ),
            (
                DeskDraft {
                    about: "　".to_owned(),
                    ..right
                },
                "about",
            ),
        ] {
            assert_eq!(field(draft), Some(expected));
        }
        assert_eq!(DeskDraft::default().wrong(today).len(), 4);
    }
}
