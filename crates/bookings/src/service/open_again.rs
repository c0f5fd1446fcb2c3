//! Opening again what was closed.

use chrono::{NaiveDate, TimeDelta};
use kernel::{Failed, Work};
use sea_orm::entity::prelude::*;

use super::{gate, waiting};
use crate::{
    entity::{ClosureId, closure},
    events, read,
    refused::{Refused, Unclosable, Unruled},
    rules::{closing::FURTHEST, may_manage},
};

/// Ends a closure: from this date on it closes nothing. What was called off stays so.
pub async fn open_again(
    work: &Work,
    id: ClosureId,
    from: NaiveDate,
) -> Result<(), Failed<Refused>> {
    if !may_manage(work.actor()) {
        return Err(Refused::Ruled(Unruled::MayNotClose).into());
    }
    gate::shut(work).await?;
    let closing = read::closing(work.db(), id).await?;
    let closing = closing.ok_or(Failed::Refused(Refused::NoSuchClosure))?;
    let today = work.now().date();
    if from < today {
        return Err(Refused::Unclosable(vec![Unclosable::OpensInThePast(today)]).into());
    }
    let furthest = today + TimeDelta::days(FURTHEST);
    if from > furthest {
        return Err(Refused::Unclosable(vec![Unclosable::TooFar("from", furthest)]).into());
    }
    if closing.rule.last().is_some_and(|last| last < from) {
        return Err(Refused::EndsNoEarlier.into());
    }
    closure::Entity::update_many()
        .col_expr(
            closure::Column::ValidUntil,
            Expr::value(from.pred_opt().map(|last| last.to_string())),
        )
        .filter(closure::COLUMN.id.eq(id))
        .exec(work.db())
        .await?;
    work.record(events::opened_again(id, from));
    waiting::settle_all(work).await?;
    Ok(())
}
