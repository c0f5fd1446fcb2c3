//! Releasing what stays unpaid (`domain.md` part 4 支払, worked example G15).

use accounts::read::contact;
use kernel::{Fault, Work};
use sea_orm::{ActiveValue::Set, entity::prelude::*};
use serde_json::json;

use super::{
    cancel::{count_up, lock},
    charges, gate,
    tell::{Letter, tell_more},
    waiting,
};
use crate::{
    entity::{BookingId, booking, hold, unpaid_release},
    events, ledger,
    read::{self, Card, Catalogue},
};

/// Releases a booking that was not paid by its day, and says whether it did: its place is free for
/// others, nothing is owed any more, and whoever waits is asked.
///
/// A payment at the same moment and this wait for each other at the bill: whoever is second finds
/// it paid, or nothing to pay.
pub async fn release_unpaid(work: &Work, id: BookingId) -> Result<bool, Fault> {
    gate::keep_open(work).await?;
    lock(work, id).await?;
    let Some(card) = read::one(work.db(), id).await? else {
        return Ok(false);
    };
    let lies_ahead = card.state == hold::State::Confirmed && work.now() < card.booking.starts_at;
    if !lies_ahead {
        return Ok(false);
    }
    let Some(due_on) = charges::lock_overdue(work, id).await? else {
        return Ok(false);
    };
    let Some(released) = let_go(work, card).await? else {
        return Ok(false);
    };
    remember(work, &released).await?;
    work.record(events::upon("booking.released_unpaid", &released));
    charges::charge_nothing(work, std::slice::from_ref(&released)).await?;
    let catalogue = Catalogue::known(work.db(), work.kept()).await?;
    if let (Some(who), Some(place)) = (
        contact(work.db(), released.person_id).await?,
        catalogue.place(released.space_id),
    ) {
        let more = json!({ "due_on": due_on });
        tell_more(work, Letter::Unpaid, &released, place, &who, more).await?;
    }
    waiting::settle(work, &[released.space_id]).await?;
    Ok(true)
}

/// Releases what a booking holds; none when it stood no longer so.
pub(super) async fn let_go(work: &Work, card: Card) -> Result<Option<booking::Model>, Fault> {
    let hold = vec![card.booking.hold_id];
    if !ledger::turn_all(work, hold, &[card.state], hold::State::Released).await? {
        return Ok(None);
    }
    let mut released = card.booking;
    count_up(work, std::slice::from_mut(&mut released)).await?;
    Ok(Some(released))
}

/// Keeps who may not have this space at this time again.
async fn remember(work: &Work, released: &booking::Model) -> Result<(), DbErr> {
    unpaid_release::Entity::insert(unpaid_release::ActiveModel {
        booking_id: Set(released.id),
        person_id: Set(released.person_id),
        organisation_id: Set(released.organisation_id),
        space_id: Set(released.space_id),
        starts_at: Set(released.starts_at),
        ends_at: Set(released.ends_at),
        released_at: Set(work.now()),
    })
    .exec_without_returning(work.db())
    .await?;
    Ok(())
}
