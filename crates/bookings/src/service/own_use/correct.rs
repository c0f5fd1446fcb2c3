//! Putting right what an own use is said to be for, and when it is.

use std::collections::HashMap;

use kernel::{Failed, Work, events::Event};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, entity::prelude::Expr};

use super::{super::lend::lend, gate, locked, waiting};
use crate::{
    entity::{HoldId, OwnUseId, hold, own_use},
    ledger::{self, Piece},
    read::{self, Catalogue, OwnCorrection},
    refused::{Refused, Unowned},
    rules::own_uses::{Correction, may_use_own},
};

/// Puts reason, programme, title and time of an own use right, as the ward reads them; the place stays.
/// What it is for can be put right when it is over too; its time only while it is not, and of one
/// that has begun only the end. Who waits for the place at the new time comes first.
///
/// # Errors
/// Everything that is wrong with the wish; [`Unowned::NotStanding`] for one that was given back,
/// [`Unowned::Taken`] where the place is not free at a new time: then all stays as it was.
pub async fn correct_own_use(
    work: &Work,
    id: OwnUseId,
    wish: &Correction,
) -> Result<(), Failed<Refused>> {
    if !may_use_own(work.actor()) {
        return Err(Refused::ForAnother.into());
    }
    gate::keep_open(work).await?;
    let Some(own) = locked(work, id).await? else {
        return Err(Refused::Own(vec![Unowned::NoSuchUse]).into());
    };
    let catalogue = Catalogue::known(work.db(), work.kept()).await?;
    let found = read::own_correction(work.db(), &catalogue, &own, wish, work.now()).await?;
    if found.moves() {
        waiting::settle(work, &[own.space_id]).await?;
        r#move(work, &found).await?;
        waiting::settle(work, &[own.space_id]).await?;
    }
    say(work, &found, wish.title.trim()).await
}

/// Writes down why, for which programme, and what it is in particular.
async fn say(work: &Work, found: &OwnCorrection, title: &str) -> Result<(), Failed<Refused>> {
    let (rows, reason) = (&found.rows, found.plan.reason.id);
    let (id, programme) = &found.plan.programme;
    let label = if title.is_empty() { programme } else { title };
    own_use::Entity::update_many()
        .col_expr(own_use::Column::ReasonId, Expr::value(reason))
        .col_expr(own_use::Column::ProgrammeId, Expr::value(Some(*id)))
        .col_expr(own_use::Column::Programme, Expr::value(programme))
        .col_expr(own_use::Column::Title, Expr::value(title))
        .filter(own_use::COLUMN.id.is_in(rows.iter().map(|row| row.id)))
        .exec(work.db())
        .await?;
    hold::Entity::update_many()
        .col_expr(hold::Column::Label, Expr::value(label))
        .filter(hold::COLUMN.id.is_in(rows.iter().map(|row| row.hold_id)))
        .exec(work.db())
        .await?;
    for row in rows {
        let event = Event::new("own_use.corrected", row.id).with("reason", reason.to_string());
        work.record(event.with("programme", id.to_string()));
    }
    Ok(())
}

/// Moves all of them in the ledger, with what is lent, or none.
async fn r#move(work: &Work, found: &OwnCorrection) -> Result<(), Failed<Refused>> {
    let plan = &found.plan;
    let (resources, times) = (plan.resources(), plan.occupied());
    let taken = || Failed::from(Refused::Own(vec![Unowned::Taken]));
    let standing = ledger::lock_and_look(work, &resources, &times, &plan.moving).await?;
    if !standing.is_empty() {
        return Err(taken());
    }
    let mut lent = read::lent(work.db(), &plan.moving).await?;
    let holds = hold::Entity::find().filter(hold::COLUMN.id.is_in(plan.moving.clone()));
    let holds = holds.all(work.db()).await?.into_iter();
    let mut holds: HashMap<HoldId, hold::Model> = holds.map(|hold| (hold.id, hold)).collect();
    let pieces = found.rows.iter().zip(times).filter_map(|(row, span)| {
        Some(Piece {
            claim: Err(holds.remove(&row.hold_id)?),
            resources: resources.clone(),
            span,
        })
    });
    let moved = ledger::take_all(work, pieces.collect()).await?;
    moved.ok_or_else(taken)?;
    for (row, span) in found.rows.iter().zip(&plan.spans) {
        own_use::Entity::update_many()
            .col_expr(own_use::Column::StartsAt, Expr::value(span.from))
            .col_expr(own_use::Column::EndsAt, Expr::value(span.until))
            .filter(own_use::COLUMN.id.eq(row.id))
            .exec(work.db())
            .await?;
        work.record(
            Event::new("own_use.moved", row.id)
                .with("starts_at", span.from.rfc3339())
                .with("ends_at", span.until.rfc3339()),
        );
        if let Some(picks) = lent.remove(&row.hold_id) {
            lend(work, row.hold_id, &picks, &plan.place.space, *span).await?;
        }
    }
    Ok(())
}
