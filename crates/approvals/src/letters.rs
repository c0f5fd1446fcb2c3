//! The letters of this crate. Each has its folder under `templates/letters/approvals/`.

use kernel::{Fault, PersonId, Work};
use mail::Letter;
use serde_json::{Value, json};

use crate::{
    entity::{approval, approval_deputy},
    read, rules,
};

/// To everybody who decides for the asked side, with the deputies in the place of those who are away:
/// something waits. Says how many they are.
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
    let today = work.now().date();
    let mut deputies = read::deputies(work.db(), row.asked_of, today).await?;
    // Nobody decides in the place of whoever handed it in, either, nor about their own.
    deputies.retain(|one| ![one.away_person, one.deputy].contains(&row.submitted_by));
    people.retain(|person| deputies.iter().all(|one| one.away_person != *person));
    people.extend(deputies.iter().map(|one| one.deputy));
    people.sort_unstable();
    people.dedup();
    people.retain(|person| *person != row.submitted_by);
    for person in &people {
        to_person(work, template, *person, facts(row, "")).await?;
    }
    Ok(people.len())
}

/// To a deputy: for whom they decide, and until when, or that they need no longer.
pub(crate) async fn deputy(work: &Work, row: &approval_deputy::Model) -> Result<(), Fault> {
    let away = accounts::read::contact(work.db(), row.away_person).await?;
    let facts = json!({
        "away": away.map(|who| who.name),
        "from": row.valid_from,
        "until": row.valid_until,
        "ended": row.ended_at.is_some(),
    });
    to_person(work, "approvals/deputy", row.deputy, facts).await
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
    mail::post(work, letter);
    Ok(())
}
