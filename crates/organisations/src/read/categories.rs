//! The categories of many at once, for figures and lists.

use std::collections::HashMap;

use chrono::NaiveDate;
use kernel::{Fault, PersonId};
use sea_orm::entity::prelude::*;

use super::registrations::in_force;
use crate::{
    entity::{OrganisationId, organisation as table, registration},
    rules::Category,
};

/// Databases take some thousand values in one question.
const AT_ONCE: usize = 1_000;

/// Everything that was granted to some people and organisations.
#[derive(Clone, Debug, Default)]
pub struct Categories {
    people: HashMap<PersonId, Vec<registration::Model>>,
    organisations: HashMap<OrganisationId, Vec<registration::Model>>,
    /// Into which one those were merged that were doubles.
    merged: HashMap<OrganisationId, OrganisationId>,
}

impl Categories {
    /// By which category someone books and pays on a day: as [`super::category`] tells it for one.
    pub fn on(
        &self,
        person: PersonId,
        organisation: Option<OrganisationId>,
        day: NaiveDate,
    ) -> Category {
        let rows = match organisation {
            None => self.people.get(&person),
            Some(id) => self.organisations.get(self.merged.get(&id).unwrap_or(&id)),
        };
        rows.map_or(Category::UNREVIEWED, |rows| in_force(rows, day))
    }
}

/// Reads them for these people themselves, and for these organisations.
pub async fn categories(
    db: &impl ConnectionTrait,
    mut people: Vec<PersonId>,
    mut organisations: Vec<OrganisationId>,
) -> Result<Categories, Fault> {
    people.sort_unstable();
    people.dedup();
    organisations.sort_unstable();
    organisations.dedup();
    let mut all = Categories::default();
    for some in organisations.chunks(AT_ONCE) {
        let merged = table::Entity::find()
            .filter(table::COLUMN.id.is_in(some.to_vec()))
            .filter(table::COLUMN.merged_into.is_not_null())
            .all(db)
            .await?;
        let into = |one: table::Model| Some((one.id, one.merged_into?));
        all.merged.extend(merged.into_iter().filter_map(into));
    }
    organisations.extend(all.merged.values().copied());
    for some in organisations.chunks(AT_ONCE) {
        let rows = registration::Entity::of_organisations(some.to_vec());
        for row in rows.all(db).await? {
            if let Some(id) = row.organisation_id {
                all.organisations.entry(id).or_default().push(row);
            }
        }
    }
    for some in people.chunks(AT_ONCE) {
        let rows = registration::Entity::of_people(some.to_vec());
        for row in rows.all(db).await? {
            if let Some(id) = row.person_id {
                all.people.entry(id).or_default().push(row);
            }
        }
    }
    Ok(all)
}
