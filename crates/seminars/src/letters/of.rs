//! Whose enrolments a letter is about.

use serde_json::{Value, json};

use super::News;
use crate::entity::{
    SeminarId,
    enrolment::{self, Mode, State},
};

/// Whose enrolments a letter is about.
#[derive(Clone, Copy)]
pub(super) enum Of<'o> {
    /// One.
    One(&'o enrolment::Model),
    /// Those of employees whom the reader named.
    Named(&'o [&'o enrolment::Model]),
    /// Nobody's: the reader teaches.
    Nobody,
}

impl<'o> Of<'o> {
    /// The one, if it is one.
    pub(super) const fn one(self) -> Option<&'o enrolment::Model> {
        match self {
            Self::One(one) => Some(one),
            Self::Named(_) | Self::Nobody => None,
        }
    }

    /// All of them.
    pub(super) const fn all(&self) -> &[&'o enrolment::Model] {
        match self {
            Self::One(one) => std::slice::from_ref(one),
            Self::Named(all) => all,
            Self::Nobody => &[],
        }
    }

    /// Whether any has a place.
    pub(super) fn has_a_place(self) -> bool {
        self.all().iter().any(|one| one.state == State::Enrolled)
    }

    /// What a calendar is told: one's own, and a lecturer's. Those of employees are not the reader's.
    pub(super) fn calendar(self, news: News) -> Option<bool> {
        match self {
            Self::One(_) => news.calendar(self.has_a_place()),
            Self::Nobody => news.calendar(true),
            Self::Named(_) => None,
        }
    }

    /// How they take part, when that is the same for all.
    pub(super) fn mode(self) -> Option<Mode> {
        let first = self.all().first()?.mode;
        self.all()
            .iter()
            .all(|one| one.mode == first)
            .then_some(first)
    }

    /// Where the reader sees them.
    pub(super) fn link(self, seminar: SeminarId) -> String {
        match self {
            Self::One(one) => format!("/enrolments/{}", one.id),
            Self::Named(_) => "/mypage/seminars".to_owned(),
            Self::Nobody => format!("/seminars/{seminar}"),
        }
    }

    /// The employees, and what became of each.
    pub(super) fn named(self) -> Vec<Value> {
        let Self::Named(all) = self else {
            return Vec::new();
        };
        let of_one = |one: &&enrolment::Model| json!({ "name": one.attendee, "number": one.number, "state": one.state.code() });
        all.iter().map(of_one).collect()
    }
}
