//! Whether who pressed the button has seen what it comes to.

use kernel::{Failed, Work};

use crate::{
    entity::{BookingId, SeriesId},
    read::{self, ComesTo},
    refused::{Refused, Unseen},
};

/// Makes sure, in the transaction of what was just done to bookings, that it comes to what was
/// shown before the button: whatever was set up in the meantime, nobody owes what they did not see,
/// and nothing becomes a request of which that was not said.
///
/// # Errors
/// [`Unseen::Otherwise`] with what it would come to; then nothing is done.
pub async fn agreed(
    work: &Work,
    bookings: &[BookingId],
    seen: ComesTo,
) -> Result<(), Failed<Refused>> {
    as_seen(read::comes_to(work.db(), bookings).await?, seen)
}

/// The same of bookings that were just changed: what stays of it when they are called off after that
/// was shown too.
pub async fn agreed_change(
    work: &Work,
    bookings: &[BookingId],
    seen: ComesTo,
) -> Result<(), Failed<Refused>> {
    as_seen(read::changed_comes_to(work.db(), bookings).await?, seen)
}

/// The same of bookings that were just called off: whom it keeps from booking was shown too.
pub async fn agreed_cancellation(
    work: &Work,
    bookings: &[BookingId],
    seen: ComesTo,
) -> Result<(), Failed<Refused>> {
    let real = read::cancelled_comes_to(work.db(), bookings, work.now()).await?;
    as_seen(real, seen)
}

pub(super) fn as_seen(real: ComesTo, seen: ComesTo) -> Result<(), Failed<Refused>> {
    let as_seen = real.amount == seen.amount
        && real.requests <= seen.requests
        && real.kept <= seen.kept
        && real.barred_until <= seen.barred_until;
    if as_seen {
        Ok(())
    } else {
        Err(Refused::Unseen(Unseen::Otherwise(real)).into())
    }
}

/// The same of all bookings of a series.
pub async fn agreed_series(
    work: &Work,
    series: SeriesId,
    seen: ComesTo,
) -> Result<(), Failed<Refused>> {
    let card = read::series_of(work.db(), series).await?;
    let cards = card.map_or_else(Vec::new, |card| card.cards);
    let ids: Vec<BookingId> = cards.iter().map(|card| card.booking.id).collect();
    agreed(work, &ids, seen).await
}
