//! Taking more for a hold that has its place, giving back what it no longer needs, and keeping what was
//! held provisionally.

use kernel::{Fault, Instant, Span, Work};
use sea_orm::entity::prelude::*;

use super::{rows, write};
use crate::entity::{HoldId, ResourceId, allocation, hold};

/// Gives back what a hold has of these, and takes those instead, which [`super::lock_and_look`] has
/// locked and found free. `false` when the database itself refuses: the transaction must then be
/// given up.
pub async fn exchange(
    work: &Work,
    id: HoldId,
    given: &[ResourceId],
    taken: &[ResourceId],
    span: Span,
) -> Result<bool, Fault> {
    allocation::Entity::delete_many()
        .filter(allocation::COLUMN.hold_id.eq(id))
        .filter(allocation::COLUMN.resource_id.is_in(given.to_vec()))
        .exec(work.db())
        .await?;
    let held = hold::Entity::find_by_id(id).one(work.db()).await?;
    match held {
        Some(held) if !taken.is_empty() => {
            write(work, rows(work, id, held.state, taken, span)).await
        }
        _ => Ok(true),
    }
}

/// What was held provisionally stays, in this state and with this page, and lapses no more. `false` when
/// its time was over, or it was given up.
pub async fn settle(
    work: &Work,
    held: &hold::Model,
    state: hold::State,
    link: String,
) -> Result<bool, Fault> {
    let done = hold::Entity::update_many()
        .col_expr(hold::Column::State, Expr::value(state))
        .col_expr(hold::Column::Link, Expr::value(link))
        .col_expr(hold::Column::ExpiresAt, Expr::value(None::<Instant>))
        .filter(hold::COLUMN.id.eq(held.id))
        .filter(hold::Column::State.eq(hold::State::Held))
        .filter(hold::COLUMN.expires_at.gt(work.now()))
        .exec(work.db())
        .await?;
    Ok(done.rows_affected == 1)
}
