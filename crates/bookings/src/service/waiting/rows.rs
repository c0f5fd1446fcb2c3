//! Someone in a line, as it is written down.

use kernel::{Failed, Fault, Work};
use sea_orm::entity::prelude::*;

use crate::{
    entity::{WaitingId, hold, waiting_entry},
    ledger, read,
    refused::Refused,
};

/// Gives the place of an open offer back, if it still holds.
pub(super) async fn give_back(
    work: &Work,
    entry: &waiting_entry::Model,
    state: hold::State,
) -> Result<(), Fault> {
    if let Some(hold) = entry.hold_id {
        ledger::turn_all(work, vec![hold], &[hold::State::Offered], state).await?;
    }
    Ok(())
}

/// Writes where someone in a line stands now.
pub(super) async fn write(work: &Work, entry: &waiting_entry::Model) -> Result<(), Fault> {
    use waiting_entry::Column;
    waiting_entry::Entity::update_many()
        .col_expr(Column::Number, Expr::value(entry.number))
        .col_expr(Column::State, Expr::value(entry.state))
        .col_expr(Column::Lapses, Expr::value(entry.lapses))
        .col_expr(Column::HoldId, Expr::value(entry.hold_id))
        .col_expr(Column::Unit, Expr::value(entry.unit))
        .col_expr(Column::ExpiresAt, Expr::value(entry.expires_at))
        .col_expr(Column::BookingId, Expr::value(entry.booking_id))
        .filter(waiting_entry::COLUMN.id.eq(entry.id))
        .exec(work.db())
        .await?;
    Ok(())
}

/// Someone in a line whom the actor may see.
pub(super) async fn seen(
    work: &Work,
    id: WaitingId,
) -> Result<waiting_entry::Model, Failed<Refused>> {
    let seen = read::waiting_seen_by(work.db(), work.actor(), id).await?;
    Ok(seen.entry)
}
