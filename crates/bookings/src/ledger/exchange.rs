//! Taking more for a hold that has its place, and giving back what it no longer needs.

use kernel::{Fault, Span, Work};
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
