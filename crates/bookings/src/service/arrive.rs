//! Marking at the counter who has come.

use kernel::{Failed, Work};
use sea_orm::ActiveValue::Set;

use super::{
    absence::unmark_absent,
    cancel::{next_version, standing, turn},
    gate,
};
use crate::{
    entity::{BookingId, booking, hold},
    events,
    read::{self, Catalogue},
    refused::Refused,
    rules,
};

/// The person has come: the booking is in use, and no absence any more if it was marked as one.
pub async fn arrive(work: &Work, id: BookingId) -> Result<booking::Model, Failed<Refused>> {
    rules::may_mark(work.actor())?;
    let card = standing(work, id).await?;
    rules::may_arrive(card.state, card.booking.span(), work.now())?;
    turn(work, &card, hold::State::InUse).await?;
    if read::is_absent(work.db(), id).await? {
        unmark_absent(work, id).await?;
    }
    let arrived = next_version(work, &card, |row| row.arrived_at = Set(Some(work.now()))).await?;
    work.record(events::upon("booking.arrived", &arrived));
    Ok(arrived)
}

/// The wrong line was tapped: the person has not come after all.
pub async fn leave_again(work: &Work, id: BookingId) -> Result<booking::Model, Failed<Refused>> {
    rules::may_mark(work.actor())?;
    gate::keep_open(work).await?;
    let card = standing(work, id).await?;
    if card.state != hold::State::InUse || card.booking.arrived_at.is_none() {
        return Err(Refused::NoLongerStands.into());
    }
    // Who was inside when the house was closed was not called off; there is no day to wait for.
    let catalogue = Catalogue::known(work.db(), work.kept()).await?;
    if catalogue
        .hours(&card.space)
        .why(card.booking.span())
        .is_some()
    {
        return Err(Refused::NoLongerStands.into());
    }
    turn(work, &card, hold::State::Confirmed).await?;
    let waiting = next_version(work, &card, |row| row.arrived_at = Set(None)).await?;
    work.record(events::upon("booking.arrival_undone", &waiting));
    Ok(waiting)
}
