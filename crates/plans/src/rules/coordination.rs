//! Who keeps what was agreed with partners, and what an entry and an action must say.
//!
//! Source: `domain.md` R03 (関係機関・団体等との連携、調整: agreements, the log and what is to be done,
//! seen by both the ward and the manager).

use std::ops::RangeInclusive;

use accounts::rules::{Words, wrong_field};
use approvals::entity::approval::Side;
use chrono::{Datelike, NaiveDate};
use japan::kana::search_key;
use kernel::{Actor, Detail, Role};
use organisations::entity::AgencyId;
use serde_json::json;

/// The longest text, in characters.
pub(crate) const LONGEST_TEXT: usize = 10_000;
/// The longest note, in characters.
pub(crate) const LONGEST_NOTE: usize = 1_000;
/// So many partners may take part in one meeting.
const MOST_AGENCIES: usize = 50;
/// Days of these years can be written down.
const YEARS: RangeInclusive<i32> = 1950..=2200;

/// So many days before its due day a side is reminded of an action.
pub const REMIND_DAYS: u64 = 3;

/// An entry of the log as somebody writes it, as far as it could be read.
#[derive(Clone, Debug, Default)]
pub struct EntryDraft {
    /// On which day; `None` when it could not be read.
    pub held_on: Option<NaiveDate>,
    /// With which partners.
    pub agencies: Vec<AgencyId>,
    /// Who took part, of both sides.
    pub took_part: String,
    /// About what.
    pub subject: String,
    /// What was talked over.
    pub discussed: String,
    /// What was agreed.
    pub agreed: String,
}

/// An action as somebody writes it, as far as it could be read.
#[derive(Clone, Debug, Default)]
pub struct ActionDraft {
    /// What is to be done.
    pub what: String,
    /// Which side does it; `None` when none was chosen.
    pub side: Option<Side>,
    /// Who there.
    pub who: String,
    /// By which day; `None` when it could not be read.
    pub due_on: Option<NaiveDate>,
}

/// That an action was done.
#[derive(Clone, Debug, Default)]
pub struct Completion {
    /// On which day; `None` when it could not be read.
    pub done_on: Option<NaiveDate>,
    /// What is said with it.
    pub note: String,
}

/// Whether agreements, the log, actions and councils are this actor's to read and to write: the
/// manager's and the ward's, and nobody else's; a deputy decides, and writes nothing else.
pub fn may_coordinate(actor: &Actor) -> bool {
    actor.roles.is_ward() || actor.roles.has(Role::Manager)
}

impl EntryDraft {
    /// Everything that is wrong with it, in the order of the form.
    pub fn wrong(&self, today: NaiveDate) -> Vec<Detail> {
        let mut wrong = Vec::new();
        wrong.extend(past_day("held_on", self.held_on, today));
        if self.agencies.is_empty() {
            wrong.push(wrong_field("agencies", "coordination-agencies-missing"));
        } else if self.agencies.len() > MOST_AGENCIES {
            wrong.push(Detail {
                args: json!({ "limit": MOST_AGENCIES }),
                ..wrong_field("agencies", "coordination-agencies-many")
            });
        }
        let took_part = Words::text("took_part", &self.took_part, LONGEST_NOTE);
        wrong.extend(took_part.or_missing("coordination-took-part-missing"));
        let subject = Words::line("subject", &self.subject);
        wrong.extend(subject.or_missing("coordination-subject-missing"));
        let discussed = Words::text("discussed", &self.discussed, LONGEST_TEXT);
        wrong.extend(discussed.or_missing("coordination-discussed-missing"));
        wrong.extend(Words::text("agreed", &self.agreed, LONGEST_TEXT).wrong());
        wrong
    }

    /// What a search is compared with.
    pub fn search_key(&self) -> String {
        let words = [
            &self.subject,
            &self.took_part,
            &self.discussed,
            &self.agreed,
        ];
        words.map(|word| search_key(word)).join(" ")
    }
}

impl ActionDraft {
    /// Everything that is wrong with it, in the order of the form.
    pub fn wrong(&self) -> Vec<Detail> {
        let mut wrong = Vec::new();
        let what = Words::text("what", &self.what, LONGEST_NOTE);
        wrong.extend(what.or_missing("coordination-what-missing"));
        if self.side.is_none() {
            wrong.push(wrong_field("side", "coordination-side-missing"));
        }
        let who = Words::line("who", &self.who);
        wrong.extend(who.or_missing("coordination-who-missing"));
        wrong.extend(day("due_on", self.due_on));
        wrong
    }
}

impl Completion {
    /// Everything that is wrong with it.
    pub fn wrong(&self, today: NaiveDate) -> Vec<Detail> {
        let mut wrong: Vec<Detail> = past_day("done_on", self.done_on, today)
            .into_iter()
            .collect();
        wrong.extend(Words::text("note", &self.note, LONGEST_NOTE).wrong());
        wrong
    }
}

/// A day that cannot be.
pub(crate) fn day(field: &'static str, day: Option<NaiveDate>) -> Option<Detail> {
    let there = day.is_some_and(|day| YEARS.contains(&day.year()));
    (!there).then(|| wrong_field(field, "coordination-day-missing"))
}

/// A day that cannot be, or has not come yet.
pub(crate) fn past_day(
    field: &'static str,
    given: Option<NaiveDate>,
    today: NaiveDate,
) -> Option<Detail> {
    let later = given.is_some_and(|day| day > today);
    day(field, given).or_else(|| later.then(|| wrong_field(field, "coordination-day-later")))
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    type Change = fn(&mut EntryDraft);

    fn fields(wrong: &[Detail]) -> Vec<(&'static str, &'static str)> {
        let named = |one: &Detail| (one.field.unwrap(), one.key);
        wrong.iter().map(named).collect()
    }

    #[test]
    fn an_entry_says_when_with_whom_and_about_what() {
        let today: NaiveDate = "2026-12-08".parse().unwrap();
        let right = || EntryDraft {
            held_on: Some(today),
            agencies: vec![AgencyId(Uuid::from_u128(1))],
            took_part: "館長、見本信用金庫 融資課".to_owned(),
            subject: "創業融資の相談会".to_owned(),
            discussed: "日程と役割\n広報".to_owned(),
            agreed: String::new(),
        };
        let cases: [(Change, &[(&str, &str)]); 9] = [
            (|_| (), &[]),
            (
                |one| one.held_on = None,
                &[("held_on", "coordination-day-missing")],
            ),
            (
                |one| one.held_on = "2026-12-09".parse().ok(),
                &[("held_on", "coordination-day-later")],
            ),
            (
                |one| one.held_on = "1949-12-31".parse().ok(),
                &[("held_on", "coordination-day-missing")],
            ),
            (
                |one| one.agencies.clear(),
                &[("agencies", "coordination-agencies-missing")],
            ),
            (
                |one| one.subject = "一行目\n二行目".to_owned(),
                &[("subject", "words-unreadable")],
            ),
            (
                |one| one.took_part = "　".to_owned(),
                &[("took_part", "coordination-took-part-missing")],
            ),
            (
                |one| one.discussed = "長".repeat(10_001),
                &[("discussed", "words-long")],
            ),
            (
                |one| one.agreed = "a\0b".to_owned(),
                &[("agreed", "words-unreadable")],
            ),
        ];
        for (change, wrong) in cases {
            let mut draft = right();
            change(&mut draft);
            assert_eq!(fields(&draft.wrong(today)), wrong, "{draft:?}");
        }
    }

    #[test]
    fn an_action_says_what_who_and_by_when() {
        let nothing = ActionDraft::default().wrong();
        assert_eq!(
            fields(&nothing),
            [
                ("what", "coordination-what-missing"),
                ("side", "coordination-side-missing"),
                ("who", "coordination-who-missing"),
                ("due_on", "coordination-day-missing"),
            ]
        );
        let draft = ActionDraft {
            what: "会場を押さえる".to_owned(),
            side: Some(Side::Manager),
            who: "見本 太郎".to_owned(),
            due_on: "2026-12-20".parse().ok(),
        };
        assert!(draft.wrong().is_empty());
        let early = Completion {
            done_on: "2026-12-21".parse().ok(),
            note: String::new(),
        };
        let wrong = early.wrong("2026-12-20".parse().unwrap());
        assert_eq!(fields(&wrong), [("done_on", "coordination-day-later")]);
    }
}
