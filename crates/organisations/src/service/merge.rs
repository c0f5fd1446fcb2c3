//! Merging doubles: one organisation becomes a part of another.

use kernel::{Failed, Fault, Work, events::Event};
use sea_orm::{ActiveValue::Set, QueryOrder, QuerySelect, entity::prelude::*, sea_query::Expr};

use crate::{
    Refused,
    entity::{OrganisationId, application, organisation, representative},
    read,
};

/// Merges `double` into `into`: who acted for it, acts for the other; its applications are the
/// other's; whatever else names it stays as it is, and reads as the other.
///
/// The registrations of the double end with it: the other's own are in force.
pub async fn merge(
    work: &Work,
    double: OrganisationId,
    into: OrganisationId,
) -> Result<(), Failed<Refused>> {
    if !work.actor().roles.is_staff() {
        return Err(Refused::NotThere.into());
    }
    // Locked by id, so that two merges of the same pair wait for each other.
    let both = organisation::Entity::find()
        .filter(organisation::COLUMN.id.is_in([double, into]))
        .order_by_asc(organisation::COLUMN.id)
        .lock_exclusive()
        .all(work.db())
        .await?;
    let whole = both.len() == 2 && both.iter().all(|one| one.merged_into.is_none());
    let known = both
        .iter()
        .any(|one| one.id == into && one.registered_at.is_some());
    if !whole || !known {
        return Err(Refused::CannotMerge.into());
    }
    let open_in_both = read::has_open(work.db(), None, Some(double)).await?
        && read::has_open(work.db(), None, Some(into)).await?;
    if open_in_both {
        return Err(Refused::OpenAlready.into());
    }
    move_representatives(work, double, into).await?;
    application::Entity::update_many()
        .col_expr(application::Column::OrganisationId, Expr::value(into))
        .filter(application::COLUMN.organisation_id.eq(double))
        .exec(work.db())
        .await?;
    organisation::Entity::update_many()
        .col_expr(organisation::Column::MergedInto, Expr::value(into))
        .filter(organisation::Entity::is_or_was(double))
        .exec(work.db())
        .await?;
    work.record(Event::new("organisation.merged", double).with("into", into.to_string()));
    Ok(())
}

async fn move_representatives(
    work: &Work,
    double: OrganisationId,
    into: OrganisationId,
) -> Result<(), Fault> {
    let people = representative::Entity::find()
        .filter(representative::COLUMN.organisation_id.eq(double))
        .all(work.db())
        .await?;
    for row in people {
        if read::represents(work.db(), row.person_id, into).await? {
            continue;
        }
        representative::Entity::insert(representative::ActiveModel {
            organisation_id: Set(into),
            person_id: Set(row.person_id),
            since: Set(row.since),
        })
        .exec_without_returning(work.db())
        .await?;
    }
    representative::Entity::delete_many()
        .filter(representative::COLUMN.organisation_id.eq(double))
        .exec(work.db())
        .await?;
    Ok(())
}
