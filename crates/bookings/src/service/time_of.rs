//! A person's time is scarce too.

use kernel::{Fault, PersonId, Work};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use crate::entity::{ResourceId, person_resource, resource};

/// A person's time as the ledger knows it; made when it is first asked for.
///
/// Whoever advises and also lectures has one calendar.
pub async fn time_of(work: &Work, person: PersonId, label: &str) -> Result<ResourceId, Fault> {
    let known = person_resource::Entity::find_by_id(person)
        .one(work.db())
        .await?;
    if let Some(known) = known {
        return Ok(known.resource_id);
    }
    let id: ResourceId = work.new_id();
    resource::Entity::insert(resource::ActiveModel {
        id: Set(id),
        label: Set(label.to_owned()),
    })
    .exec_without_returning(work.db())
    .await?;
    person_resource::Entity::insert(person_resource::ActiveModel {
        person_id: Set(person),
        resource_id: Set(id),
    })
    .exec_without_returning(work.db())
    .await?;
    Ok(id)
}
