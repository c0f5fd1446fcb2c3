//! An expert leaves: all that is ahead of them goes to others, or gets another day, in one go.

use accounts::rules::Words;
use bookings::{entity::hold, ledger};
use kernel::{Failed, Span, Work, events::Event};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::{
    assign::{give, take_from},
    dispatches::give_back,
    found::{Found, case, standing},
    take::exchange,
};
use crate::{
    Refused,
    entity::{CaseId, ExpertId, MeetingId, case, meeting},
    letters, read, rules,
};

/// What becomes of a meeting whose expert leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Onwards {
    /// It stays when it is, with another expert.
    To(ExpertId),
    /// It is called off, and the centre finds another day.
    NewDay,
}

/// Hands over what is ahead of an expert: each meeting goes to another at its time, or is called off with
/// a letter that the centre finds another day, and its case waits for somebody again. All of it, or
/// nothing.
///
/// # Errors
/// [`Refused::Barred`] and [`Refused::SlotTaken`] when one of the others cannot have a meeting;
/// [`Refused::Changed`] when one is no longer this expert's.
pub async fn hand_over(
    work: &Work,
    from: ExpertId,
    why: &str,
    meetings: &[(MeetingId, Onwards)],
) -> Result<(), Failed<Refused>> {
    if !rules::may_keep_experts(work.actor()) {
        return Err(Refused::MayNot.into());
    }
    if let Some(wrong) = Words::text("why", why, 1_000).or_missing("cases-why-missing") {
        return Err(Refused::Invalid(vec![wrong]).into());
    }
    if meetings.is_empty() {
        let wrong = accounts::rules::wrong_field("meetings", "experts-handover-none-chosen");
        return Err(Refused::Invalid(vec![wrong]).into());
    }
    let mut cases = cases_of(work, meetings).await?;
    // Cases are locked in one order, so that two who hand over do not wait for each other in a circle.
    cases.sort_unstable();
    for (of, id, onwards) in cases {
        let found = standing(work, id).await?;
        if found.row.expert_id != from || found.row.starts_at <= work.now() {
            return Err(Refused::Changed.into());
        }
        match onwards {
            Some(to) => pass_on(work, found, to).await?,
            None => call_off(work, found, letters::News::Postponed).await?,
        }
        leave_case(work, of, from, why).await?;
    }
    Ok(())
}

/// The meetings with their cases; to whom they go, if to anybody.
async fn cases_of(
    work: &Work,
    meetings: &[(MeetingId, Onwards)],
) -> Result<Vec<(CaseId, MeetingId, Option<ExpertId>)>, Failed<Refused>> {
    let ids: Vec<MeetingId> = meetings.iter().map(|(id, _)| *id).collect();
    let rows = meeting::Entity::find().filter(meeting::COLUMN.id.is_in(ids));
    let rows = rows.all(work.db()).await?;
    let with = meetings.iter().map(|(id, onwards)| {
        let row = rows.iter().find(|row| row.id == *id)?;
        let to = match onwards {
            Onwards::To(expert) => Some(*expert),
            Onwards::NewDay => None,
        };
        Some((row.case_id, *id, to))
    });
    let all: Option<Vec<_>> = with.collect();
    Ok(all.ok_or(Refused::NotThere)?)
}

/// Another expert has the meeting, at its time, and the case.
pub(super) async fn pass_on(
    work: &Work,
    found: Found,
    to: ExpertId,
) -> Result<(), Failed<Refused>> {
    let Found { case, row, held } = found;
    let known = read::candidate(work.db(), &case, to, work.now()).await?;
    let (expert, candidate) = known.ok_or(Refused::NotThere)?;
    let has = read::experts_of(work.db(), case.id).await?;
    let has_it = has.iter().any(|own| own.id == to);
    if let Some(why) = rules::barred(&candidate, &case.company).filter(|_| !has_it) {
        return Err(Refused::Barred(why).into());
    }
    let span = Span {
        from: row.starts_at,
        until: row.ends_at,
    };
    // Who is not at work then has not been asked; it can still be arranged with them by hand.
    let free = read::free_at(work.db(), work.kept(), row.mode, span).await?;
    if !free.contains(&to) {
        return Err(Refused::SlotTaken.into());
    }
    let space = exchange(work, &held, &expert, row.mode, span).await?;
    let before = row.expert_id;
    let moved = meeting::Model {
        expert_id: to,
        space_id: space,
        reminded: 0,
        version: row.version + 1,
        ..row
    };
    let active: meeting::ActiveModel = moved.clone().into();
    active.reset_all().update(work.db()).await?;
    let event = Event::new("meeting.moved", moved.id).with("expert", to.to_string());
    work.record(event.with("starts_at", moved.starts_at.rfc3339()));
    // A time that was only asked for waits for a coordinator, as before.
    if held.state == hold::State::Requested {
        return Ok(());
    }
    if !has_it {
        give(work, &case, &expert, work.now()).await?;
        work.record(Event::new("case.assigned", case.id).with("expert", to.to_string()));
        letters::assigned(work, &case, &expert).await?;
    }
    letters::lost(work, &case, &moved, before).await?;
    Ok(letters::arranged(work, &case, &moved, letters::News::Moved).await?)
}

/// The meeting is called off by the centre, which finds another day.
pub(super) async fn call_off(
    work: &Work,
    found: Found,
    news: letters::News,
) -> Result<(), Failed<Refused>> {
    let Found { case, row, held } = found;
    if !ledger::turn(work, &held, hold::State::Released).await? {
        return Err(Refused::Changed.into());
    }
    let version = meeting::ActiveModel {
        id: Set(row.id),
        version: Set(row.version + 1),
        ..Default::default()
    };
    let row = version.update(work.db()).await?;
    give_back(work, row.id).await?;
    work.record(Event::new("meeting.released", row.id).with("case", case.id.to_string()));
    Ok(letters::arranged(work, &case, &row, news).await?)
}

/// The case is no longer this expert's once nothing of it is ahead of them.
async fn leave_case(
    work: &Work,
    id: CaseId,
    from: ExpertId,
    why: &str,
) -> Result<(), Failed<Refused>> {
    let ahead = read::standing_meetings(work.db(), id).await?;
    let theirs = |one: &meeting::Model| one.expert_id == from && work.now() < one.ends_at;
    let has = read::experts_of(work.db(), id).await?;
    if ahead.iter().any(theirs) || !has.iter().any(|own| own.id == from) {
        return Ok(());
    }
    let row: case::Model = case(work, id).await?;
    take_from(work, row, from, why).await
}
