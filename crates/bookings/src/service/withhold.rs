//! Days that are kept for a draw (抽選).

use kernel::{Fault, Work};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::gate;
use crate::{
    entity::{SpaceId, WithholdingId, withholding},
    events,
    rules::Withheld,
};

/// Keeps these days of a space for a draw, and no others: whoever books, books behind the gate what
/// was free before, or is told of the draw. What is booked stays booked.
pub async fn withhold(work: &Work, space: SpaceId, kept: &[Withheld]) -> Result<(), Fault> {
    gate::shut(work).await?;
    withholding::Entity::delete_many()
        .filter(withholding::COLUMN.space_id.eq(space))
        .exec(work.db())
        .await?;
    for one in kept {
        withholding::Entity::insert(withholding::ActiveModel {
            id: Set(work.new_id::<WithholdingId>()),
            space_id: Set(space),
            first_day: Set(one.first.to_string()),
            last_day: Set(one.last.map(|day| day.to_string())),
            takes_from: Set(one.takes.map(|takes| takes.from)),
            takes_until: Set(one.takes.map(|takes| takes.until)),
        })
        .exec_without_returning(work.db())
        .await?;
    }
    work.record(events::withheld(space, kept.len()));
    Ok(())
}
