//! The letters of this crate. Each has its folder under `templates/letters/consultations/`. None says
//! what a case is about.

use accounts::read::{Contact, contact};
use kernel::{Fault, PersonId, Secret, Work};
use mail::Letter;
use serde_json::{Value, json};

use crate::{
    entity::{case, expert, follow_up},
    read,
};

mod asking;
mod changes;
mod dispatches;
mod late;
mod meetings;
mod news;

pub(crate) use asking::{confirm, received};
pub(crate) use changes::{lost, unassigned};
pub(crate) use dispatches::{dispatch, evaluation};
pub(crate) use late::late;
pub(crate) use meetings::arranged;
pub(crate) use news::News;

/// To an expert: they were given a case.
pub(crate) async fn assigned(
    work: &Work,
    case: &case::Model,
    expert: &expert::Model,
) -> Result<(), Fault> {
    let facts = json!({
        "confidential": case.need_to_know,
        "reference": case.reference,
        "urgent": case.urgent,
        "link": format!("/cases/{}", case.id),
    });
    to_person(work, "consultations/assigned", expert.person_id, facts).await
}

/// To the coordinator who led a case until now.
pub(crate) async fn taken_over(
    work: &Work,
    case: &case::Model,
    before: PersonId,
) -> Result<(), Fault> {
    let facts = json!({
        "confidential": case.need_to_know,
        "reference": case.reference,
        "link": format!("/cases/{}", case.id),
    });
    to_person(work, "consultations/taken_over", before, facts).await
}

/// To whoever leads a case and has it: somebody who does not handle it reads it.
pub(crate) async fn glass_broken(
    work: &Work,
    case: &case::Model,
    by: PersonId,
) -> Result<(), Fault> {
    let reader = contact(work.db(), by).await?;
    let reader = reader.map(|reader| reader.name).unwrap_or_default();
    let facts = json!({
        "confidential": case.need_to_know,
        "reference": case.reference,
        "reader": reader,
        "link": format!("/cases/{}/accesses", case.id),
    });
    let experts = read::experts_of(work.db(), case.id).await?;
    let mut people: Vec<PersonId> = experts.iter().map(|expert| expert.person_id).collect();
    people.extend(case.lead_id);
    people.sort_unstable();
    people.dedup();
    for person in people.into_iter().filter(|person| *person != by) {
        to_person(work, "consultations/glass_broken", person, facts.clone()).await?;
    }
    Ok(())
}

/// To the person: how are you, some months after.
pub(crate) async fn follow_up(
    work: &Work,
    case: &case::Model,
    row: &follow_up::Model,
    asked: Option<&Secret>,
) -> Result<(), Fault> {
    let facts = json!({
        "reference": case.reference,
        "months": row.months,
        "link": link(case, asked),
    });
    to_person(work, "consultations/follow_up", case.person_id, facts).await
}

/// To the person, after a meeting: how was it.
pub(crate) async fn satisfaction(
    work: &Work,
    case: &case::Model,
    asked: &Secret,
) -> Result<(), Fault> {
    let facts = json!({ "reference": case.reference, "link": link(case, Some(asked)) });
    to_person(work, "consultations/satisfaction", case.person_id, facts).await
}

/// Where they answer; without a link of their own, their page of the case.
fn link(case: &case::Model, asked: Option<&Secret>) -> String {
    match asked {
        Some(secret) => format!("/answers/{}", secret.reveal()),
        None => format!("/consultations/{}", case.id),
    }
}

async fn to_person(
    work: &Work,
    template: &'static str,
    person: PersonId,
    facts: Value,
) -> Result<(), Fault> {
    match contact(work.db(), person).await? {
        Some(who) => to(work, template, &who, facts).await,
        None => Ok(()),
    }
}

/// To somebody, if they have an address.
async fn to(
    work: &Work,
    template: &'static str,
    who: &Contact,
    mut facts: Value,
) -> Result<(), Fault> {
    let Some(email) = who.email.clone() else {
        return Ok(());
    };
    facts["name"] = who.name.clone().into();
    let letter = Letter {
        template,
        email,
        person: Some(who.person),
        lang: who.lang,
        facts,
    };
    mail::post(work, letter);
    Ok(())
}
