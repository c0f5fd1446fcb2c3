//! What a policy and a plan must say, who writes them, what exactly is decided about, and what one
//! version says otherwise than another.

mod agreement;
pub mod budget;
pub mod carry;
mod compare;
mod coordination;
mod council;
pub mod difference;
pub mod initiative;
pub mod measure;
pub mod plan;
pub mod policy;
pub mod programme;
pub mod quantity;
pub mod review;
pub mod schedule;
pub mod table;
pub mod whole;

use std::ops::RangeInclusive;

use accounts::rules::wrong_field;
use approvals::{entity::approval::State, rules::is_plain};
use kernel::Detail;
use serde_json::{Value, json};

pub use agreement::{AgreementDraft, AgreementState, Term, Until};
pub use compare::{Line, Place, compared};
pub use coordination::{ActionDraft, Completion, EntryDraft, REMIND_DAYS, may_coordinate};
pub use council::{
    CouncilDraft, MeetingDraft, MemberDraft, OpinionDraft, Reply, correction_is_wrong, items,
    minutes_are_wrong, parse_time,
};

/// Policies and plans are written for the fiscal years that begin in these.
pub const YEARS: RangeInclusive<i32> = 1990..=2200;

/// Where a version stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is still written.
    Draft,
    /// It was handed over: how far it is.
    Issued(State),
}

impl Standing {
    /// As texts and templates name it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Issued(state) => state.code(),
        }
    }

    /// Whether the next version can be written: not while this one is written or waits.
    pub const fn is_closed(self) -> bool {
        !matches!(self, Self::Draft | Self::Issued(State::Submitted))
    }

    /// Whether it was approved.
    pub const fn is_approved(self) -> bool {
        matches!(self, Self::Issued(State::Approved))
    }
}

fn told(field: &'static str, key: &'static str, args: Value) -> Detail {
    Detail {
        field: Some(field),
        key,
        args,
    }
}

fn limited(field: &'static str, limit: usize) -> Detail {
    told(field, "plans-long", json!({ "limit": limit }))
}

/// What is wrong with a line of text, if anything is: `missing` when it may not be empty.
fn line_wrong(
    field: &'static str,
    text: &str,
    limit: usize,
    missing: Option<&'static str>,
) -> Option<Detail> {
    let text = text.trim();
    if japan::kana::search_key(text).is_empty() {
        return missing.map(|key| wrong_field(field, key));
    }
    if text.chars().count() > limit {
        Some(limited(field, limit))
    } else if text.chars().any(char::is_control) {
        Some(wrong_field(field, "plans-unreadable"))
    } else {
        None
    }
}

/// The same of a text of several lines.
fn text_wrong(
    field: &'static str,
    text: &str,
    limit: usize,
    missing: Option<&'static str>,
) -> Option<Detail> {
    let text = text.trim();
    if text.is_empty() {
        return missing.map(|key| wrong_field(field, key));
    }
    if text.chars().count() > limit {
        Some(limited(field, limit))
    } else if is_plain(text) {
        None
    } else {
        Some(wrong_field(field, "plans-unreadable"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_version_is_written_once_the_last_is_answered() {
        for (standing, closed) in [
            (Standing::Draft, false),
            (Standing::Issued(State::Submitted), false),
            (Standing::Issued(State::Returned), true),
            (Standing::Issued(State::Withdrawn), true),
            (Standing::Issued(State::Refused), true),
            (Standing::Issued(State::Approved), true),
        ] {
            assert_eq!(standing.is_closed(), closed, "{standing:?}");
        }
    }
}
