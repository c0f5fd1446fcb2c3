//! Taking an entry back, saying that one comes, being reminded of it, and what becomes of it when nobody
//! says so.

use bookings::{entity::hold, service::release_unconfirmed};
use kernel::{Failed, Fault, Work, events::Event};
use sea_orm::{ActiveValue::Set, EntityTrait};

use super::{end, locked, seen};
use crate::{
    Refused,
    entity::{
        EntryId,
        entry::{self, State},
    },
    letters::{self, News},
    read,
    rules::{can_come, may_apply},
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
/// [`Refused::GivenUp`] when the booking was called off, refused or released since: others may have it;
/// [`Refused::NotNow`] when there is nothing to answer.
pub async fn confirm(work: &Work, id: EntryId) -> Result<(), Failed<Refused>> {
    let own = seen(work, id).await?;
    match (own.row.state, own.row.answer_by) {
        (State::Won, Some(by)) if work.now() < by => {}
        (State::Won | State::Lapsed, Some(by)) => return Err(Refused::TooLate(by).into()),
        (State::GivenBack, _) => return Err(Refused::GivenUp.into()),
        _ => return Err(Refused::NotNow.into()),
    }
    if !stands(work, &own.row).await?.is_some_and(can_come) {
        return Err(Refused::GivenUp.into());
    }
    end(work, &own.row, State::Confirmed).await?;
    Ok(())
}

/// Where the booking stands that was won.
async fn stands(work: &Work, own: &entry::Model) -> Result<Option<hold::State>, Fault> {
    let Some(id) = own.booking_id else {
        return Ok(None);
    };
    let card = bookings::read::one(work.db(), id).await?;
    Ok(card.map(|card| card.state))
}

/// Ends what somebody won and did not confirm in time: the booking is released, the time is free for
/// whoever comes first (worked example G18). Where they had given it up themselves the entry says so, and
/// where they came all the same it is confirmed. Says whether there was anything to release.
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
    if release_unconfirmed(work, booking).await? {
        let lapsed = end(work, &own.row, State::Lapsed).await?;
        letters::to_each(work, &listed, &[lapsed], News::Lapsed).await?;
        return Ok(1);
    }
    let holding = stands(work, &own.row).await?;
    let came = holding.is_some_and(hold::State::is_holding);
    let ended = if came {
        State::Confirmed
    } else {
        State::GivenBack
    };
    end(work, &own.row, ended).await?;
    Ok(0)
}

/// Reminds somebody that they have won and not answered. Says whether there was anything to answer.
///
/// # Errors
/// [`Refused::NotNow`] when they have answered, or were reminded.
pub async fn remind(work: &Work, id: EntryId) -> Result<usize, Failed<Refused>> {
    let own = read::entry(work.db(), id).await?.ok_or(Refused::NotThere)?;
    let listed = locked(work, own.lottery.id).await?;
    let own = read::entry(work.db(), id).await?.ok_or(Refused::NotThere)?;
    let in_time = own.row.answer_by.is_some_and(|by| work.now() < by);
    if own.row.reminded_at.is_some() || !in_time || !is_open(&own.row) {
        return Err(Refused::NotNow.into());
    }
    let reminded = entry::Entity::update(entry::ActiveModel {
        id: Set(id),
        reminded_at: Set(Some(work.now())),
        ..Default::default()
    });
    let reminded = reminded.exec(work.db()).await?;
    if !stands(work, &reminded).await?.is_some_and(can_come) {
        return Ok(0);
    }
    work.record(Event::new("lottery_entry.reminded", id));
    letters::to_each(work, &listed, &[reminded], News::Remind).await?;
    Ok(1)
}

fn is_open(own: &entry::Model) -> bool {
    own.state == State::Won
}
