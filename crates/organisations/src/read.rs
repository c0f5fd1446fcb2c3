//! Questions about organisations and categories.

mod agencies;
mod alike;
mod applications;
mod categories;
mod invitations;
mod organisations;
mod registrations;
mod renewal;

pub use agencies::{AgencyFilter, agencies, agency, agency_names};
pub use alike::{Alike, alike, of_number};
pub use applications::{
    Application, LISTED, application, applications, applications_for, applications_of,
    by_reference, details, has_open, paper, waiting,
};
pub use categories::{Categories, categories};
pub use invitations::{Invited, invitation, invitations};
pub use organisations::{
    Listed, Organisation, Side, find_all_organisations, find_organisations, organisation,
    representatives, side,
};
pub use registrations::{
    Granted, count_valid, ending, ends_before, granted, is_prolonged, registrations_of, term_on,
    term_until, terms,
};

pub use renewal::to_renew;

use registrations::in_force;

use std::collections::HashMap;

use chrono::NaiveDate;
use kernel::{Actor, Fault, PersonId};
use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::{
    entity::{OrganisationId, organisation as table, registration, representative},
    rules::Category,
};

/// An organisation that a person may act for.
#[derive(Clone, Debug, Serialize)]
pub struct Represented {
    /// Which.
    pub id: OrganisationId,
    /// What it is called.
    pub name: String,
    /// By which category it books and pays on the day that was asked for.
    pub category: Category,
}

/// By which category someone books and pays on this day: the organisation's when they act for one,
/// else the person's own. Whether the person may act for it is asked with [`represented`].
pub async fn category(
    db: &impl ConnectionTrait,
    person: PersonId,
    organisation: Option<OrganisationId>,
    on: NaiveDate,
) -> Result<Category, Fault> {
    let rows = match organisation {
        None => registration::Entity::of_person(person).all(db).await?,
        Some(id) => return category_of(db, id, on).await,
    };
    Ok(in_force(&rows, on))
}

/// By which category an organisation books and pays on this day, whoever acts for it.
pub async fn category_of(
    db: &impl ConnectionTrait,
    id: OrganisationId,
    on: NaiveDate,
) -> Result<Category, Fault> {
    let one = current(db, id).await?.into_iter().map(|one| one.id);
    let rows = registration::Entity::of_organisations(one.collect());
    Ok(in_force(&rows.all(db).await?, on))
}

/// The organisation that an identifier means today, with all that were merged into it: what any of
/// them has booked, let go unpaid or owes counts for all.
pub async fn all_of(
    db: &impl ConnectionTrait,
    id: OrganisationId,
) -> Result<Vec<OrganisationId>, Fault> {
    let Some(one) = current(db, id).await? else {
        return Ok(vec![id]);
    };
    let all = table::Entity::find().filter(table::Entity::is_or_was(one.id));
    Ok(all.all(db).await?.into_iter().map(|one| one.id).collect())
}

/// The organisation that an identifier means today: the one it was merged into, or itself.
pub async fn current(
    db: &impl ConnectionTrait,
    id: OrganisationId,
) -> Result<Option<table::Model>, Fault> {
    let found = table::Entity::find_by_id(id).one(db).await?;
    match found.as_ref().and_then(|one| one.merged_into) {
        Some(into) => Ok(table::Entity::find_by_id(into).one(db).await?),
        None => Ok(found),
    }
}

/// The organisations this person may act for, by name, with their categories on this day.
pub async fn represented(
    db: &impl ConnectionTrait,
    person: PersonId,
    on: NaiveDate,
) -> Result<Vec<Represented>, Fault> {
    let own: Vec<OrganisationId> = representative::Entity::find()
        .filter(representative::COLUMN.person_id.eq(person))
        .all(db)
        .await?
        .into_iter()
        .map(|row| row.organisation_id)
        .collect();
    if own.is_empty() {
        return Ok(Vec::new());
    }
    let mut found = table::Entity::living()
        .filter(table::COLUMN.id.is_in(own))
        .all(db)
        .await?;
    found.sort_by(|one, other| (&one.search_key, one.id).cmp(&(&other.search_key, other.id)));
    let ids = found.iter().map(|one| one.id).collect();
    let rows = registration::Entity::of_organisations(ids).all(db).await?;
    let of = |id| -> Vec<registration::Model> {
        let own = rows.iter().filter(|row| row.organisation_id == Some(id));
        own.cloned().collect()
    };
    Ok(found
        .into_iter()
        .map(|one| Represented {
            category: in_force(&of(one.id), on),
            id: one.id,
            name: one.name,
        })
        .collect())
}

/// What organisations are called; one that was merged is called as the one it was merged into.
pub async fn names(
    db: &impl ConnectionTrait,
    ids: Vec<OrganisationId>,
) -> Result<HashMap<OrganisationId, String>, Fault> {
    let asked = table::Entity::find()
        .filter(table::COLUMN.id.is_in(ids))
        .all(db)
        .await?;
    let merged = asked
        .iter()
        .filter_map(|one| one.merged_into)
        .collect::<Vec<_>>();
    let into: HashMap<OrganisationId, String> = table::Entity::find()
        .filter(table::COLUMN.id.is_in(merged))
        .all(db)
        .await?
        .into_iter()
        .map(|one| (one.id, one.name))
        .collect();
    Ok(asked
        .into_iter()
        .map(|one| {
            let called = one.merged_into.and_then(|id| into.get(&id).cloned());
            (one.id, called.unwrap_or(one.name))
        })
        .collect())
}

/// Whether a person may act for an organisation, or for one that was merged into it.
pub async fn represents(
    db: &impl ConnectionTrait,
    person: PersonId,
    id: OrganisationId,
) -> Result<bool, Fault> {
    let Some(one) = current(db, id).await? else {
        return Ok(false);
    };
    let row = representative::Entity::find_by_id((one.id, person))
        .one(db)
        .await?;
    Ok(row.is_some())
}

/// Whether the actor may act for an organisation.
pub async fn acts_for(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: OrganisationId,
) -> Result<bool, Fault> {
    match actor.person {
        Some(person) => represents(db, person, id).await,
        None => Ok(false),
    }
}
