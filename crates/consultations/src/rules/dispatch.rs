//! Who may have an expert come to them, and how often (専門家派遣).
//!
//! Source: `domain.md` R22 and part 5, limits found. The limits are dated rows (`dispatch_terms`).

use accounts::rules::{Words, wrong_field};
use kernel::{Actor, Detail};
use serde_json::json;

use super::{Reading, Size, is_theirs, may_keep_experts};
use crate::entity::{
    case,
    case_field::Field,
    dispatch::{self, State},
    dispatch_terms,
};

/// The longest text of an application or an answer to it, in characters.
const LONGEST: usize = 2_000;

/// An application as somebody writes it, as far as it could be read.
#[derive(Clone, Debug, Default)]
pub struct DispatchDraft {
    /// The theme.
    pub field: Option<Field>,
    /// Where the expert is to come.
    pub place: String,
    /// What they wish to be helped with.
    pub wish: String,
    /// How often.
    pub times: Option<i32>,
    /// Whether they agree to how it works.
    pub agreed: bool,
}

impl DispatchDraft {
    /// Everything that is wrong with it, in the order of the form; `left` says how many times a theme
    /// has left.
    pub fn wrong(&self, themes: &[Field], left: impl Fn(Field) -> i32) -> Vec<Detail> {
        let mut wrong = Vec::new();
        let theme = self.field.filter(|field| themes.contains(field));
        if theme.is_none() {
            wrong.push(wrong_field("field", "dispatches-field-missing"));
        }
        let place = Words::line("place", &self.place);
        wrong.extend(place.or_missing("dispatches-place-missing"));
        let wish = Words::text("wish", &self.wish, LONGEST);
        wrong.extend(wish.or_missing("dispatches-wish-missing"));
        let left = theme.map(left);
        match self.times {
            Some(times) if times >= 1 => {
                wrong.extend(left.and_then(|left| too_many("times", times, left)));
            }
            _ => wrong.push(wrong_field("times", "dispatches-times-missing")),
        }
        if !self.agreed {
            wrong.push(wrong_field("agreed", "dispatches-agreed-missing"));
        }
        wrong
    }
}

/// What is wrong with a number of times when only so many are left.
fn too_many(field: &'static str, times: i32, left: i32) -> Option<Detail> {
    (left < times).then(|| Detail {
        args: json!({ "left": left }),
        ..wrong_field(field, "dispatches-times-many")
    })
}

/// An approval as somebody writes it, as far as it could be read.
#[derive(Clone, Debug, Default)]
pub struct Approval {
    /// How many times.
    pub times: Option<i32>,
    /// Why, although something speaks against it.
    pub note: String,
}

impl Approval {
    /// Everything that is wrong with it, in the order of the form: at most as often as was asked for and
    /// is left; what speaks against it needs a reason.
    pub fn wrong(&self, asked: i32, left: i32, against: &[Against]) -> Vec<Detail> {
        let mut wrong = Vec::new();
        match self.times {
            Some(times) if times >= 1 => wrong.extend(too_many("times", times, left.min(asked))),
            _ => wrong.push(wrong_field("times", "dispatches-times-missing")),
        }
        let note = Words::text("note", &self.note, LONGEST);
        if against.is_empty() {
            wrong.extend(note.wrong());
        } else {
            wrong.extend(note.or_missing("dispatches-note-missing"));
        }
        wrong
    }
}

/// What is wrong with the reason for which one is refused or ended.
pub fn wrong_reason(reason: &str) -> Option<Detail> {
    Words::text("reason", reason, LONGEST).or_missing("dispatches-reason-missing")
}

/// How often an applicant had experts come in a fiscal year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spent(Vec<(Field, i32)>);

impl Spent {
    /// Of all their dispatches of the year.
    pub fn of<'d>(dispatches: impl IntoIterator<Item = &'d dispatch::Model>) -> Self {
        let counted = |one: &dispatch::Model| (one.field, counted(one));
        Self(dispatches.into_iter().map(counted).collect())
    }

    /// Whatever the theme.
    pub fn all(&self) -> i32 {
        self.0.iter().map(|(_, times)| times).sum()
    }

    /// About one theme.
    pub fn about(&self, theme: Field) -> i32 {
        let own = self.0.iter().filter(|(field, _)| *field == theme);
        own.map(|(_, times)| times).sum()
    }

    /// How many times are left about a theme.
    pub fn left(&self, terms: &dispatch_terms::Model, theme: Field) -> i32 {
        let all = terms.most_per_applicant - self.all();
        all.min(terms.most_per_theme - self.about(theme)).max(0)
    }
}

/// How often a dispatch counts: as often as was approved; once it was ended, as often as it was used.
fn counted(one: &dispatch::Model) -> i32 {
    match one.state {
        State::Approved => one.approved_times.unwrap_or(0),
        State::Withdrawn => one.used,
        State::Requested | State::Refused => 0,
    }
}

/// What speaks against a dispatch (適格確認).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// They are not in the ward.
    Outside,
    /// They are none of those the law supports.
    Large,
    /// Nothing was said that tells how large they are.
    Unknown,
}

impl Against {
    /// As part of text keys.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Outside => "outside",
            Self::Large => "large",
            Self::Unknown => "unknown",
        }
    }
}

/// What speaks against a dispatch to a business of this size.
pub fn against(size: Size, in_ward: bool) -> Vec<Against> {
    let by_size = match size {
        Size::Small | Size::Medium => None,
        Size::Large => Some(Against::Large),
        Size::Unknown => Some(Against::Unknown),
    };
    let outside = (!in_ward).then_some(Against::Outside);
    outside.into_iter().chain(by_size).collect()
}

/// Whether this actor may ask for a dispatch: whoever asked for the case, and staff for them; of a case
/// that is for few to know only those who may read it.
pub fn may_apply(actor: &Actor, case: &case::Model, reading: Reading) -> bool {
    let told = reading.asked() || !case.need_to_know;
    is_theirs(case, actor.person) || (actor.roles.is_staff() && told)
}

/// Whether this actor decides about dispatches of a case: the manager and coordinators, not about their
/// own.
pub fn may_decide(actor: &Actor, case: &case::Model) -> bool {
    may_keep_experts(actor) && !is_theirs(case, actor.person)
}

#[cfg(test)]
mod tests;
