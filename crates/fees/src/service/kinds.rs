//! A ground of reduction ends.

use chrono::NaiveDate;
use kernel::{Failed, Work};
use sea_orm::{ActiveValue::Set, PaginatorTrait, QuerySelect, entity::prelude::*};

use super::gate;
use crate::{
    entity::{ReductionKindId, reduction_grant, reduction_kind, reduction_proposal},
    events,
    read::{self, Kind},
    refused::{Refused, What, Wrong},
    rules::{check_end, may_issue},
};

/// Ends a ground: `last` is the last day of use on which it applies. Reductions that were granted
/// stay. One that has not begun is withdrawn by a day before its first, as long as it was never
/// granted or proposed. Whoever issues such criteria ends them.
///
/// # Errors
/// [`Refused::Wrong`] when the day has passed or the ground ends no later anyway.
pub async fn end_kind(
    work: &Work,
    id: ReductionKindId,
    last: Option<NaiveDate>,
) -> Result<(), Failed<Refused>> {
    gate::one_by_one(work).await?;
    if work.locks_rows() {
        // Whoever grants holds the ground meanwhile, so that none is granted that is withdrawn.
        let locked = reduction_kind::Entity::find_by_id(id).lock_exclusive();
        locked.one(work.db()).await?;
    }
    let kind = read::kind(work.db(), id).await?;
    let kind = kind.ok_or(Refused::NoSuchKind)?;
    if !may_issue(work.actor(), kind.row.issued_by) {
        return Err(Refused::MayNot.into());
    }
    let ends = check_end(last, kind.valid_until, work.now().date());
    let last = ends.map_err(|wrong| Refused::Wrong(vec![wrong]))?;
    if last < kind.valid_from {
        return withdraw(work, &kind).await;
    }
    let row = reduction_kind::ActiveModel {
        id: Set(id),
        valid_until: Set(Some(last.to_string())),
        ..Default::default()
    };
    reduction_kind::Entity::update(row).exec(work.db()).await?;
    work.record(events::kind_ended(id, last));
    Ok(())
}

/// Takes a ground away that has not begun.
async fn withdraw(work: &Work, kind: &Kind) -> Result<(), Failed<Refused>> {
    let id = kind.row.id;
    let grants = reduction_grant::Entity::find().filter(reduction_grant::COLUMN.kind_id.eq(id));
    let proposals =
        reduction_proposal::Entity::find().filter(reduction_proposal::COLUMN.kind_id.eq(id));
    if grants.count(work.db()).await? + proposals.count(work.db()).await? > 0 {
        let wrong = Wrong::new("last", What::Granted(kind.valid_from));
        return Err(Refused::Wrong(vec![wrong]).into());
    }
    let gone = reduction_kind::Entity::delete_by_id(id);
    gone.exec(work.db()).await?;
    work.record(events::kind_withdrawn(id));
    Ok(())
}
