//! What stands against making one person of two, before anybody presses a button.

use kernel::{Actor, Fault, PersonId, Role};
use sea_orm::{QuerySelect, entity::prelude::*};

use crate::{
    entity::{account, person, person_role},
    refused::Unmerged,
    rules::{Side, may_merge},
};

/// Why `double` is not merged into `into` by this actor; none when nothing of these two people
/// stands against it.
pub async fn unmerged(
    db: &impl ConnectionTrait,
    actor: &Actor,
    double: PersonId,
    into: PersonId,
) -> Result<Option<Unmerged>, Fault> {
    let (Some(double), Some(into)) = (side(db, double).await?, side(db, into).await?) else {
        return Ok(Some(Unmerged::Nobody));
    };
    Ok(may_merge(actor, double, into).err())
}

async fn side(db: &impl ConnectionTrait, id: PersonId) -> Result<Option<Side>, Fault> {
    let Some(row) = person::Entity::find_by_id(id).one(db).await? else {
        return Ok(None);
    };
    let accounts = account::Entity::find().filter(account::COLUMN.person_id.eq(id));
    let codes: Vec<String> = person_role::Entity::find()
        .select_only()
        .column(person_role::Column::Role)
        .filter(person_role::COLUMN.person_id.eq(id))
        .into_tuple()
        .all(db)
        .await?;
    Ok(Some(Side {
        person: id,
        present: row.erased_at.is_none() && row.merged_into.is_none(),
        account: accounts.one(db).await?.is_some(),
        roles: codes.iter().filter_map(|code| Role::parse(code)).collect(),
    }))
}
