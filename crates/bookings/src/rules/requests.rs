//! Requests (申請): who decides, until when, and what is said.

use kernel::{Actor, Instant, PersonId};

use super::words_unreadable;
use crate::{
    entity::{booking_request::Ground, hold},
    refused::{Refused, Unruled, Unruly},
};

/// The longest words of a decision, in characters.
pub const LONGEST_WORDS: usize = 500;

/// What those decide who work at the counter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The space may be used, on these conditions; empty for none but the usual.
    Approve {
        /// The conditions.
        conditions: String,
    },
    /// It may not be used.
    Refuse {
        /// Why; `None` when nothing was chosen.
        ground: Option<Ground>,
        /// What else there is to say.
        words: String,
    },
}

impl Verdict {
    /// The words, as they were typed.
    pub fn words(&self) -> &str {
        match self {
            Self::Approve { conditions } => conditions.trim(),
            Self::Refuse { words, .. } => words.trim(),
        }
    }

    /// Why it is refused.
    pub const fn ground(&self) -> Option<Ground> {
        match self {
            Self::Approve { .. } => None,
            Self::Refuse { ground, .. } => *ground,
        }
    }

    /// Everything that is wrong with it at once.
    pub fn allowed(&self) -> Result<(), Vec<Unruly>> {
        let mut wrong = Vec::new();
        let field = match self {
            Self::Approve { .. } => "conditions",
            Self::Refuse { ground, .. } => {
                wrong.extend(ground.is_none().then_some(Unruly::NotChosen("ground")));
                "words"
            }
        };
        // Lines may be broken; nothing else may stand there that cannot be seen.
        let mut lines = self.words().lines();
        if lines.any(words_unreadable) {
            wrong.push(Unruly::WordsUnreadable(field));
        }
        if self.words().chars().count() > LONGEST_WORDS {
            wrong.push(Unruly::SourceTooLong(field, LONGEST_WORDS));
        }
        if wrong.is_empty() { Ok(()) } else { Err(wrong) }
    }
}

/// Reception and the manager decide; nobody decides for themselves, nor for those they represent.
pub fn may_decide(actor: &Actor, person: PersonId, represents: bool) -> bool {
    actor.roles.is_staff() && !actor.is(person) && !represents
}

/// A request is decided while it waits and before its time begins.
pub fn still_waits(state: hold::State, starts_at: Instant, now: Instant) -> Result<(), Refused> {
    match state {
        hold::State::Requested if now < starts_at => Ok(()),
        hold::State::Requested => Err(Refused::AlreadyBegun),
        _ => Err(Refused::Ruled(Unruled::Decided)),
    }
}

#[cfg(test)]
mod tests {
    use kernel::{Role, Via};
    use uuid::Uuid;

    use super::*;

    #[test]
    fn staff_decides_for_others_only() {
        let [own, other] = [1, 2].map(|id| PersonId(Uuid::from_u128(id)));
        for (roles, person, represents, may) in [
            (&[Role::Reception][..], other, false, true),
            (&[Role::Manager], other, false, true),
            (&[Role::Coordinator], other, false, true),
            (&[Role::Reception], own, false, false),
            (&[Role::Manager], other, true, false),
            (&[Role::Member], other, false, false),
            (
                &[Role::WardOfficer, Role::WardApprover],
                other,
                false,
                false,
            ),
            (&[Role::System], other, false, false),
        ] {
            let actor = Actor::person(own, roles.iter().copied().collect(), Via::Page);
            assert_eq!(may_decide(&actor, person, represents), may, "{roles:?}");
        }
    }

    #[test]
    fn only_what_waits_and_lies_ahead_is_decided() {
        use hold::State;
        let at = |time| Instant::parse(&format!("2026-12-08T{time}:00+09:00")).unwrap();
        for (state, now, expected) in [
            (State::Requested, "13:59", None),
            (State::Requested, "14:00", Some("the booking has begun")),
            (State::Confirmed, "13:00", Some("the request is decided")),
            (State::InUse, "13:00", Some("the request is decided")),
            (State::Finished, "13:00", Some("the request is decided")),
            (State::Refused, "13:00", Some("the request is decided")),
            (State::Cancelled, "13:00", Some("the request is decided")),
            (State::Released, "13:00", Some("the request is decided")),
            (State::Expired, "13:00", Some("the request is decided")),
            (State::Offered, "13:00", Some("the request is decided")),
            (State::Held, "13:00", Some("the request is decided")),
        ] {
            let found = still_waits(state, at("14:00"), at(now)).err();
            let found = found.map(|refused| refused.to_string());
            assert_eq!(found.as_deref(), expected, "{state:?} {now}");
        }
    }

    #[test]
    fn a_refusal_names_its_ground_and_words_are_readable_and_short() {
        let approve = |conditions: &str| Verdict::Approve {
            conditions: conditions.to_owned(),
        };
        let refuse = |ground, words: &str| Verdict::Refuse {
            ground,
            words: words.to_owned(),
        };
        let long = "あ".repeat(LONGEST_WORDS + 1);
        for (verdict, wrong) in [
            (approve(""), vec![]),
            (approve("音は20時まで。\r\n机はもとの位置に。"), vec![]),
            (approve(&long), vec!["conditions"]),
            (approve("\u{7}"), vec!["conditions"]),
            (refuse(Some(Ground::Purpose), ""), vec![]),
            (refuse(None, "\u{202E}"), vec!["ground", "words"]),
            (refuse(None, ""), vec!["ground"]),
        ] {
            let found = verdict.allowed().err().unwrap_or_default();
            let fields = found.iter().filter_map(|one| one.detail().field);
            assert_eq!(fields.collect::<Vec<_>>(), wrong, "{verdict:?}");
        }
    }
}
