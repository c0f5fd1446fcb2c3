//! A lottery is announced: its seed is drawn and promised before anybody can apply.

use bookings::entity::SpaceId;
use fairness::draw::Seed;
use kernel::{Fault, Work, events::Event};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::withhold;
use crate::{
    entity::{LotteryId, lottery, seed},
    read, rules,
};

/// Announces the months of a space for which people can apply soon, and says how many.
pub async fn announce(work: &Work, space: SpaceId) -> Result<usize, Fault> {
    // Behind the gate, so that nodes announce one after the other.
    bookings::service::shut(work).await?;
    let terms = read::terms_of(work.db(), space).await?;
    let known = read::of_space(work.db(), space).await?;
    let due = rules::due(&terms, &known, work.now());
    for (month, terms) in &due {
        let Some(takes) = terms.takes(*month) else {
            continue;
        };
        let id: LotteryId = work.new_id();
        lottery::Entity::insert(lottery::ActiveModel {
            id: Set(id),
            terms_id: Set(terms.id),
            space_id: Set(space),
            month: Set(month.to_string()),
            takes_from: Set(takes.from),
            takes_until: Set(takes.until),
            last_number: Set(0),
            promised_at: Set(work.now()),
            frozen_at: Set(None),
            drawn_at: Set(None),
            drawn_by: Set(None),
            called_off_at: Set(None),
            called_off_by: Set(None),
            called_off_why: Set(None),
        })
        .exec_without_returning(work.db())
        .await?;
        seed::Entity::insert(seed::ActiveModel {
            lottery_id: Set(id),
            seed: Set(Seed::new(rand::random()).text()),
        })
        .exec_without_returning(work.db())
        .await?;
        let event = Event::new("lottery.promised", id).with("space", space.to_string());
        work.record(event.with("month", month.to_string()));
    }
    if !due.is_empty() {
        withhold(work, space).await?;
    }
    Ok(due.len())
}
