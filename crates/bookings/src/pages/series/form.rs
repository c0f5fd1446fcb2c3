//! What was typed about a series, and what was chosen for each of its times.

use std::collections::BTreeMap;

use web::{Error, Page, Typed};

use super::super::{book_form, slot};
use crate::{entity::series::Rhythm, read::Choice, rules::repeats, service::Repeat};

/// How the field of one time begins; its key follows.
pub(super) const CHOICE: &str = "choice-";

/// Whether a form asks for a series: a rhythm was chosen, or an end was typed.
pub(crate) fn is_wished(typed: &Typed) -> bool {
    let fields = ["rhythm", "times", "last_day"];
    fields.iter().any(|name| !typed.text(name).is_empty())
}

/// What was typed, as a wish; what cannot be read is left for the rules to name.
pub(super) fn repeat(page: &Page, typed: &Typed) -> Result<Repeat, Error> {
    Ok(Repeat {
        first: book_form::wish(page, typed)?,
        rhythm: Rhythm::read(typed.text("rhythm")),
        end: repeats::end(typed.text("times"), typed.text("last_day")),
        choices: choices(typed),
    })
}

/// What was chosen, by time; what cannot be read counts as not chosen.
pub(super) fn choices(typed: &Typed) -> BTreeMap<String, Choice> {
    let names = typed.names().filter_map(|name| name.strip_prefix(CHOICE));
    names
        .filter_map(|key| {
            Some((
                key.to_owned(),
                choice(typed.text(&format!("{CHOICE}{key}")))?,
            ))
        })
        .collect()
}

fn choice(text: &str) -> Option<Choice> {
    match text {
        "skip" => Some(Choice::LeaveOut),
        text => slot::read(text).map(|slot| Choice::Instead(slot.space, slot.span)),
    }
}
