//! How a case ends, and begins again.

use kernel::{Failed, Work, events::Event};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::{
    dispatches::end_all,
    follow_up::{drop_open, plan},
    found::{case, handler, open_case},
    meetings::call_off,
};
use crate::{
    Refused,
    entity::{CaseId, case},
    letters::News,
    read,
    rules::{self, Closing},
};

/// Closes a case with what came of it. Every meeting that was held has its record by then; people are
/// still asked how they are, unless they took it back or cannot be reached.
///
/// # Errors
/// [`Refused::MeetingAhead`], [`Refused::Unfinished`]; everything that is wrong at once.
pub async fn close(
    work: &Work,
    id: CaseId,
    seen: i32,
    closing: &Closing,
) -> Result<(), Failed<Refused>> {
    let found = open_case(work, id, seen).await?;
    handler(work, &found).await?;
    let wrong = closing.wrong();
    let (Some(outcome), true) = (closing.outcome, wrong.is_empty()) else {
        return Err(Refused::Invalid(wrong).into());
    };
    let meetings = read::meetings_of(work.db(), id).await?;
    if meetings.iter().any(|one| one.is_ahead(work.now())) {
        return Err(Refused::MeetingAhead.into());
    }
    if meetings.iter().any(read::Meeting::wants_a_record) {
        return Err(Refused::Unfinished.into());
    }
    end_all(work, &found).await?;
    let last = meetings.iter().filter(|one| one.was_held());
    let last = last.map(|one| one.row.starts_at.date()).max();
    match last {
        _ if !Closing::asks_again(outcome) => drop_open(work, id).await?,
        // What was dropped when it was closed before is planned again.
        Some(last) => plan(work, id, last).await?,
        None => {}
    }
    let row = case::ActiveModel {
        id: Set(id),
        state: Set(case::State::Closed),
        outcome: Set(Some(outcome)),
        closing_note: Set(Some(closing.note.trim().to_owned())),
        closed_at: Set(Some(work.now())),
        edition: Set(found.edition + 1),
        ..Default::default()
    };
    row.update(work.db()).await?;
    work.record(Event::new("case.closed", id).with("outcome", outcome.code()));
    Ok(())
}

/// Opens a closed case again: whoever handled it last goes on.
///
/// # Errors
/// [`Refused::Open`] when it is open; [`Refused::Changed`].
pub async fn reopen(work: &Work, id: CaseId, seen: i32) -> Result<(), Failed<Refused>> {
    let found = case(work, id).await?;
    handler(work, &found).await?;
    if found.state != case::State::Closed {
        return Err(Refused::Open.into());
    }
    if found.erased_at.is_some() {
        return Err(Refused::Closed.into());
    }
    if found.edition != seen {
        return Err(Refused::Changed.into());
    }
    let has_expert = !read::experts_of(work.db(), id).await?.is_empty();
    let state = if has_expert {
        case::State::Running
    } else {
        case::State::Waiting
    };
    let row = case::ActiveModel {
        id: Set(id),
        state: Set(state),
        outcome: Set(None),
        closing_note: Set(None),
        closed_at: Set(None),
        edition: Set(found.edition + 1),
        ..Default::default()
    };
    row.update(work.db()).await?;
    let before = found.outcome.map(case::Outcome::code);
    work.record(Event::new("case.reopened", id).with("outcome", before));
    Ok(())
}

/// The person takes their question back; what was to come is called off.
///
/// # Errors
/// [`Refused::Closed`] when it is over already; [`Refused::Unfinished`] when they have met: then whoever
/// handles it closes it.
pub async fn withdraw(work: &Work, id: CaseId) -> Result<(), Failed<Refused>> {
    let found = case(work, id).await?;
    if !rules::is_theirs(&found, work.actor().person) {
        return Err(Refused::NotThere.into());
    }
    if found.state == case::State::Closed {
        return Err(Refused::Closed.into());
    }
    let meetings = read::meetings_of(work.db(), id).await?;
    if meetings.iter().any(read::Meeting::was_held) {
        return Err(Refused::Unfinished.into());
    }
    for one in meetings.iter().filter(|one| one.is_ahead(work.now())) {
        call_off(work, one.row.id, News::Withdrawn).await?;
    }
    end_all(work, &found).await?;
    let row = case::ActiveModel {
        id: Set(id),
        state: Set(case::State::Closed),
        outcome: Set(Some(case::Outcome::Withdrawn)),
        closed_at: Set(Some(work.now())),
        edition: Set(found.edition + 1),
        ..Default::default()
    };
    row.update(work.db()).await?;
    work.record(Event::new("case.withdrawn", id));
    Ok(())
}
