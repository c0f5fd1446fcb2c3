//! The reasons for which the centre uses its spaces: the manager keeps their words.

use chrono::NaiveDate;
use kernel::{Failed, Work, events::Event};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::super::gate;
use crate::{
    entity::{OwnUseReasonId, own_use_reason},
    read,
    refused::{Refused, Unowned, Unruled},
    rules::{may_manage, own_uses::ReasonDraft},
};

/// Adds a reason that can be given for uses from a day on.
///
/// # Errors
/// Everything that is wrong with it at once.
pub async fn add_reason(
    work: &Work,
    draft: &ReasonDraft,
) -> Result<OwnUseReasonId, Failed<Refused>> {
    if !may_manage(work.actor()) {
        return Err(Refused::Ruled(Unruled::MayNotClose).into());
    }
    // Two who add the same come one after the other.
    gate::shut(work).await?;
    let known = read::own_use_reasons(work.db()).await?;
    let open = known.iter().filter(|one| one.valid_until.is_none());
    let allowed = draft.allowed(open.map(|one| one.name.as_str()));
    let (name, from) = allowed.map_err(Refused::Own)?;
    let id: OwnUseReasonId = work.new_id();
    own_use_reason::Entity::insert(own_use_reason::ActiveModel {
        id: Set(id),
        name: Set(name.to_owned()),
        valid_from: Set(from.to_string()),
        valid_until: Set(None),
        made_by: Set(work.actor().person),
        made_at: Set(work.now()),
    })
    .exec_without_returning(work.db())
    .await?;
    let event = Event::new("own_use_reason.added", id);
    work.record(event.with("valid_from", from.to_string()));
    Ok(id)
}

/// Ends a reason: after this day it is given for no use. Where it was given it stays.
///
/// # Errors
/// [`Unowned::ReasonEnded`] when it was ended already.
pub async fn end_reason(
    work: &Work,
    id: OwnUseReasonId,
    last: Option<NaiveDate>,
) -> Result<(), Failed<Refused>> {
    if !may_manage(work.actor()) {
        return Err(Refused::Ruled(Unruled::MayNotClose).into());
    }
    gate::shut(work).await?;
    let Some(last) = last else {
        return Err(Refused::Own(vec![Unowned::NoSuchDate("last")]).into());
    };
    let ended = own_use_reason::Entity::update_many()
        .col_expr(
            own_use_reason::Column::ValidUntil,
            Expr::value(Some(last.to_string())),
        )
        .filter(own_use_reason::COLUMN.id.eq(id))
        .filter(own_use_reason::COLUMN.valid_until.is_null())
        .exec(work.db())
        .await?;
    if ended.rows_affected == 0 {
        return Err(Refused::Own(vec![Unowned::ReasonEnded]).into());
    }
    let event = Event::new("own_use_reason.ended", id);
    work.record(event.with("last", last.to_string()));
    Ok(())
}
