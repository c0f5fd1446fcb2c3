//! Putting right what an own use is said to be for.

use kernel::{Failed, Work, events::Event};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, entity::prelude::Expr};

use super::{locked, reached};
use crate::{
    entity::{OwnUseId, OwnUseReasonId, hold, own_use},
    read,
    refused::{Refused, Unowned},
    rules::own_uses::{may_use_own, wrong_words},
};

/// What it is for.
#[derive(Clone, Debug)]
pub struct Correction {
    /// Why; `None` when nothing was chosen.
    pub reason: Option<OwnUseReasonId>,
    /// For which programme.
    pub programme: String,
    /// All that were entered together and come after it too.
    pub and_following: bool,
}

/// Puts the reason and the programme of an own use right, as the ward reads them; place and time
/// stay. One that is over can be put right too, one that was given back cannot.
///
/// # Errors
/// Everything that is wrong with the words; [`Unowned::NotStanding`] for one that was given back.
pub async fn correct_own_use(
    work: &Work,
    id: OwnUseId,
    wish: &Correction,
) -> Result<(), Failed<Refused>> {
    if !may_use_own(work.actor()) {
        return Err(Refused::ForAnother.into());
    }
    let Some(own) = locked(work, id).await? else {
        return Err(Refused::Own(vec![Unowned::NoSuchUse]).into());
    };
    if own.ended_at.is_some() {
        return Err(Refused::Own(vec![Unowned::NotStanding]).into());
    }
    let rows = reached(&own, wish.and_following)
        .filter(own_use::COLUMN.ended_at.is_null())
        .all(work.db())
        .await?;
    let spans: Vec<_> = rows.iter().map(own_use::Model::span).collect();
    let reasons = read::own_use_reasons(work.db()).await?;
    let wrong = wrong_words(wish.reason, &wish.programme, &spans, &reasons);
    let (Some(reason), true) = (wish.reason, wrong.is_empty()) else {
        return Err(Refused::Own(wrong).into());
    };
    let programme = wish.programme.trim();
    own_use::Entity::update_many()
        .col_expr(own_use::Column::ReasonId, Expr::value(reason))
        .col_expr(own_use::Column::Programme, Expr::value(programme))
        .filter(own_use::COLUMN.id.is_in(rows.iter().map(|row| row.id)))
        .exec(work.db())
        .await?;
    hold::Entity::update_many()
        .col_expr(hold::Column::Label, Expr::value(programme))
        .filter(hold::COLUMN.id.is_in(rows.iter().map(|row| row.hold_id)))
        .exec(work.db())
        .await?;
    for row in &rows {
        work.record(Event::new("own_use.corrected", row.id).with("reason", reason.to_string()));
    }
    Ok(())
}
