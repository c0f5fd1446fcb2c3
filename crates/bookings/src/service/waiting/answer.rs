//! Answering an offer, and leaving the line.

use accounts::read::contact;
use fairness::accept;
use kernel::{Failed, Work};
use sea_orm::entity::prelude::*;

use super::{
    line::Line,
    rows::{give_back, seen, write},
};
use crate::{
    entity::{
        BookingId, HoldId, WaitingId, booking, hold,
        waiting_entry::{self, State},
    },
    events, ledger,
    refused::{Refused, Unwaitable},
    rules::waiting,
    service::{
        check::check_offered,
        gate,
        reserve::{Held, enter},
    },
};

/// Accepts an offer: the place becomes a booking. Every rule is checked again.
///
/// # Errors
/// [`Unwaitable::NoOffer`] at or after the moment at which it ends.
pub async fn accept_offer(work: &Work, id: WaitingId) -> Result<booking::Model, Failed<Refused>> {
    gate::keep_open(work).await?;
    let before = seen(work, id).await?;
    gate::one_by_one(work, super::wish(&before).party()).await?;
    let line = Line::lock(work, &[before.space_id]).await?;
    let mut entry = seen(work, id).await?;
    let no_offer = || Failed::Refused(Refused::Waiting(Unwaitable::NoOffer));
    let state = waiting::entry(&entry).state;
    let thing = accept(&state, work.now().utc()).map_err(|_late| no_offer())?;
    let wish = super::wish(&entry);
    let (known, now) = (line.catalogue(), work.now());
    let checked = check_offered(work.db(), known, work.actor(), now, &wish).await?;
    let Some(who) = contact(work.db(), entry.person_id).await? else {
        return Err(Refused::NoSuchPerson.into());
    };
    let hold = entry.hold_id.ok_or_else(no_offer)?;
    let booking: BookingId = work.new_id();
    if !ledger::turn_all(
        work,
        vec![hold],
        &[hold::State::Offered],
        hold::State::Confirmed,
    )
    .await?
    {
        return Err(no_offer());
    }
    becomes(work, hold, booking).await?;
    let place = Held {
        id: booking,
        hold,
        unit: thing.unit,
    };
    let made = enter(work, &wish, checked, (&who, true), place)
        .await?
        .booking;
    work.flush().await?;
    entry.state = State::Taken;
    entry.booking_id = Some(made.id);
    write(work, &entry).await?;
    work.record(events::waiting("waiting.accepted", &entry).with("booking", made.id.to_string()));
    Ok(made)
}

/// What was an offer is a booking now: the day board leads to its page.
async fn becomes(work: &Work, id: HoldId, booking: BookingId) -> Result<(), DbErr> {
    hold::Entity::update_many()
        .col_expr(hold::Column::Kind, Expr::value("booking"))
        .col_expr(
            hold::Column::Link,
            Expr::value(format!("/bookings/{booking}")),
        )
        .col_expr(hold::Column::ExpiresAt, Expr::value(None::<i64>))
        .filter(hold::COLUMN.id.eq(id))
        .exec(work.db())
        .await?;
    Ok(())
}

/// Leaves the line; an open offer is declined, and the next one is asked at once.
pub async fn leave_line(
    work: &Work,
    id: WaitingId,
) -> Result<waiting_entry::Model, Failed<Refused>> {
    gate::keep_open(work).await?;
    let space = seen(work, id).await?.space_id;
    let line = Line::lock(work, &[space]).await?;
    let mut entry = seen(work, id).await?;
    if !entry.state.is_open() {
        return Err(Refused::Waiting(Unwaitable::Gone).into());
    }
    let kind = if entry.state == State::Offered {
        give_back(work, &entry, hold::State::Cancelled).await?;
        entry.state = State::Declined;
        "waiting.declined"
    } else {
        entry.state = State::Left;
        "waiting.left"
    };
    write(work, &entry).await?;
    work.record(events::waiting(kind, &entry));
    line.settle(work).await?;
    Ok(entry)
}
