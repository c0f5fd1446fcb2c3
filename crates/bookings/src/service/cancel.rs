//! Calling a booking off.

use accounts::read::contact;
use kernel::{Failed, Fault, Work};
use sea_orm::{
    ActiveValue::Set, IntoActiveModel, QuerySelect, entity::prelude::*, sea_query::ExprTrait,
};

use super::{
    absence, charges, gate, requests,
    tell::{Letter, tell_more},
    waiting,
};
use crate::{
    entity::{BookingId, booking, hold},
    events, ledger,
    read::{self, Card, Catalogue},
    refused::Refused,
    rules,
};

/// Calls a booking off; its place is free at once: who waits for it is asked first.
pub async fn cancel(work: &Work, id: BookingId) -> Result<booking::Model, Failed<Refused>> {
    gate::keep_open(work).await?;
    let card = standing(work, id).await?;
    rules::may_cancel(work.actor(), card.state, card.booking.span(), work.now())?;
    turn(work, &card, hold::State::Cancelled).await?;
    requests::call_off(work, &[&card]).await?;
    let late = absence::note_late(work, &[&card], work.now().date()).await?;
    let cancelled = next_version(work, &card, |_| {}).await?;
    work.record(events::upon("booking.cancelled", &cancelled));
    charges::charge_cancelled(work, std::slice::from_ref(&cancelled)).await?;
    let catalogue = Catalogue::known(work.db(), work.kept()).await?;
    if let (Some(who), Some(place)) = (
        contact(work.db(), cancelled.person_id).await?,
        catalogue.place(cancelled.space_id),
    ) {
        let more = absence::said_late(work, late, cancelled.party(), who.lang).await?;
        tell_more(work, Letter::Cancelled, &cancelled, place, &who, more).await?;
    }
    waiting::settle(work, &[cancelled.space_id]).await?;
    Ok(cancelled)
}

/// The booking, if the actor may see it. Whatever else happens to it waits until this is done, so
/// that a change and a cancellation at the same moment come one after the other.
pub(super) async fn standing(work: &Work, id: BookingId) -> Result<Card, Failed<Refused>> {
    lock(work, id).await?;
    read::seen_by(work.db(), work.actor(), id).await
}

/// Keeps whatever else happens to a booking waiting until this is done.
pub(super) async fn lock(work: &Work, id: BookingId) -> Result<(), Fault> {
    if work.locks_rows() {
        booking::Entity::find_by_id(id)
            .lock_exclusive()
            .one(work.db())
            .await?;
    }
    Ok(())
}

/// Puts its hold into another state, or finds that someone else just did.
pub(super) async fn turn(
    work: &Work,
    card: &Card,
    state: hold::State,
) -> Result<(), Failed<Refused>> {
    let held = hold::Entity::find_by_id(card.booking.hold_id)
        .one(work.db())
        .await?;
    match held {
        Some(held) if held.state == card.state && ledger::turn(work, &held, state).await? => Ok(()),
        _ => Err(Refused::Changed.into()),
    }
}

/// Counts the versions of bookings up that are locked.
pub(super) async fn count_up(work: &Work, bookings: &mut [booking::Model]) -> Result<(), Fault> {
    let ids: Vec<BookingId> = bookings.iter().map(|booking| booking.id).collect();
    booking::Entity::update_many()
        .col_expr(
            booking::Column::Version,
            Expr::col(booking::Column::Version).add(1),
        )
        .filter(booking::COLUMN.id.is_in(ids))
        .exec(work.db())
        .await?;
    for booking in bookings {
        booking.version += 1;
    }
    Ok(())
}

/// Writes a change and counts the version up; a version that moved on refuses it.
pub(super) async fn next_version(
    work: &Work,
    card: &Card,
    set: impl FnOnce(&mut booking::ActiveModel),
) -> Result<booking::Model, Failed<Refused>> {
    let mut row = card.booking.clone().into_active_model();
    row.version = Set(card.booking.version + 1);
    set(&mut row);
    let written = booking::Entity::update_many()
        .set(row)
        .filter(booking::COLUMN.id.eq(card.booking.id))
        .filter(booking::COLUMN.version.eq(card.booking.version))
        .exec(work.db())
        .await?;
    if written.rows_affected != 1 {
        return Err(Refused::Changed.into());
    }
    read::one(work.db(), card.booking.id)
        .await?
        .map(|card| card.booking)
        .ok_or(Failed::Refused(Refused::NoSuchBooking))
}
