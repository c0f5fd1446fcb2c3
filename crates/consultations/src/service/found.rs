//! Finding what is about to change, locked, and who changes it.

use kernel::{Failed, PersonId, Work, events::Event};
use sea_orm::{ActiveValue::Set, QuerySelect, entity::prelude::*};

use bookings::entity::hold;

use crate::{
    Refused,
    entity::{CaseId, MeetingId, case, meeting},
    read,
    rules::{self, Reading},
};

/// The case, locked.
pub(super) async fn case(work: &Work, id: CaseId) -> Result<case::Model, Failed<Refused>> {
    let found = case::Entity::find_by_id(id).lock_exclusive();
    Ok(found.one(work.db()).await?.ok_or(Refused::NotThere)?)
}

/// The case, locked, if it still is as it was seen and open.
pub(super) async fn open_case(
    work: &Work,
    id: CaseId,
    seen: i32,
) -> Result<case::Model, Failed<Refused>> {
    let found = case(work, id).await?;
    if found.edition != seen {
        return Err(Refused::Changed.into());
    }
    if found.state == case::State::Closed {
        return Err(Refused::Closed.into());
    }
    Ok(found)
}

/// Lets pass who handles the case, and says who it is.
pub(super) async fn handler(work: &Work, case: &case::Model) -> Result<PersonId, Failed<Refused>> {
    let standing = read::standing(work.db(), work.actor(), case.id, work.now()).await?;
    let reading = rules::may_read(work.actor(), case, standing, work.now());
    let person = work.actor().person.filter(|_| reading == Reading::Handles);
    Ok(person.ok_or(Refused::MayNot)?)
}

/// Lets pass who handles the case, open or closed, as long as its words are kept; what is written after
/// they were erased would stay for ever.
pub(super) async fn remembered(
    work: &Work,
    case: &case::Model,
) -> Result<PersonId, Failed<Refused>> {
    let by = handler(work, case).await?;
    if case.erased_at.is_some() {
        return Err(Refused::Closed.into());
    }
    Ok(by)
}

/// It has become a matter of which few may know (関係者限り), and stays one.
pub(super) async fn keep_to_few(work: &Work, case: &case::Model) -> Result<(), Failed<Refused>> {
    if case.need_to_know {
        return Ok(());
    }
    let row = case::ActiveModel {
        id: Set(case.id),
        need_to_know: Set(true),
        ..Default::default()
    };
    row.update(work.db()).await?;
    work.record(Event::new("case.kept_to_few", case.id));
    Ok(())
}

/// Lets pass who handles the case while it is open, and says who it is; the case is locked.
pub(super) async fn writer(work: &Work, id: CaseId) -> Result<PersonId, Failed<Refused>> {
    let found = case(work, id).await?;
    let by = handler(work, &found).await?;
    if found.state == case::State::Closed {
        return Err(Refused::Closed.into());
    }
    Ok(by)
}

/// Lets coordinators pass, and says who it is.
pub(super) fn coordinator(work: &Work) -> Result<PersonId, Refused> {
    let may = rules::may_arrange(work.actor());
    work.actor().person.filter(|_| may).ok_or(Refused::MayNot)
}

/// A meeting with its case and its hold. The case is locked, always before anything that belongs to it:
/// two who change the same case come one after the other, from whichever end they begin.
pub(super) struct Found {
    /// Its case.
    pub(super) case: case::Model,
    /// The meeting.
    pub(super) row: meeting::Model,
    /// What keeps its place.
    pub(super) held: hold::Model,
}

/// A meeting, found.
pub(super) async fn meeting(work: &Work, id: MeetingId) -> Result<Found, Failed<Refused>> {
    let whose = meeting::Entity::find_by_id(id).one(work.db()).await?;
    let case = case(work, whose.ok_or(Refused::NotThere)?.case_id).await?;
    let found = meeting::Entity::find_by_id(id).find_also_related(hold::Entity);
    let (row, held) = found.one(work.db()).await?.ok_or(Refused::NotThere)?;
    let held = held.ok_or(Refused::NotThere)?;
    Ok(Found { case, row, held })
}

/// A meeting that is still to come or going on.
pub(super) async fn standing(work: &Work, id: MeetingId) -> Result<Found, Failed<Refused>> {
    let found = meeting(work, id).await?;
    let stands = matches!(
        found.held.state,
        hold::State::Requested | hold::State::Confirmed | hold::State::InUse
    );
    if stands && !found.row.absent {
        Ok(found)
    } else {
        Err(Refused::NotStanding.into())
    }
}
