//! The letters of this crate. Each has its folder under `templates/letters/approvals/`.

use kernel::{Fault, PersonId, Work};
use mail::Letter;
use serde_json::{Value, json};

use crate::{entity::approval, rules};

/// To everybody who decides for the asked side: something waits. Says how many they are.
pub(crate) async fn submitted(work: &Work, row: &approval::Model) -> Result<usize, Fault> {
    to_deciders(work, "approvals/submitted", row).await
}

/// To the same: it was taken back, and needs no answer.
pub(crate) async fn withdrawn(work: &Work, row: &approval::Model) -> Result<(), Fault> {
    to_deciders(work, "approvals/withdrawn", row).await?;
    Ok(())
}

/// To the same: its answer is due soon. Says how many letters were written.
pub(crate) async fn reminder(work: &Work, row: &approval::Model) -> Result<usize, Fault> {
    to_deciders(work, "approvals/reminder", row).await
}

async fn to_deciders(
    work: &Work,
    template: &'static str,
    row: &approval::Model,
) -> Result<usize, Fault> {
    let role = rules::decider(row.asked_of);
    let mut people = accounts::read::with_role(work.db(), role).await?;
    people.retain(|person| *person != row.submitted_by);
    for person in &people {
        to_person(work, template, *person, facts(row, "")).await?;
    }
    Ok(people.len())
}

/// To whoever handed it in: what was decided.
pub(crate) async fn decided(work: &Work, row: &approval::Model, words: &str) -> Result<(), Fault> {
    let facts = facts(row, words);
    to_person(work, "approvals/decided", row.submitted_by, facts).await
}

fn facts(row: &approval::Model, words: &str) -> Value {
    json!({
        "title": row.title,
        "kind": row.kind,
        "state": row.state,
        "link": row.link,
        "due_on": row.due_on,
        "words": words,
    })
}

async fn to_person(
    work: &Work,
    template: &'static str,
    person: PersonId,
    mut facts: Value,
) -> Result<(), Fault> {
    let Some(contact) = accounts::read::contact(work.db(), person).await? else {
        return Ok(());
    };
    let Some(email) = contact.email else {
        return Ok(());
    };
    facts["name"] = contact.name.into();
    let letter = Letter {
        template,
        email,
        person: Some(person),
        lang: contact.lang,
        facts,
    };
    mail::post(work, letter).await?;
    Ok(())
}
