//! Bookings of those who won a draw (抽選), and their release when nobody said that they come.

use accounts::read::contact;
use kernel::{Failed, Fault, Work};

use super::{
    cancel::lock,
    charges,
    check::{Checked, check_drawn},
    gate, requests,
    reserve::{Held, Reserve, made, take_a_unit, taken, write},
    unpaid::let_go,
    waiting,
};
use crate::{
    entity::{BookingId, booking, hold},
    events,
    read::{self, Catalogue},
    refused::Refused,
};

/// What somebody has won.
#[derive(Clone, Debug)]
pub struct Given {
    /// Their booking.
    pub booking: booking::Model,
    /// Whether it has to be paid: then it is released as every booking that stays unpaid.
    pub charged: bool,
    /// Whether it has to be approved.
    pub requested: bool,
}

/// Books what somebody has won, behind a gate that is shut ([`super::shut`]). It is taken in the
/// ledger as everything is; no letter is written, whoever draws tells the result.
///
/// # Errors
/// What stands against it by now; `SlotTaken` when it is no longer free.
pub async fn reserve_drawn(work: &Work, wish: &Reserve) -> Result<Given, Failed<Refused>> {
    let catalogue = Catalogue::known(work.db(), work.kept()).await?;
    let who = (work.actor(), work.now());
    let checked = check_drawn(work.db(), &catalogue, who, wish, &[]).await?;
    let Checked {
        place,
        allowed,
        approval,
        ..
    } = checked;
    let Some(who) = contact(work.db(), wish.person).await? else {
        return Err(Refused::NoSuchPerson.into());
    };
    let id: BookingId = work.new_id();
    let unit = take_a_unit(work, &place, wish.unit, allowed.span, &who, id).await?;
    let (unit, hold) = unit.ok_or_else(taken)?;
    let booking = made(work, wish, (&place, allowed), &Held { id, hold, unit });
    write(work, &booking, wish, false);
    work.flush().await?;
    let requested = approval.is_some();
    let charged = match approval {
        Some(approval) => {
            requests::ask(work, &booking, approval).await?;
            false
        }
        None => charges::charge_new(work, std::slice::from_ref(&booking)).await?,
    };
    // A tariff may come to nothing for them.
    let charged = charged && read::owing(work.db(), &[booking.id]).await?.is_some();
    Ok(Given {
        booking,
        charged,
        requested,
    })
}

/// Releases a booking that was won and that nobody confirmed in time, and says whether it did: its
/// place is free for whoever comes first or waits, not for who came next in the draw (worked example
/// G18).
pub async fn release_unconfirmed(work: &Work, id: BookingId) -> Result<bool, Fault> {
    gate::keep_open(work).await?;
    lock(work, id).await?;
    let Some(card) = read::one(work.db(), id).await? else {
        return Ok(false);
    };
    let stands = matches!(card.state, hold::State::Confirmed | hold::State::Requested);
    if !stands || card.booking.starts_at <= work.now() {
        return Ok(false);
    }
    if card.state == hold::State::Requested {
        requests::call_off(work, &[&card]).await?;
    }
    let Some(released) = let_go(work, card).await? else {
        return Ok(false);
    };
    work.record(events::upon("booking.released_unconfirmed", &released));
    charges::charge_nothing(work, std::slice::from_ref(&released)).await?;
    waiting::settle(work, &[released.space_id]).await?;
    Ok(true)
}
