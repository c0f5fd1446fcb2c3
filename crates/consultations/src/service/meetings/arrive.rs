//! Who came to a meeting, and who did not.

use bookings::{entity::hold, ledger};
use kernel::{Failed, Fault, Instant, Work, events::Event};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::super::found::{self, Found, handler, standing};
use crate::{
    Refused,
    entity::{MeetingId, case, meeting, meeting_record},
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
    unwritten(work, &case, id).await?;
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
/// [`Refused::TooEarly`] before it has begun; [`Refused::NotStanding`] when somebody came after all;
/// [`Refused::Closed`], and [`Refused::Unmet`] once its record is finished.
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
    unwritten(work, &case, id).await?;
    came(work, id, None, true).await?;
    work.record(Event::new("meeting.absent", id).with("case", row.case_id.to_string()));
    Ok(())
}

/// What was said is written down, or the case is closed: then it is not said any more that nobody came.
/// Figures and what the expert is paid follow from it.
async fn unwritten(work: &Work, case: &case::Model, id: MeetingId) -> Result<(), Failed<Refused>> {
    if case.state == case::State::Closed {
        return Err(Refused::Closed.into());
    }
    let record = meeting_record::Entity::find_by_id(id)
        .one(work.db())
        .await?;
    if record.is_some_and(|record| record.finished_at.is_some()) {
        return Err(Refused::Unmet("meetings-written-already").into());
    }
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
