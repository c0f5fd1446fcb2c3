//! Who edits a survey and sees what came of it, what a question and an answer must say, and which
//! figures the ward is shown.
//!
//! Source: `domain.md` (the ward sees performance, not secrets: small cells are suppressed).

mod answer;
mod draft;
mod figures;
mod only_if;
mod question;
mod rows;
mod written;

use japan::kana::search_key;
use kernel::{Actor, Detail, Role};
use serde_json::{Value, json};

pub use answer::{FIELDS, LONGEST_WORDS, MOST_NUMBER, Wish, chosen, read, read_leaving};
pub use draft::{Content, Draft, LONGEST_INTRODUCTION, LONGEST_TITLE};
pub use figures::{Cell, Figure, Values, few, figure, released};
pub use only_if::{OnlyIf, answer_words, is_asked};
pub use question::{Choice, More, Question};
pub use rows::{moved, orphaned};
pub use written::{
    Fields, LONGEST_HELP, LONGEST_OPTION, LONGEST_QUESTION, MOST_OPTIONS, ROWS, Written, questions,
};

/// Whether this actor writes the questions, and reads what people wrote in words.
pub fn may_edit(actor: &Actor) -> bool {
    actor.roles.has(Role::Manager) || actor.roles.has(Role::Coordinator)
}

/// Whether this actor sees what came of surveys: whoever edits them, and the ward, which is shown
/// figures of which none is small.
pub fn may_see(actor: &Actor) -> bool {
    may_edit(actor) || actor.roles.is_ward()
}

/// Whether this actor enters a survey that the centre needs from the first day on.
pub fn may_set_up(actor: &Actor) -> bool {
    may_edit(actor) || actor.roles.has(Role::System)
}

fn named(field: &'static str, key: &'static str) -> Detail {
    told(field, key, json!({}))
}

fn told(field: &'static str, key: &'static str, args: Value) -> Detail {
    Detail {
        field: Some(field),
        key,
        args,
    }
}

/// What is wrong with a line of text, if anything is: `missing` when it may not be empty.
fn line_wrong(
    field: &'static str,
    text: &str,
    limit: usize,
    missing: Option<&'static str>,
) -> Option<Detail> {
    let text = text.trim();
    if search_key(text).is_empty() {
        return missing.map(|key| named(field, key));
    }
    if text.chars().any(char::is_control) {
        return Some(named(field, "surveys-unreadable"));
    }
    too_long(field, text, limit)
}

/// The same of a text of several lines, which may be empty.
fn text_wrong(field: &'static str, text: &str, limit: usize) -> Option<Detail> {
    let text = text.trim();
    let unreadable = |sign: char| sign.is_control() && sign != '\n';
    if text.chars().any(unreadable) {
        return Some(named(field, "surveys-unreadable"));
    }
    too_long(field, text, limit)
}

fn too_long(field: &'static str, text: &str, limit: usize) -> Option<Detail> {
    let long = text.chars().count() > limit;
    long.then(|| told(field, "surveys-long", json!({ "limit": limit })))
}

#[cfg(test)]
mod tests {
    use kernel::{PersonId, Roles, Via};
    use uuid::Uuid;

    use super::*;

    #[test]
    fn the_manager_and_coordinators_edit_the_ward_sees_and_nobody_else_does_either() {
        for (role, edits, sees) in [
            (None, false, false),
            (Some(Role::Member), false, false),
            (Some(Role::Expert), false, false),
            (Some(Role::Reception), false, false),
            (Some(Role::Coordinator), true, true),
            (Some(Role::Manager), true, true),
            (Some(Role::WardOfficer), false, true),
            (Some(Role::WardApprover), false, true),
            (Some(Role::System), false, false),
        ] {
            let roles: Roles = role.into_iter().collect();
            let actor = Actor::person(PersonId(Uuid::nil()), roles, Via::Page);
            assert_eq!(
                (may_edit(&actor), may_see(&actor)),
                (edits, sees),
                "{role:?}"
            );
            let sets_up = edits || role == Some(Role::System);
            assert_eq!(may_set_up(&actor), sets_up, "{role:?}");
        }
    }
}
