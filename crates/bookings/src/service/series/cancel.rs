//! Calling off what remains of a series, from one booking on or all of it.

use std::collections::BTreeSet;

use accounts::read::contact;
use kernel::{Failed, Work};
use sea_orm::{QueryOrder, QuerySelect, entity::prelude::*};

use super::{
    charges, gate,
    tell::{Letter, tell},
    waiting,
};
use crate::{
    entity::{BookingId, HoldId, SeriesId, SpaceId, booking, hold},
    events, ledger,
    read::{self, Catalogue, SeriesCard},
    refused::Refused,
    service::{absence, cancel::count_up, requests},
};

/// Which bookings of a series are meant.
#[derive(Clone, Copy, Debug)]
pub struct Scope {
    /// The series.
    pub series: SeriesId,
    /// This one and those after it; all of them without.
    pub from: Option<BookingId>,
}

impl Scope {
    /// The booking it begins with.
    ///
    /// # Errors
    /// `NoSuchBooking` when it is not one of the series.
    pub fn first<'s>(
        &self,
        card: &'s SeriesCard,
    ) -> Result<Option<&'s booking::Model>, Failed<Refused>> {
        let Some(from) = self.from else {
            return Ok(None);
        };
        let first = card.cards.iter().find(|card| card.booking.id == from);
        match first {
            Some(first) => Ok(Some(&first.booking)),
            None => Err(Refused::NoSuchBooking.into()),
        }
    }
}

/// Calls off what has not begun yet, and says which; what has begun or is over is left alone.
pub async fn cancel_series(work: &Work, scope: Scope) -> Result<Vec<BookingId>, Failed<Refused>> {
    gate::keep_open(work).await?;
    let card = standing(work, scope.series).await?;
    let first = scope.first(&card)?;
    let due = card.remaining(first, work.now());
    if due.is_empty() {
        return Err(Refused::NoLongerStands.into());
    }
    let holds: Vec<HoldId> = due.iter().map(|card| card.booking.hold_id).collect();
    let from = [hold::State::Confirmed, hold::State::Requested];
    if !ledger::turn_all(work, holds, &from, hold::State::Cancelled).await? {
        return Err(Refused::Changed.into());
    }
    requests::call_off(work, &due).await?;
    let late = absence::note_late(work, &due, work.now().date()).await?;
    let mut cancelled: Vec<booking::Model> = due.iter().map(|card| card.booking.clone()).collect();
    count_up(work, &mut cancelled).await?;
    let series = &card.series;
    work.record(events::of_series(
        "series.cancelled",
        series,
        cancelled.len(),
    ));
    for booking in &cancelled {
        work.record(events::upon("booking.cancelled", booking));
    }
    charges::charge_cancelled(work, &cancelled).await?;
    if let Some(who) = contact(work.db(), series.person_id).await? {
        let catalogue = Catalogue::known(work.db(), work.kept()).await?;
        let party = due[0].booking.party();
        let more = absence::said_late(work, late, party, who.lang).await?;
        let letter = (Letter::Cancelled, more);
        tell(work, letter, series, &cancelled, &catalogue, &who).await?;
    }
    let spaces: BTreeSet<SpaceId> = cancelled.iter().map(|booking| booking.space_id).collect();
    let spaces: Vec<SpaceId> = spaces.into_iter().collect();
    waiting::settle(work, &spaces).await?;
    Ok(cancelled.iter().map(|booking| booking.id).collect())
}

/// The series, if the actor may see it. Whatever else happens to its bookings waits until this is
/// done; they are locked in the order of their ids.
pub(in crate::service) async fn standing(
    work: &Work,
    id: SeriesId,
) -> Result<SeriesCard, Failed<Refused>> {
    if work.locks_rows() {
        booking::Entity::find()
            .filter(booking::COLUMN.series_id.eq(id))
            .order_by_asc(booking::COLUMN.id)
            .lock_exclusive()
            .all(work.db())
            .await?;
    }
    read::series_seen_by(work.db(), work.actor(), id).await
}
