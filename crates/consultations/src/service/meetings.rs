//! Meetings: arranged, moved, called off.

mod arrive;
mod own;
mod told;

use accounts::read::contact;
use accounts::rules::{Words, wrong_field};
use bookings::{
    entity::hold,
    ledger::{self, Claim},
};
use chrono::{TimeDelta, Timelike};
use kernel::{Failed, Fault, Instant, PersonId, Span, Work, events::Event};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

pub use arrive::{absent, arrive, undo_arrival};
pub use own::choose_again;
pub use told::{remind, tell_late};

use super::{
    ask::insert,
    dispatches::{give_back, minutes_of},
    found::{Found, case, handler, standing},
    limits::has_time,
    take::{MEETING, exchange, take},
};
use crate::{
    Refused,
    entity::{
        CaseId, ExpertId, MeetingId, case, expert,
        meeting::{self, Mode},
    },
    letters, read, rules,
};

/// So far ahead a meeting can be arranged.
const FURTHEST: TimeDelta = TimeDelta::days(366);

/// A meeting as somebody arranges it, as far as it could be read.
#[derive(Clone, Debug)]
pub struct Arrange {
    /// With which expert of the case.
    pub expert: Option<ExpertId>,
    /// How they talk.
    pub mode: Option<Mode>,
    /// From when; also outside the expert's hours, when all agree.
    pub from: Option<Instant>,
    /// Where they meet, when it is not at the centre.
    pub link: String,
}

impl Arrange {
    fn read(&self, now: Instant) -> Result<(ExpertId, Mode, Instant), Refused> {
        let mut wrong = Vec::new();
        if self.expert.is_none() {
            wrong.push(wrong_field("expert", "meetings-expert-missing"));
        }
        if self.mode.is_none() {
            wrong.push(wrong_field("mode", "consultations-mode-missing"));
        }
        match self.from {
            None => wrong.push(wrong_field("day", "meetings-time-missing")),
            Some(from) if from <= now => wrong.push(wrong_field("day", "meetings-time-past")),
            Some(from) if from > now + FURTHEST => {
                wrong.push(wrong_field("day", "meetings-time-far"));
            }
            Some(from) if from.time().minute() % 5 != 0 => {
                wrong.push(wrong_field("time", "meetings-time-odd"));
            }
            Some(_) => {}
        }
        wrong.extend(Words::line("link", &self.link).wrong());
        let link = self.link.trim();
        if self.mode == Some(Mode::Online) && !link.is_empty() && !link.starts_with("https://") {
            wrong.push(wrong_field("link", "meetings-link-wrong"));
        }
        match (self.expert, self.mode, self.from) {
            (Some(expert), Some(mode), Some(from)) if wrong.is_empty() => Ok((expert, mode, from)),
            _ => Err(Refused::Invalid(wrong)),
        }
    }
}

/// Arranges a meeting of a case with one of its experts; the person and the expert are told.
///
/// # Errors
/// Everything that is wrong at once; [`Refused::SlotTaken`].
pub async fn arrange(
    work: &Work,
    id: CaseId,
    wish: &Arrange,
) -> Result<MeetingId, Failed<Refused>> {
    arranged(work, id, wish, None).await
}

/// The same, so many minutes long when the terms of consultations do not say how long.
pub(super) async fn arranged(
    work: &Work,
    id: CaseId,
    wish: &Arrange,
    minutes: Option<i32>,
) -> Result<MeetingId, Failed<Refused>> {
    let found = case(work, id).await?;
    let by = handler(work, &found).await?;
    if found.state == case::State::Closed {
        return Err(Refused::Closed.into());
    }
    let (expert, mode, from) = wish.read(work.now())?;
    let experts = read::experts_of(work.db(), id).await?;
    let expert = experts.into_iter().find(|own| own.id == expert);
    let expert = expert.ok_or(Refused::NotTheirs)?;
    still_here(&expert, from)?;
    let span = span(work, from, minutes).await?;
    let link = wish.link.trim().to_owned();
    place(work, &found, (&expert, mode, span), (link, Some(by))).await
}

/// Nobody meets an expert who has left by then.
fn still_here(expert: &expert::Model, from: Instant) -> Result<(), Refused> {
    if expert.works_as(Some(expert.person_id), from.date()) {
        return Ok(());
    }
    let wrong = wrong_field("expert", "meetings-expert-gone");
    Err(Refused::Invalid(vec![wrong]))
}

/// Takes a time for a meeting, writes it down, and tells both.
async fn place(
    work: &Work,
    found: &case::Model,
    (expert, mode, span): (&expert::Model, Mode, Span),
    (link, by): (String, Option<PersonId>),
) -> Result<MeetingId, Failed<Refused>> {
    let who = contact(work.db(), found.person_id)
        .await?
        .ok_or(Refused::NotThere)?;
    let id: MeetingId = work.new_id();
    let claim = Claim {
        kind: MEETING,
        label: who.name.clone(),
        link: format!("/meetings/{id}"),
        state: hold::State::Confirmed,
        expires_at: None,
    };
    let held = take(work, claim, expert, mode, span).await?;
    let row = meeting::Model {
        id,
        case_id: found.id,
        expert_id: expert.id,
        hold_id: held.hold,
        mode,
        space_id: held.space,
        starts_at: span.from,
        ends_at: span.until,
        link,
        arrived_at: None,
        absent: false,
        late: None,
        late_minutes: 0,
        reminded: 0,
        version: 1,
        made_at: work.now(),
        made_by: by,
    };
    insert(work, &row).await?;
    letters::arranged(work, found, &row, letters::News::Confirmed).await?;
    Ok(id)
}

async fn span(work: &Work, from: Instant, minutes: Option<i32>) -> Result<Span, Fault> {
    let minutes = match minutes {
        Some(minutes) => minutes,
        None => read::terms(work.db(), from.date()).await?.meeting_minutes,
    };
    Ok(Span {
        from,
        until: from + TimeDelta::minutes(minutes.into()),
    })
}

/// Moves a meeting to another time or expert, or has people talk in another way; what the person asked
/// for stands from now on.
///
/// The person moves their own to a time that is offered; whoever handles the case to any.
///
/// # Errors
/// [`Refused::SlotTaken`]; [`Refused::Changed`] when it was moved since.
pub async fn move_to(
    work: &Work,
    id: MeetingId,
    seen: i32,
    wish: &Arrange,
) -> Result<(), Failed<Refused>> {
    let Found { case, row, held } = standing(work, id).await?;
    let theirs = rules::is_theirs(&case, work.actor().person);
    if !theirs {
        handler(work, &case).await?;
    }
    if row.version != seen {
        return Err(Refused::Changed.into());
    }
    if row.arrived_at.is_some() || row.starts_at <= work.now() {
        return Err(Refused::NotStanding.into());
    }
    let (expert, mode, from) = wish.read(work.now())?;
    if theirs {
        let offered = read::is_offered(work.db(), work.kept(), (expert, mode, from), work.now());
        let (_, span) = offered.await?.ok_or(Refused::SlotTaken)?;
        has_time(work, case.person_id, span, Some(id)).await?;
    }
    let may_have = if held.state == hold::State::Requested && !theirs {
        None
    } else {
        Some(row.expert_id)
    };
    let mut experts = read::experts_of(work.db(), row.case_id).await?;
    experts.extend(read::expert_row(work.db(), may_have).await?);
    let expert = experts.into_iter().find(|own| own.id == expert);
    let expert = expert.ok_or(Refused::NotTheirs)?;
    still_here(&expert, from)?;
    let minutes = minutes_of(work, id, (from, mode)).await?;
    let span = span(work, from, minutes).await?;
    let space = exchange(work, &held, &expert, mode, span).await?;
    let stands = held.state == hold::State::Requested && !theirs;
    if stands && !ledger::turn(work, &held, hold::State::Confirmed).await? {
        return Err(Refused::Changed.into());
    }
    let before = row.expert_id;
    let moved = meeting::Model {
        expert_id: expert.id,
        mode,
        space_id: space,
        starts_at: span.from,
        ends_at: span.until,
        link: if theirs {
            row.link
        } else {
            wish.link.trim().to_owned()
        },
        late: None,
        late_minutes: 0,
        reminded: 0,
        version: row.version + 1,
        ..row
    };
    let active: meeting::ActiveModel = moved.clone().into();
    active.reset_all().update(work.db()).await?;
    let event = Event::new("meeting.moved", id)
        .with("expert", expert.id.to_string())
        .with("starts_at", span.from.rfc3339());
    work.record(event);
    let waits = held.state == hold::State::Requested;
    // Whoever only might have met them was not told of it.
    if !waits && before != moved.expert_id {
        letters::lost(work, &case, &moved, before).await?;
    }
    let news = letters::News::moved(waits && theirs);
    Ok(letters::arranged(work, &case, &moved, news).await?)
}

/// Calls a meeting off: the person theirs, or whoever handles the case.
///
/// # Errors
/// [`Refused::NotStanding`] when it was called off before, or has begun.
pub async fn cancel(work: &Work, id: MeetingId) -> Result<CaseId, Failed<Refused>> {
    call_off(work, id, letters::News::Cancelled).await
}

/// The same, and why.
pub(super) async fn call_off(
    work: &Work,
    id: MeetingId,
    news: letters::News,
) -> Result<CaseId, Failed<Refused>> {
    let Found { case, row, held } = standing(work, id).await?;
    let theirs = rules::is_theirs(&case, work.actor().person);
    if !theirs {
        handler(work, &case).await?;
    }
    // Once it has begun, whoever does not come was absent.
    let over = if theirs { row.starts_at } else { row.ends_at };
    if row.arrived_at.is_some() || over <= work.now() {
        return Err(Refused::NotStanding.into());
    }
    if !ledger::turn(work, &held, hold::State::Cancelled).await? {
        return Err(Refused::NotStanding.into());
    }
    let version = meeting::ActiveModel {
        id: Set(id),
        version: Set(row.version + 1),
        ..Default::default()
    };
    let row = version.update(work.db()).await?;
    give_back(work, id).await?;
    work.record(Event::new("meeting.cancelled", id).with("case", row.case_id.to_string()));
    letters::arranged(work, &case, &row, news).await?;
    Ok(row.case_id)
}
