//! The letters of this crate. Each has its folder under `templates/letters/organisations/`.

use kernel::{Fault, PersonId, Secret, Work};
use mail::Letter;
use serde_json::{Value, json};
use views::Lang;

use crate::{
    entity::{
        application::{self, State},
        registration,
    },
    read,
    rules::INVITATION_LASTS,
};

/// To the applicant: reception has the application.
pub(crate) async fn received(work: &Work, made: &application::Model) -> Result<(), Fault> {
    let facts = facts(made)?;
    to_person(work, "organisations/received", made.person_id, facts).await
}

/// To the applicant: what reception answered, and what can be done now.
pub(crate) async fn answered(work: &Work, made: &application::Model) -> Result<(), Fault> {
    let template = match made.state {
        State::Approved => "organisations/approved",
        State::Returned => "organisations/returned",
        State::Refused => "organisations/refused",
        State::Submitted | State::Withdrawn => return Ok(()),
    };
    let mut facts = facts(made)?;
    facts["answer"] = made.answer.clone().into();
    if made.state == State::Approved {
        let granted = read::granted(work.db(), made.id).await?;
        facts["granted"] = json!(granted);
    }
    to_person(work, template, made.person_id, facts).await
}

/// To those whom a registration concerns: it ends, and how it is renewed.
pub(crate) async fn ending(
    work: &Work,
    row: &registration::Model,
    people: &[PersonId],
) -> Result<(), Fault> {
    let called = match row.organisation_id {
        Some(id) => read::names(work.db(), vec![id]).await?.remove(&id),
        None => None,
    };
    for person in people {
        let facts = json!({
            "called": called,
            "until": row.valid_until,
            "renew": row.organisation_id.map_or_else(|| "me".to_owned(), |id| id.to_string()),
        });
        to_person(work, "organisations/ending", *person, facts).await?;
    }
    Ok(())
}

/// To an address that is invited to act for an organisation. Nobody's マイページ holds it: only the
/// letter proves that it was read.
pub(crate) fn invited(work: &Work, called: &str, email: &str, lang: Lang, secret: &Secret) {
    let letter = Letter {
        template: "organisations/invited",
        email: email.to_owned(),
        person: None,
        lang,
        facts: json!({
            "called": called,
            "token": secret.reveal(),
            "days": INVITATION_LASTS.num_days(),
        }),
    };
    mail::post(work, letter);
}

/// To someone who may act for an organisation from now on, or no longer.
pub(crate) async fn represents(
    work: &Work,
    template: &'static str,
    called: &str,
    person: PersonId,
) -> Result<(), Fault> {
    to_person(work, template, person, json!({ "called": called })).await
}

fn facts(made: &application::Model) -> Result<Value, Fault> {
    let called = match made.organisation_id {
        Some(_) => Some(read::details(made)?.name),
        None => None,
    };
    Ok(json!({
        "id": made.id,
        "reference": made.reference,
        "called": called,
        "locality": made.locality,
        "party": made.party,
        "stage": made.stage,
    }))
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
