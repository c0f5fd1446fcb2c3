//! Who decides, what an answer must say, and by when it is due.
//!
//! Source: `domain.md` R01, R02 and part 3 (地方自治法第244条の2: the manager runs, the ward decides),
//! G12 (due dates roll on to the next day on which offices are open).

mod deputy;
mod term;

use std::fmt::Write;

use chrono::{Days, NaiveDate};
use japan::business_days::{is_office_closed, roll_on};
use kernel::{Actor, Detail, PersonId, Role};
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::entity::approval::{Side, State};

pub use deputy::{NewDeputy, may_name, may_stand_in, staff_of};
pub use term::{NewTerm, may_set_terms};

/// The longest words of an answer, in characters.
pub const LONGEST_WORDS: usize = 2_000;

/// What is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// So be it, perhaps on conditions.
    Approve {
        /// May be empty.
        conditions: String,
    },
    /// To be mended and handed in again.
    Return {
        /// What to mend.
        words: String,
    },
    /// No.
    Refuse {
        /// Why not.
        words: String,
    },
}

impl Verdict {
    /// How far the thing is after it.
    pub const fn state(&self) -> State {
        match self {
            Self::Approve { .. } => State::Approved,
            Self::Return { .. } => State::Returned,
            Self::Refuse { .. } => State::Refused,
        }
    }

    /// What is said with it, without what surrounds it.
    pub fn words(&self) -> &str {
        match self {
            Self::Approve { conditions: words }
            | Self::Return { words }
            | Self::Refuse { words } => words.trim(),
        }
    }

    /// What is wrong with it: whoever does not approve says why.
    pub fn wrong(&self) -> Option<Detail> {
        let words = self.words();
        let key = if words.is_empty() && !matches!(self, Self::Approve { .. }) {
            "approvals-words-missing"
        } else if words.chars().count() > LONGEST_WORDS {
            "approvals-words-long"
        } else if !is_plain(words) {
            "approvals-words-unreadable"
        } else {
            return None;
        };
        Some(Detail {
            field: Some("words"),
            key,
            args: json!({ "limit": LONGEST_WORDS }),
        })
    }
}

/// Whether a text has only characters that every database and letter carries; lines may end.
pub fn is_plain(text: &str) -> bool {
    !text
        .chars()
        .any(|sign| sign.is_control() && !matches!(sign, '\n' | '\r'))
}

/// Whether approvals are this actor's to read: the manager's and the ward's, and a deputy's meanwhile.
pub fn may_see(actor: &Actor) -> bool {
    actor.roles.is_ward() || decides(actor, Side::Manager)
}

/// Whether this actor writes and hands in for a side: every officer of the ward does, and the manager.
pub fn may_submit(actor: &Actor, side: Side) -> bool {
    match side {
        Side::Ward => actor.roles.is_ward(),
        Side::Manager => actor.roles.has(Role::Manager),
    }
}

/// Whether this actor decides for a side: not every officer does, but whoever stands in for one who
/// does.
pub fn decides(actor: &Actor, side: Side) -> bool {
    actor.roles.has(decider(side)) || actor.deputy_for.has(decider(side))
}

/// Who decides for a side.
pub const fn decider(side: Side) -> Role {
    match side {
        Side::Ward => Role::WardApprover,
        Side::Manager => Role::Manager,
    }
}

/// Whether this actor decides about what that person handed in: nobody about their own.
pub fn may_decide(actor: &Actor, asked_of: Side, submitted_by: PersonId) -> bool {
    decides(actor, asked_of) && !actor.is(submitted_by)
}

/// By when an answer is due.
pub fn due_on(submitted_on: NaiveDate, days: i32) -> NaiveDate {
    let days = Days::new(u64::try_from(days).unwrap_or(0));
    let due = submitted_on.checked_add_days(days).unwrap_or(submitted_on);
    roll_on(due, is_office_closed).unwrap_or(due)
}

/// The same of something that is needed by a day, if that comes first; what is needed today or was
/// needed before is due today.
pub fn due_before(submitted_on: NaiveDate, days: i32, needed_by: Option<NaiveDate>) -> NaiveDate {
    let due = due_on(submitted_on, days);
    needed_by.map_or(due, |needed| due.min(needed.max(submitted_on)))
}

/// Until which due day things are reminded of today.
pub fn remind_until(today: NaiveDate, days: i32) -> NaiveDate {
    let days = Days::new(u64::try_from(days).unwrap_or(0));
    today.checked_add_days(days).unwrap_or(today)
}

/// By what a content is named in the log: whoever approves it approves exactly this.
pub fn digest(content: &str) -> String {
    let bytes = Sha256::digest(content.as_bytes());
    bytes.iter().fold(String::new(), |mut hex, byte| {
        // Writing into a text never fails.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

#[cfg(test)]
mod tests {
    use kernel::{Roles, Via};
    use uuid::Uuid;

    use super::*;

    fn actor(number: u128, roles: &[Role]) -> Actor {
        let roles: Roles = roles.iter().copied().collect();
        Actor::person(PersonId(Uuid::from_u128(number)), roles, Via::Page)
    }

    #[test]
    fn only_who_decides_for_the_asked_side_decides_and_nobody_about_their_own() {
        let submitted_by = PersonId(Uuid::from_u128(1));
        for (number, roles, ward, manager) in [
            (2, &[Role::Manager][..], false, true),
            (1, &[Role::Manager], false, false),
            (2, &[Role::WardApprover], true, false),
            (1, &[Role::WardApprover], false, false),
            (2, &[Role::WardOfficer], false, false),
            (2, &[Role::Reception], false, false),
            (2, &[], false, false),
        ] {
            let who = actor(number, roles);
            let found =
                [Side::Ward, Side::Manager].map(|side| may_decide(&who, side, submitted_by));
            assert_eq!(found, [ward, manager], "{number} {roles:?}");
        }
    }

    #[test]
    fn a_deputy_decides_for_the_side_of_whoever_is_away_and_not_about_their_own() {
        let deputy = Actor {
            deputy_for: Roles::default().with(Role::Manager),
            ..actor(1, &[Role::Reception])
        };
        let other = PersonId(Uuid::from_u128(2));
        assert!(may_see(&deputy) && may_decide(&deputy, Side::Manager, other));
        assert!(!may_decide(&deputy, Side::Ward, other));
        assert!(!may_decide(
            &deputy,
            Side::Manager,
            PersonId(Uuid::from_u128(1))
        ));
        assert!(!may_submit(&deputy, Side::Manager) && !may_name(&deputy, Side::Manager));
        assert!(!may_see(&actor(1, &[Role::Reception])));
    }

    #[test]
    fn whoever_does_not_approve_says_why() {
        let words = |text: &str| text.to_owned();
        let long = "あ".repeat(LONGEST_WORDS + 1);
        for (verdict, key) in [
            (
                Verdict::Approve {
                    conditions: words(""),
                },
                None,
            ),
            (
                Verdict::Approve {
                    conditions: words("半期ごとに報告すること\n以上"),
                },
                None,
            ),
            (
                Verdict::Return {
                    words: words("　\n"),
                },
                Some("approvals-words-missing"),
            ),
            (
                Verdict::Refuse { words: words("") },
                Some("approvals-words-missing"),
            ),
            (
                Verdict::Return {
                    words: words("数が違う"),
                },
                None,
            ),
            (
                Verdict::Refuse { words: long },
                Some("approvals-words-long"),
            ),
            (
                Verdict::Return {
                    words: words("a\0b"),
                },
                Some("approvals-words-unreadable"),
            ),
        ] {
            let found = verdict.wrong().map(|wrong| wrong.key);
            assert_eq!(found, key, "{verdict:?}");
        }
    }

    /// G12: past weekends, holidays and the end of the year.
    #[test]
    fn an_answer_is_due_before_what_it_is_about() {
        let day = |text: &str| -> NaiveDate { text.parse().unwrap() };
        let today = day("2026-12-08");
        for (needed_by, due) in [
            (None, "2026-12-18"),
            (Some("2026-12-25"), "2026-12-18"),
            (Some("2026-12-15"), "2026-12-15"),
            (Some("2026-12-08"), "2026-12-08"),
            (Some("2026-12-01"), "2026-12-08"),
        ] {
            assert_eq!(due_before(today, 10, needed_by.map(day)), day(due));
        }
    }

    #[test]
    fn an_answer_is_due_on_a_day_on_which_offices_are_open() {
        for (on, days, due) in [
            ("2026-09-26", 14, "2026-10-13"),
            ("2026-12-08", 14, "2026-12-22"),
            ("2026-12-15", 14, "2027-01-04"),
            ("2026-12-27", 14, "2027-01-12"),
        ] {
            let found = due_on(on.parse().unwrap(), days);
            assert_eq!(found.to_string(), due, "{on}");
        }
    }

    #[test]
    fn another_content_has_another_digest() {
        assert_eq!(
            digest("方針"),
            digest("方針"),
            "the same content is the same digest"
        );
        assert_ne!(digest("方針"), digest("方針 "));
        assert_eq!(digest("").len(), 64);
    }
}
