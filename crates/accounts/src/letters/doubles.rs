//! Letters about two registrations of one person.

use kernel::{Fault, PersonId, Work};
use mail::Letter;
use serde_json::json;

use super::{already, to_person};
use crate::read::{Contact, contact, contacts};

/// To someone into whose registration another of theirs was merged.
pub(crate) async fn stays(work: &Work, person: Contact) -> Result<(), Fault> {
    to_person(work, "accounts/stays", person, json!({})).await
}

/// To the address of someone who was merged: with which account they go on. It says nothing of the
/// other's address, and is kept nowhere: nobody signs in here any more.
pub(crate) async fn merged(work: &Work, person: Contact) -> Result<(), Fault> {
    let Some(email) = person.email else {
        return Ok(());
    };
    let letter = Letter {
        template: "accounts/merged",
        email,
        person: None,
        lang: person.lang,
        facts: json!({ "name": person.name }),
    };
    mail::post(work, letter);
    Ok(())
}

/// To the owner of an address that someone else wanted: it has an account already, or had one that
/// was merged.
pub(crate) async fn to_owner(work: &Work, owner: PersonId) -> Result<(), Fault> {
    if let Some(contact) = contact(work.db(), owner).await? {
        return already(work, contact).await;
    }
    match contacts(work.db(), vec![owner]).await?.pop() {
        Some(contact) => merged(work, contact).await,
        None => Ok(()),
    }
}
