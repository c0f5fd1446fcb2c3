//! Special desks for hard times: opened, and closed.

use accounts::rules::wrong_field;
use chrono::NaiveDate;
use kernel::{Failed, Fault, Work, events::Event};
use sea_orm::{ActiveValue::Set, QuerySelect, entity::prelude::*};

use crate::{
    Refused,
    entity::{EmergencyDeskId, emergency_desk},
    read,
    rules::{self, DeskDraft},
};

/// Opens a special desk: the home page says so from its first day on, and whoever asks by it is looked
/// at first.
///
/// # Errors
/// Everything that is wrong at once.
pub async fn open_desk(work: &Work, draft: &DeskDraft) -> Result<EmergencyDeskId, Failed<Refused>> {
    let by = work
        .actor()
        .person
        .filter(|_| rules::may_open_desks(work.actor()));
    let by = by.ok_or(Refused::MayNot)?;
    let wrong = draft.wrong(work.now().date());
    let (Some(first), Some(days), true) = (draft.starts_on, draft.triage_days, wrong.is_empty())
    else {
        return Err(Refused::Invalid(wrong).into());
    };
    let id: EmergencyDeskId = work.new_id();
    emergency_desk::Entity::insert(emergency_desk::ActiveModel {
        id: Set(id),
        name: Set(draft.name.trim().to_owned()),
        about: Set(draft.about.trim().to_owned()),
        starts_on: Set(first.to_string()),
        ends_on: Set(draft.last().map(|last| last.to_string())),
        triage_days: Set(days),
        edition: Set(1),
        opened_by: Set(by),
        opened_at: Set(work.now()),
    })
    .exec_without_returning(work.db())
    .await?;
    work.record(Event::new("emergency_desk.opened", id).with("starts_on", first.to_string()));
    Ok(id)
}

/// Closes a special desk after a day, as it was seen; what came in by it stays what it is.
///
/// # Errors
/// [`Refused::Changed`] when somebody changed it since; [`Refused::Invalid`] for a day before its first
/// or before today.
pub async fn close_desk(
    work: &Work,
    id: EmergencyDeskId,
    seen: i32,
    last: Option<NaiveDate>,
) -> Result<(), Failed<Refused>> {
    if !rules::may_open_desks(work.actor()) {
        return Err(Refused::MayNot.into());
    }
    let row = emergency_desk::Entity::find_by_id(id)
        .lock_exclusive()
        .one(work.db())
        .await?
        .ok_or(Refused::NotThere)?;
    if row.edition != seen {
        return Err(Refused::Changed.into());
    }
    let today = work.now().date();
    let wrong = match last {
        None => Some("cases-day-missing"),
        Some(last) if last < today || last.to_string() < row.starts_on => {
            Some("emergency-last-early")
        }
        Some(_) => None,
    };
    if let Some(key) = wrong {
        let wrong = wrong_field("last", key);
        return Err(Refused::Invalid(vec![wrong]).into());
    }
    let closed = emergency_desk::ActiveModel {
        id: Set(id),
        ends_on: Set(last.map(|last| last.to_string())),
        edition: Set(seen + 1),
        ..Default::default()
    };
    let row = closed.update(work.db()).await?;
    let event = Event::new("emergency_desk.closed", id);
    work.record(event.with("ends_on", row.ends_on.unwrap_or_default()));
    Ok(())
}

/// The desk by which somebody asks, if they do and it is open; a guest's may be closed meanwhile.
pub(super) async fn still_open(
    work: &Work,
    id: Option<EmergencyDeskId>,
) -> Result<Option<emergency_desk::Model>, Fault> {
    let Some(id) = id else {
        return Ok(None);
    };
    let today = work.now().date().to_string();
    let found = read::desk(work.db(), id).await?;
    Ok(found.filter(|desk| desk.is_open(&today)))
}

/// The same of somebody who asks now.
pub(super) async fn asked_by(
    work: &Work,
    id: Option<EmergencyDeskId>,
) -> Result<Option<emergency_desk::Model>, Failed<Refused>> {
    let found = still_open(work, id).await?;
    if id.is_some() && found.is_none() {
        let wrong = wrong_field("desk", "emergency-over");
        return Err(Refused::Invalid(vec![wrong]).into());
    }
    Ok(found)
}
