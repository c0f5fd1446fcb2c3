//! What the directory of partners (関係機関) says of each, and who keeps it.
//!
//! Source: `domain.md` R03, R15 (関係機関・団体等との連携, seen by the ward and the manager).

use japan::kana;
use kernel::{Actor, Detail, Role};
use serde_json::json;

use crate::entity::agency::Sort;

/// The longest name, in characters.
const LONGEST_NAME: usize = 100;
/// The longest line beside it, in characters.
const LONGEST_LINE: usize = 200;
/// The longest words about what it is good for, in characters.
const LONGEST_WORDS: usize = 2_000;

/// An agency as somebody writes it, as far as it could be read.
#[derive(Clone, Debug, Default)]
pub struct AgencyDraft {
    /// What it is called.
    pub name: String,
    /// What sort of partner it is; `None` when none was chosen.
    pub sort: Option<Sort>,
    /// Whom to ask for.
    pub contact: String,
    /// How it is called.
    pub telephone: String,
    /// Where it is written to.
    pub email: String,
    /// Where it is.
    pub address: String,
    /// What people can be sent there for.
    pub good_for: String,
    /// Whether the centre still works with it.
    pub in_use: bool,
}

/// Whether the directory is this actor's to read and to write: the manager's and the ward's.
pub fn may_keep_agencies(actor: &Actor) -> bool {
    actor.roles.has(Role::Manager) || actor.roles.is_ward()
}

impl AgencyDraft {
    /// Everything that is wrong with it, in the order of the form.
    pub fn wrong(&self) -> Vec<Detail> {
        let mut wrong = Vec::new();
        if kana::search_key(&self.name).is_empty() {
            wrong.push(named("name", "agencies-name-missing"));
        }
        wrong.extend(text("name", &self.name, LONGEST_NAME, false));
        if self.sort.is_none() {
            wrong.push(named("sort", "agencies-sort-missing"));
        }
        wrong.extend(text("contact", &self.contact, LONGEST_LINE, false));
        wrong.extend(accounts::rules::telephone_is_wrong(&self.telephone));
        if !self.email.is_empty() {
            wrong.extend(accounts::rules::email_is_wrong(&self.email));
        }
        wrong.extend(text("address", &self.address, LONGEST_LINE, false));
        wrong.extend(text("good_for", &self.good_for, LONGEST_WORDS, true));
        wrong
    }

    /// What a search is compared with.
    pub fn search_key(&self) -> String {
        let words = [&self.name, &self.contact, &self.good_for];
        words.map(|word| kana::search_key(word)).join(" ")
    }
}

/// Characters that no database and no letter carries, and texts that are too long.
fn text(field: &'static str, text: &str, limit: usize, lines: bool) -> Option<Detail> {
    let breaks = |c: char| lines && matches!(c, '\n' | '\r');
    if text.chars().any(|c| c.is_control() && !breaks(c)) {
        return Some(named(field, "agencies-unreadable"));
    }
    (text.chars().count() > limit).then(|| Detail {
        args: json!({ "limit": limit }),
        ..named(field, "agencies-long")
    })
}

fn named(field: &'static str, key: &'static str) -> Detail {
    Detail {
        field: Some(field),
        key,
        args: json!({}),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Change = fn(&mut AgencyDraft);

    #[test]
    fn each_thing_that_is_wrong_is_named_beside_its_field() {
        let right = || AgencyDraft {
            name: "見本ハローワーク".to_owned(),
            sort: Some(Sort::HelloWork),
            good_for: "求人の受付\n職業紹介".to_owned(),
            ..AgencyDraft::default()
        };
        let cases: [(Change, &[(&str, &str)]); 9] = [
            (|_| (), &[]),
            (
                |one| one.name = "　".into(),
                &[("name", "agencies-name-missing")],
            ),
            (
                |one| one.name = "長".repeat(101),
                &[("name", "agencies-long")],
            ),
            (|one| one.sort = None, &[("sort", "agencies-sort-missing")]),
            (
                |one| one.contact = "a\nb".into(),
                &[("contact", "agencies-unreadable")],
            ),
            (
                |one| one.telephone = "12".into(),
                &[("telephone", "accounts-wrong-telephone")],
            ),
            (
                |one| one.email = "見本".into(),
                &[("email", "accounts-wrong-email")],
            ),
            (
                |one| one.good_for = "a\0".into(),
                &[("good_for", "agencies-unreadable")],
            ),
            (
                |one| one.good_for = "長".repeat(2_001),
                &[("good_for", "agencies-long")],
            ),
        ];
        for (change, wrong) in cases {
            let mut draft = right();
            change(&mut draft);
            let found = draft.wrong();
            let found: Vec<_> = found
                .iter()
                .map(|one| (one.field.unwrap(), one.key))
                .collect();
            assert_eq!(found, wrong, "{draft:?}");
        }
    }

    #[test]
    fn the_manager_and_the_ward_keep_the_directory() {
        for (roles, may) in [
            (&[Role::Manager][..], true),
            (&[Role::WardOfficer], true),
            (&[Role::WardApprover], true),
            (&[Role::Reception, Role::Coordinator], false),
            (&[Role::Agency], false),
            (&[], false),
        ] {
            let actor = Actor {
                roles: roles.iter().copied().collect(),
                ..Actor::default()
            };
            assert_eq!(may_keep_agencies(&actor), may, "{roles:?}");
        }
    }
}
