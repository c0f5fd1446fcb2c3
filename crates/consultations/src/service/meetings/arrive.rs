//! Who came to a meeting, and who did not.

use bookings::{entity::hold, ledger};
use kernel::{Failed, Fault, Instant, Work, events::Event};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::super::found::{self, Found, handler, standing};
use crate::{
    Refused,
    entity::{MeetingId, case, meeting},
    rules,
};

/// The person has come: reception, or the expert where they meet elsewhere.
///
/// # Errors
/// [`Refused::TooEarly`] hours before; [`Refused::NotStanding`] when it was called off.
pub async fn arrive(work: &Work, id: MeetingId) -> Result<(), Failed<Refused>> {
    let Found { case, row, held } = standing(work, id).await?;
    receiver(work, &case).await?;
    if row.arrived_at.is_some() {
        return Ok(());
    }
    if held.state != hold::State::Confirmed {
        return Err(Refused::NotStanding.into());
    }
    if !rules::can_arrive(row.starts_at, work.now()) {
        return Err(Refused::TooEarly.into());
    }
    if !ledger::turn(work, &held, hold::State::InUse).await? {
        return Err(Refused::Changed.into());
    }
    came(work, id, Some(work.now()), false).await?;
    work.record(Event::new("meeting.arrived", id).with("case", row.case_id.to_string()));
    Ok(())
}

/// It was somebody else, or a slip.
///
/// # Errors
/// [`Refused::NotStanding`] when nobody was said to have come, or to have stayed away.
pub async fn undo_arrival(work: &Work, id: MeetingId) -> Result<(), Failed<Refused>> {
    let Found { case, row, held } = found::meeting(work, id).await?;
    receiver(work, &case).await?;
    if row.arrived_at.is_none() && !row.absent {
        return Err(Refused::NotStanding.into());
    }
    // Its time may be over meanwhile; whoever is said to have come after all needs it as it was.
    let begun = matches!(held.state, hold::State::InUse | hold::State::Finished);
    if begun && !ledger::turn(work, &held, hold::State::Confirmed).await? {
        return Err(Refused::Changed.into());
    }
    came(work, id, None, false).await?;
    work.record(Event::new("meeting.arrival_undone", id).with("case", row.case_id.to_string()));
    Ok(())
}

/// Nobody came.
///
/// # Errors
/// [`Refused::TooEarly`] before it has begun; [`Refused::NotStanding`] when somebody came after all.
pub async fn absent(work: &Work, id: MeetingId) -> Result<(), Failed<Refused>> {
    let Found { case, row, held } = found::meeting(work, id).await?;
    receiver(work, &case).await?;
    let stood = matches!(held.state, hold::State::Confirmed | hold::State::Finished);
    if !stood || row.absent || row.arrived_at.is_some() {
        return Err(Refused::NotStanding.into());
    }
    if work.now() < row.starts_at {
        return Err(Refused::TooEarly.into());
    }
    came(work, id, None, true).await?;
    work.record(Event::new("meeting.absent", id).with("case", row.case_id.to_string()));
    Ok(())
}

async fn receiver(work: &Work, case: &case::Model) -> Result<(), Failed<Refused>> {
    if rules::may_receive(work.actor()) {
        return Ok(());
    }
    handler(work, case).await.map(drop)
}

async fn came(
    work: &Work,
    id: MeetingId,
    arrived_at: Option<Instant>,
    absent: bool,
) -> Result<(), Fault> {
    let row = meeting::ActiveModel {
        id: Set(id),
        arrived_at: Set(arrived_at),
        absent: Set(absent),
        ..Default::default()
    };
    row.update(work.db()).await?;
    Ok(())
}
