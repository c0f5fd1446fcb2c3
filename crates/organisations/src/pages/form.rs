//! The form of an application: what was typed, and what there is to choose from.

use kernel::{Fault, PersonId};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use web::{Error, Page, Typed};

use crate::{
    entity::{ApplicationId, OrganisationId, category::Party},
    read,
    rules::{Category, Details, Draft, localities, stages},
};

/// Every field, for the page that asks whether it is right.
const FIELDS: [&str; 17] = [
    "as",
    "for",
    "renew",
    "application",
    "version",
    "name",
    "kana",
    "corporate_number",
    "registration_number",
    "postal_code",
    "address",
    "telephone",
    "founded_on",
    "workplace",
    "locality",
    "stage",
    "words",
];

/// For whom the form is, and what it is about.
pub(super) struct Subject {
    /// Who applies.
    pub(super) person: PersonId,
    /// Their name, when staff types the form for them.
    pub(super) on_behalf: Option<String>,
    /// The organisation that is renewed.
    pub(super) organisation: Option<OrganisationId>,
    /// The application that is mended.
    pub(super) mends: Option<(ApplicationId, i32)>,
}

impl Subject {
    /// Of what was typed; what cannot be is as if it were not there.
    pub(super) async fn of(page: &Page, typed: &Typed) -> Result<Self, Error> {
        let viewer = page.person()?;
        let db = page.app.db.reader();
        let (person, on_behalf) = match typed.text("for") {
            "" => (viewer.person, None),
            other => {
                page.staff()?;
                let other = other.parse().map_err(|_error| Error::not_found())?;
                let who = accounts::read::contact(db, other).await?;
                let who = who.ok_or_else(Error::not_found)?;
                (who.person, Some(who.name))
            }
        };
        let organisation = match typed.text("renew") {
            "" | "me" => None,
            id => {
                let id = id.parse().map_err(|_error| Error::not_found())?;
                let acts = read::represents(db, person, id).await?;
                Some(acts.then_some(id).ok_or_else(Error::not_found)?)
            }
        };
        let mends = match typed.text("application") {
            "" => None,
            id => {
                let id = id.parse().map_err(|_error| Error::not_found())?;
                let version = typed.text("version").parse().unwrap_or_default();
                Some((id, version))
            }
        };
        Ok(Self {
            person,
            on_behalf,
            organisation,
            mends,
        })
    }
}

/// A word of a form as the choice it names.
pub(super) fn choice<T: DeserializeOwned>(code: &str) -> Option<T> {
    serde_json::from_value(code.into()).ok()
}

/// A choice as forms name it.
pub(super) fn code(choice: impl Serialize) -> String {
    let value = serde_json::to_value(choice).unwrap_or_default();
    value.as_str().unwrap_or_default().to_owned()
}

/// What was typed.
pub(super) fn draft(typed: &Typed) -> Draft {
    let text = |name| typed.text(name).to_owned();
    Draft {
        party: choice(typed.text("as")),
        locality: choice(typed.text("locality")),
        stage: choice(typed.text("stage")),
        name: text("name"),
        kana: text("kana"),
        corporate_number: text("corporate_number"),
        registration_number: text("registration_number"),
        postal_code: text("postal_code"),
        address: text("address"),
        telephone: text("telephone"),
        founded_on: text("founded_on"),
        workplace: text("workplace"),
        words: text("words"),
    }
}

/// The form as an application that says this would fill it.
pub(super) fn filled(details: &Details, category: Category) -> Typed {
    let option = |text: &Option<String>| text.clone().unwrap_or_default();
    let founded = details.founded_on.map(|day| day.to_string());
    Typed::default()
        .or("as", &code(category.party))
        .or("locality", &code(category.locality))
        .or("stage", &code(category.stage))
        .or("name", &details.name)
        .or("kana", &details.kana)
        .or("corporate_number", &option(&details.corporate_number))
        .or("registration_number", &option(&details.registration_number))
        .or("postal_code", &details.postal_code)
        .or("address", &details.address)
        .or("telephone", &details.telephone)
        .or("founded_on", &founded.unwrap_or_default())
        .or("workplace", &details.workplace)
}

/// What the pages of the form are given beside what was typed.
pub(super) async fn facts(page: &Page, subject: &Subject, typed: &Typed) -> Result<Value, Fault> {
    let party: Option<Party> = choice(typed.text("as"));
    let who = accounts::read::contact(page.app.db.reader(), subject.person).await?;
    let papers = match subject.mends {
        Some((id, _)) => {
            let db = page.app.db.reader();
            let known = read::application(db, &page.actor(), id).await?;
            known.map(|one| one.papers).unwrap_or_default()
        }
        None => Vec::new(),
    };
    Ok(json!({
        "party": party,
        "localities": party.map(localities),
        "stages": party.map(stages),
        "applicant": who.map(|who| who.name),
        "on_behalf": subject.on_behalf,
        "renews": !typed.text("renew").is_empty(),
        "mends": subject.mends.map(|(id, _)| id),
        "papers": papers,
        "kept": kept(typed),
    }))
}

/// Every field with what was typed, to be sent again.
fn kept(typed: &Typed) -> Vec<Value> {
    let field = |name: &&str| json!({ "name": name, "value": typed.raw(name) });
    let typed_in = |name: &&&str| !typed.raw(name).is_empty();
    FIELDS.iter().filter(typed_in).map(field).collect()
}
