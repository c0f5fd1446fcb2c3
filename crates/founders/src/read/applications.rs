//! Applications, each with who made it and the certificate it led to.

use std::collections::HashMap;

use accounts::read::{Contact, contacts};
use kernel::{Fault, PersonId};
use sea_orm::{QueryOrder, entity::prelude::*};

use crate::entity::{
    ApplicationId,
    application::{self, OPEN},
    certificate,
};

/// One application.
#[derive(Clone, Debug)]
pub struct Listed {
    /// As it stands.
    pub row: application::Model,
    /// Who applied.
    pub who: Option<Contact>,
    /// The certificate, once there is one.
    pub certificate: Option<certificate::Model>,
}

/// Every application, the latest first; for the ward those that were with it.
pub async fn applications(
    db: &impl ConnectionTrait,
    forwarded: bool,
) -> Result<Vec<Listed>, Fault> {
    let mut rows = application::Entity::find();
    if forwarded {
        rows = rows.filter(application::COLUMN.forwarded_at.is_not_null());
    }
    let rows = rows
        .order_by_desc(application::COLUMN.asked_at)
        .order_by_desc(application::COLUMN.id);
    listed(db, rows.all(db).await?).await
}

/// One application.
pub async fn application(
    db: &impl ConnectionTrait,
    id: ApplicationId,
) -> Result<Option<Listed>, Fault> {
    let rows = application::Entity::find_by_id(id).all(db).await?;
    Ok(listed(db, rows).await?.pop())
}

/// Somebody's own applications, the latest first.
pub async fn of_person(db: &impl ConnectionTrait, person: PersonId) -> Result<Vec<Listed>, Fault> {
    let rows = application::Entity::find()
        .filter(application::COLUMN.person_id.eq(person))
        .order_by_desc(application::COLUMN.asked_at)
        .order_by_desc(application::COLUMN.id);
    listed(db, rows.all(db).await?).await
}

/// Whether somebody has an application that is not over.
pub async fn has_open(db: &impl ConnectionTrait, person: PersonId) -> Result<bool, Fault> {
    let open = application::Entity::open_of(person).one(db).await?;
    Ok(open.is_some())
}

/// The latest certificate of somebody.
pub async fn latest_of(
    db: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Option<certificate::Model>, Fault> {
    let rows = certificate::Entity::find()
        .filter(certificate::COLUMN.person_id.eq(person))
        .order_by_desc(certificate::COLUMN.issued_at)
        .order_by_desc(certificate::COLUMN.id);
    Ok(rows.one(db).await?)
}

/// The certificate that an application led to.
pub async fn certificate_of(
    db: &impl ConnectionTrait,
    id: ApplicationId,
) -> Result<Option<certificate::Model>, Fault> {
    let rows = certificate::Entity::find().filter(certificate::COLUMN.application_id.eq(id));
    Ok(rows.one(db).await?)
}

async fn listed(
    db: &impl ConnectionTrait,
    rows: Vec<application::Model>,
) -> Result<Vec<Listed>, Fault> {
    let mut people: HashMap<PersonId, Contact> = HashMap::new();
    let mut papers: HashMap<ApplicationId, certificate::Model> = HashMap::new();
    for some in rows.chunks(500) {
        let own: Vec<PersonId> = some.iter().map(|row| row.person_id).collect();
        for who in contacts(db, own).await? {
            people.insert(who.person, who);
        }
        let ids = some
            .iter()
            .filter(|row| !OPEN.contains(&row.state.as_str()))
            .map(|row| row.id);
        let found = certificate::Entity::find()
            .filter(certificate::COLUMN.application_id.is_in(ids))
            .all(db)
            .await?;
        papers.extend(found.into_iter().map(|one| (one.application_id, one)));
    }
    let one = |row: application::Model| Listed {
        who: people.get(&row.person_id).cloned(),
        certificate: papers.remove(&row.id),
        row,
    };
    Ok(rows.into_iter().map(one).collect())
}
