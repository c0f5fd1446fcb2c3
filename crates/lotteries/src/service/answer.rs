//! Taking an entry back, saying that one comes, and what becomes of it when nobody says so.

use bookings::service::release_unconfirmed;
use kernel::{Failed, Work};

use super::{end, locked, seen};
use crate::{
    Refused,
    entity::{
        EntryId,
        entry::{self, State},
    },
    letters::{self, News},
    read,
    rules::may_apply,
};

/// Takes an entry back, as long as the list is not frozen.
///
/// # Errors
/// [`Refused::Over`] once applications are no longer taken, [`Refused::NotNow`] when it was taken back.
pub async fn withdraw(work: &Work, id: EntryId) -> Result<(), Failed<Refused>> {
    let own = seen(work, id).await?;
    may_apply(&own.lottery, work.now())?;
    if own.row.state != State::Applied {
        return Err(Refused::NotNow.into());
    }
    end(work, &own.row, State::Withdrawn).await?;
    Ok(())
}

/// Who won says that they come.
///
/// # Errors
/// [`Refused::TooLate`] at the end of the time to answer, whether or not anything was released by then;
/// [`Refused::NotNow`] when there is nothing to answer.
pub async fn confirm(work: &Work, id: EntryId) -> Result<(), Failed<Refused>> {
    let own = seen(work, id).await?;
    match (own.row.state, own.row.answer_by) {
        (State::Won, Some(by)) if work.now() < by => {}
        (State::Won | State::Lapsed, Some(by)) => return Err(Refused::TooLate(by).into()),
        _ => return Err(Refused::NotNow.into()),
    }
    end(work, &own.row, State::Confirmed).await?;
    Ok(())
}

/// Ends what somebody won and did not confirm in time: the booking is released, the time is free for
/// whoever comes first (worked example G18). Says whether there was anything to release.
///
/// # Errors
/// [`Refused::NotNow`] when it was confirmed, or there is time left.
pub async fn lapse(work: &Work, id: EntryId) -> Result<usize, Failed<Refused>> {
    // The gate, the lottery, resources: always in this order.
    bookings::service::make_way(work, &[]).await?;
    let own = read::entry(work.db(), id).await?.ok_or(Refused::NotThere)?;
    let listed = locked(work, own.lottery.id).await?;
    let own = read::entry(work.db(), id).await?.ok_or(Refused::NotThere)?;
    let due = own.row.answer_by.is_some_and(|by| by <= work.now());
    let Some(booking) = own.row.booking_id.filter(|_| due && is_open(&own.row)) else {
        return Err(Refused::NotNow.into());
    };
    let released = release_unconfirmed(work, booking).await?;
    let lapsed = end(work, &own.row, State::Lapsed).await?;
    if released {
        letters::to_each(work, &listed, &[lapsed], News::Lapsed).await?;
    }
    Ok(usize::from(released))
}

fn is_open(own: &entry::Model) -> bool {
    own.state == State::Won
}
