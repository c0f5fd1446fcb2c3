//! Registrations: what they grant, when they end.

use chrono::NaiveDate;
use kernel::{Fault, PersonId};
use sea_orm::{PaginatorTrait, QueryOrder, QuerySelect, entity::prelude::*};
use serde::Serialize;

use super::current;
use crate::{
    entity::{ApplicationId, OrganisationId, RegistrationId, registration, registration_term},
    rules::{Category, Registered, last_day},
};

/// The category that the rows of one person or organisation grant on this day.
pub(super) fn in_force(rows: &[registration::Model], on: NaiveDate) -> Category {
    rows.iter()
        .filter_map(registered)
        .find_map(|row| row.on(on))
        .unwrap_or(Category::UNREVIEWED)
}

/// A row as rules see it; none when its dates cannot be read.
fn registered(row: &registration::Model) -> Option<Registered> {
    Some(Registered {
        category: Category {
            locality: row.locality,
            party: row.party,
            stage: row.stage,
        },
        founded_on: row.founded_on.as_deref().and_then(|day| day.parse().ok()),
        from: row.valid_from.parse().ok()?,
        until: row.valid_until.parse().ok()?,
    })
}

/// A registration as it was granted.
#[derive(Clone, Debug, Serialize)]
pub struct Granted {
    /// The category.
    #[serde(flatten)]
    pub category: Category,
    /// The first day.
    pub from: String,
    /// The last day.
    pub until: String,
}

impl Granted {
    /// Whether this day lies in its term.
    pub fn covers(&self, day: NaiveDate) -> bool {
        let day = day.to_string();
        self.from <= day && day <= self.until
    }

    pub(super) fn of(row: &registration::Model) -> Self {
        Self {
            category: Category {
                locality: row.locality,
                party: row.party,
                stage: row.stage,
            },
            from: row.valid_from.clone(),
            until: row.valid_until.clone(),
        }
    }
}

/// What an application has granted, if it was approved.
pub async fn granted(
    db: &impl ConnectionTrait,
    application: ApplicationId,
) -> Result<Option<Granted>, Fault> {
    let row = registration::Entity::find()
        .filter(registration::COLUMN.application_id.eq(application))
        .one(db)
        .await?;
    Ok(row.as_ref().map(Granted::of))
}

/// A person's own registrations, the newest first.
pub async fn registrations_of(
    db: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Vec<Granted>, Fault> {
    let rows = registration::Entity::of_person(person).all(db).await?;
    Ok(rows.iter().map(Granted::of).collect())
}

/// The last day of what is in force today for a person or an organisation, when nothing follows it
/// up to that other day: from then on they are nobody in particular.
pub async fn ends_before(
    db: &impl ConnectionTrait,
    person: PersonId,
    organisation: Option<OrganisationId>,
    [today, on]: [NaiveDate; 2],
) -> Result<Option<NaiveDate>, Fault> {
    let rows = match organisation {
        None => registration::Entity::of_person(person),
        Some(id) => {
            let one = current(db, id).await?.into_iter().map(|one| one.id);
            registration::Entity::of_organisations(one.collect())
        }
    };
    let rows = rows.all(db).await?;
    let granted: Vec<Granted> = rows.iter().map(Granted::of).collect();
    if granted.iter().any(|row| row.covers(on)) {
        return Ok(None);
    }
    let own = granted.iter().filter(|row| row.covers(today));
    Ok(own.filter_map(|row| row.until.parse().ok()).max())
}

/// All terms of registrations, the newest first.
pub async fn terms(db: &impl ConnectionTrait) -> Result<Vec<registration_term::Model>, Fault> {
    let rows =
        registration_term::Entity::find().order_by_desc(registration_term::COLUMN.valid_from);
    Ok(rows.all(db).await?)
}

/// So many registrations are valid on a day.
pub async fn count_valid(db: &impl ConnectionTrait, on: &str) -> Result<u64, Fault> {
    Ok(registration::Entity::find()
        .filter(registration::COLUMN.valid_from.lte(on))
        .filter(registration::COLUMN.valid_until.gte(on))
        .count(db)
        .await?)
}

/// The term of registrations in force on a day; none before anybody has said so.
pub async fn term_on(
    db: &impl ConnectionTrait,
    on: NaiveDate,
) -> Result<Option<registration_term::Model>, Fault> {
    Ok(registration_term::Entity::find()
        .filter(registration_term::COLUMN.valid_from.lte(on.to_string()))
        .order_by_desc(registration_term::COLUMN.valid_from)
        .one(db)
        .await?)
}

/// The last day of a registration that begins on this day, by the term in force then.
pub async fn term_until(
    db: &impl ConnectionTrait,
    from: NaiveDate,
) -> Result<Option<NaiveDate>, Fault> {
    let term = term_on(db, from).await?;
    Ok(term.and_then(|row| Some(last_day(from, u32::try_from(row.months).ok()?))))
}

/// The registrations that end between these days, both included, the next first.
pub async fn ending(
    db: &impl ConnectionTrait,
    from: NaiveDate,
    until: NaiveDate,
) -> Result<Vec<RegistrationId>, Fault> {
    Ok(registration::Entity::find()
        .select_only()
        .column(registration::Column::Id)
        .filter(registration::COLUMN.valid_until.gte(from.to_string()))
        .filter(registration::COLUMN.valid_until.lte(until.to_string()))
        .order_by_asc(registration::COLUMN.valid_until)
        .into_tuple()
        .all(db)
        .await?)
}

/// Whether another registration of the same person or organisation ends later.
pub async fn is_prolonged(
    db: &impl ConnectionTrait,
    row: &registration::Model,
) -> Result<bool, Fault> {
    let all = match (row.organisation_id, row.person_id) {
        (Some(id), _) => registration::Entity::of_organisations(vec![id]),
        (None, Some(person)) => registration::Entity::of_person(person),
        (None, None) => return Ok(false),
    };
    let later = all
        .filter(registration::COLUMN.valid_until.gt(row.valid_until.clone()))
        .one(db)
        .await?;
    Ok(later.is_some())
}
