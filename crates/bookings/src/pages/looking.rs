//! Who looks at what is free, as the rules of booking see them.

use kernel::{Fault, PersonId};
use serde::Serialize;
use serde_json::{Value, json};
use web::{Error, Page, Typed};

use crate::{
    entity::booking::Party,
    read::{self, Catalogue},
    rules::{Booker, Terms},
};

/// How a link says that somebody looks for themselves.
const SELF: &str = "self";

/// Whoever looks: for whom they would book, and as the rules of booking see them.
pub(super) struct Looking {
    pub(super) party: Option<Party>,
    pub(super) booker: Booker,
    pub(super) standings: Vec<StandingFacts>,
}

/// One way of looking, as the page offers it: for oneself, or for an organisation.
#[derive(Serialize)]
pub(super) struct StandingFacts {
    value: String,
    /// None for oneself.
    name: Option<String>,
    chosen: bool,
}

impl Looking {
    /// The standing as a link carries it along.
    pub(super) fn query(&self) -> String {
        let own = self.party.and_then(|party| party.organisation);
        own.map_or_else(String::new, |id| format!("&organisation={id}"))
    }
}

/// The viewer, or the person for whom staff looks.
pub(super) fn whose(page: &Page, typed: &Typed) -> Option<PersonId> {
    let actor = page.actor();
    let guest = typed.text("for").parse().ok();
    let guest = guest.filter(|_| actor.roles.is_staff());
    guest.or(actor.person)
}

/// Whoever would book, and in which standing. Where rules tell categories apart, whoever represents an
/// organisation looks as its representative unless they say otherwise: its days open earlier.
pub(super) async fn looking(
    page: &Page,
    catalogue: &Catalogue,
    typed: &Typed,
) -> Result<Looking, Fault> {
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let mut own = Vec::new();
    let mut party = whose(page, typed).map(|person| Party {
        person,
        organisation: None,
    });
    if let Some(party) = &mut party
        && Terms::tell_categories_apart(&catalogue.rules)
    {
        own = organisations::read::represented(db, party.person, now.date()).await?;
        let asked = typed.text("organisation");
        let named = own.iter().find(|one| one.id.to_string() == asked);
        let usual = own.first().filter(|_| asked != SELF);
        party.organisation = named.or(usual).map(|one| one.id);
    }
    let chosen = party.and_then(|party| party.organisation);
    let one = |value, name, chosen| StandingFacts {
        value,
        name,
        chosen,
    };
    let mut standings: Vec<StandingFacts> = own
        .into_iter()
        .map(|own| one(own.id.to_string(), Some(own.name), chosen == Some(own.id)))
        .collect();
    if !standings.is_empty() {
        standings.insert(0, one(SELF.to_owned(), None, chosen.is_none()));
    }
    Ok(Looking {
        booker: read::looking(db, &catalogue.rules, party, now).await?,
        party,
        standings,
    })
}

/// The query of this address without one of its parts, for links that change only that part.
pub(super) fn keep(page: &Page, left_out: &str) -> String {
    let here = page.here();
    let query = here.split_once('?').map_or("", |(_, query)| query);
    query
        .split('&')
        .filter(|pair| !pair.is_empty() && pair.split('=').next() != Some(left_out))
        .flat_map(|pair| ["&", pair])
        .collect()
}

/// The person at the counter for whom staff looks; nobody else may name one.
pub(super) async fn guest(page: &Page, id: &str) -> Result<Value, Error> {
    if id.is_empty() || !page.actor().roles.is_staff() {
        return Ok(Value::Null);
    }
    let person = id.parse().map_err(|_error| Error::not_found())?;
    let who = accounts::read::contact(page.app.db.reader(), person).await?;
    let who = who.ok_or_else(Error::not_found)?;
    Ok(json!({ "id": who.person, "name": who.name, "kana": who.kana }))
}
