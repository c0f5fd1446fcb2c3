//! A time that was asked for, before anybody has the case: whose it becomes, and when it lapses.

use bookings::{entity::hold, ledger};
use kernel::{Failed, Work, events::Event};

use super::{
    found::{self, Found, standing},
    hand_over::{call_off, pass_on},
};
use crate::{
    Refused,
    entity::{CaseId, ExpertId, MeetingId, case},
    letters, read,
};

/// What was asked for with an expert stands once they have the case.
pub(super) async fn confirm_requested(
    work: &Work,
    case: &case::Model,
    expert: ExpertId,
) -> Result<(), Failed<Refused>> {
    for one in read::standing_meetings(work.db(), case.id).await? {
        let Found { row, held, .. } = found::meeting(work, one.id).await?;
        if row.expert_id != expert || held.state != hold::State::Requested {
            continue;
        }
        if !ledger::turn(work, &held, hold::State::Confirmed).await? {
            return Err(Refused::Changed.into());
        }
        work.record(Event::new("meeting.confirmed", row.id).with("case", case.id.to_string()));
        letters::arranged(work, case, &row, letters::News::Confirmed).await?;
    }
    Ok(())
}

/// A time that was asked for with somebody who does not get the case goes to who does; when they do not
/// have it free, it is called off, and the person is told that another day is found.
pub(super) async fn take_requested(
    work: &Work,
    id: CaseId,
    to: ExpertId,
) -> Result<(), Failed<Refused>> {
    let has = read::experts_of(work.db(), id).await?;
    for one in read::standing_meetings(work.db(), id).await? {
        let found = found::meeting(work, one.id).await?;
        let theirs = has.iter().any(|own| own.id == found.row.expert_id);
        if theirs || found.held.state != hold::State::Requested {
            continue;
        }
        match pass_on(work, found, to).await {
            Err(Failed::Refused(Refused::SlotTaken)) => {
                let found = found::meeting(work, one.id).await?;
                call_off(work, found, letters::News::Lapsed).await?;
            }
            done => done?,
        }
    }
    Ok(())
}

/// A time that was asked for is about to begin, and nobody was found for the case: it is called off, the
/// person is told that another day is found, and the case goes on waiting.
///
/// # Errors
/// [`Refused::NotStanding`] when it stands meanwhile, or was called off.
pub async fn lapse(work: &Work, id: MeetingId) -> Result<(), Failed<Refused>> {
    let found = standing(work, id).await?;
    if found.held.state != hold::State::Requested {
        return Err(Refused::NotStanding.into());
    }
    call_off(work, found, letters::News::Lapsed).await
}
