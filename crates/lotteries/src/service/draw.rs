//! The draw is held: who won has a booking, in the same transaction.

use std::collections::HashMap;

use bookings::{
    rules::Use,
    service::{Given, Reserve, reserve_drawn},
};
use fairness::draw::{Phase, Seed};
use kernel::{Failed, Fault, Work, events::Event};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::{end, locked, record, withhold};
use crate::{
    Refused,
    entity::{
        LotteryId,
        entry::{self, State, Why},
        lottery, slot,
    },
    letters::{self, News},
    read::{self, Listed},
    rules::{Outcome, entry_code, may_draw, why},
};

/// Draws: each time in its order, tier by tier. Who won has the booking, taken in the ledger as every
/// other; where a rule stands against it by now, the time stays free, and is not given to who comes next
/// (worked example G18). Everybody is told, and what nobody won is for whoever comes first.
///
/// Says how many times somebody has won.
///
/// # Errors
/// [`Refused::NotNow`] before the lists are frozen, and when it was drawn.
pub async fn draw(work: &Work, id: LotteryId) -> Result<usize, Failed<Refused>> {
    if !may_draw(work.actor()) {
        return Err(Refused::MayNot.into());
    }
    // Whoever books waits until the draw is held, and then finds what is free.
    bookings::service::shut(work).await?;
    let listed = locked(work, id).await?;
    if listed.row.called_off_at.is_some() {
        return Err(Refused::CalledOff.into());
    }
    if listed.row.phase() != Phase::Frozen {
        return Err(Refused::NotNow.into());
    }
    let seed = read::seed(work.db(), id).await?.ok_or(Refused::NotThere)?;
    let mut told = Vec::new();
    let mut entries = read::entries_by_slot(work.db(), id).await?;
    for slot in read::frozen_slots(work.db(), id).await? {
        let own = entries.remove(&slot.starts_at).unwrap_or_default();
        told.extend(hold(work, &listed, (&slot, &seed), &own).await?);
    }
    let won = told.iter().filter(|own| own.state == State::Won).count();
    lottery::Entity::update(lottery::ActiveModel {
        id: Set(id),
        drawn_at: Set(Some(work.now())),
        drawn_by: Set(work.actor().person),
        ..Default::default()
    })
    .exec(work.db())
    .await?;
    work.record(Event::new("lottery.drawn", id).with("won", won));
    withhold(work, listed.row.space_id).await?;
    letters::to_each(work, &listed, &told, News::Result).await?;
    Ok(won)
}

/// Holds the draw of one time: what came of each entry.
async fn hold(
    work: &Work,
    listed: &Listed,
    (slot, seed): (&slot::Model, &Seed),
    entries: &[entry::Model],
) -> Result<Vec<entry::Model>, Fault> {
    let Some(list) = slot.frozen()? else {
        return Ok(Vec::new());
    };
    let out = Outcome::of(&list, seed);
    let by: HashMap<String, &entry::Model> = entries
        .iter()
        .map(|own| (entry_code(own.number), own))
        .collect();
    let mut all = Vec::new();
    for own in out.winners.iter().filter_map(|number| by.get(number)) {
        all.push(give(work, listed, own).await?);
    }
    for own in out.others.iter().filter_map(|number| by.get(number)) {
        all.push(end(work, own, State::Lost).await?);
    }
    Ok(all)
}

/// Books what somebody won, unless something stands against it by now.
async fn give(work: &Work, listed: &Listed, own: &entry::Model) -> Result<entry::Model, Fault> {
    let wish = Reserve {
        space: Some(listed.row.space_id),
        unit: None,
        person: own.person_id,
        r#use: Use::new(own.span(), &own.purpose, own.attendees),
        organisation: own.organisation_id,
        waiver: None,
    };
    match reserve_drawn(work, &wish).await {
        Ok(given) => won(work, listed, own, &given).await,
        Err(Failed::Refused(refused)) => {
            tracing::debug!(%refused, "what was won is not given");
            not_given(work, own, why(&refused)).await
        }
        Err(Failed::Fault(fault)) => Err(fault),
    }
}

/// Keeps why something is not given to who has won it.
async fn not_given(work: &Work, own: &entry::Model, why: Why) -> Result<entry::Model, Fault> {
    let ended = entry::Entity::update(entry::ActiveModel {
        id: Set(own.id),
        state: Set(State::NotGiven),
        why: Set(Some(why)),
        ended_at: Set(Some(work.now())),
        ..Default::default()
    });
    let ended = ended.exec(work.db()).await?;
    record(work, &ended);
    Ok(ended)
}

/// Who has nothing to pay says that they come; who pays has said so.
async fn won(
    work: &Work,
    listed: &Listed,
    own: &entry::Model,
    given: &Given,
) -> Result<entry::Model, Fault> {
    let answer_by = listed.terms.answer_by(work.now(), own.starts_at);
    let changed = entry::Entity::update(entry::ActiveModel {
        id: Set(own.id),
        state: Set(State::Won),
        booking_id: Set(Some(given.booking.id)),
        answer_by: Set((!given.charged).then_some(answer_by)),
        ..Default::default()
    });
    let changed = changed.exec(work.db()).await?;
    record(work, &changed);
    Ok(changed)
}
