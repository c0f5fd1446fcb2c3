//! Keeping the log, and what is to be done.

use accounts::rules::wrong_field;
use std::collections::BTreeSet;

use kernel::{Failed, Fault, Work, events::Event};
use organisations::{entity::AgencyId, read::agency_names};
use sea_orm::{ActiveValue::Set, QuerySelect, entity::prelude::*};

use super::agreements::writer;
use crate::{
    CoordinationRefused as Refused,
    entity::{
        CoordinationActionId, CoordinationEntryId, coordination_action, coordination_agency,
        coordination_entry,
    },
    letters, read,
    rules::{ActionDraft, Completion, EntryDraft},
};

/// Writes down who met whom, and what came of it.
///
/// # Errors
/// Everything that is wrong at once.
pub async fn add_entry(
    work: &Work,
    wish: &EntryDraft,
) -> Result<CoordinationEntryId, Failed<Refused>> {
    let row = written(work, wish).await?;
    let id: CoordinationEntryId = work.new_id();
    let row = coordination_entry::ActiveModel {
        id: Set(id),
        edition: Set(1),
        ..row
    };
    coordination_entry::Entity::insert(row)
        .exec_without_returning(work.db())
        .await?;
    name_agencies(work, id, &wish.agencies).await?;
    work.record(Event::new("coordination.entered", id));
    Ok(id)
}

/// Corrects an entry, as it was seen.
///
/// # Errors
/// [`Refused::Changed`] when somebody corrected it since; everything that is wrong at once.
pub async fn edit_entry(
    work: &Work,
    id: CoordinationEntryId,
    seen: i32,
    wish: &EntryDraft,
) -> Result<(), Failed<Refused>> {
    let row = written(work, wish).await?;
    let before = held_entry(work, id).await?;
    if before.edition != seen {
        return Err(Refused::Changed.into());
    }
    let row = coordination_entry::ActiveModel {
        id: Set(id),
        edition: Set(before.edition + 1),
        ..row
    };
    row.update(work.db()).await?;
    coordination_agency::Entity::delete_many()
        .filter(coordination_agency::COLUMN.entry_id.eq(id))
        .exec(work.db())
        .await?;
    name_agencies(work, id, &wish.agencies).await?;
    work.record(Event::new("coordination.edited", id).with("edition", before.edition + 1));
    Ok(())
}

async fn written(
    work: &Work,
    wish: &EntryDraft,
) -> Result<coordination_entry::ActiveModel, Failed<Refused>> {
    let person = writer(work)?;
    let mut wrong = wish.wrong(work.now().date());
    let known = agency_names(work.db(), wish.agencies.clone()).await?;
    if wish.agencies.iter().any(|id| !known.contains_key(id)) {
        wrong.push(wrong_field("agencies", "coordination-agencies-missing"));
    }
    let Some(held_on) = wish.held_on.filter(|_| wrong.is_empty()) else {
        return Err(Refused::Invalid(wrong).into());
    };
    let text = |text: &str| Set(text.trim().to_owned());
    Ok(coordination_entry::ActiveModel {
        held_on: Set(held_on.to_string()),
        subject: text(&wish.subject),
        took_part: text(&wish.took_part),
        discussed: text(&wish.discussed),
        agreed: text(&wish.agreed),
        search_key: Set(wish.search_key()),
        written_by: Set(person),
        written_at: Set(work.now()),
        ..Default::default()
    })
}

async fn name_agencies(
    work: &Work,
    id: CoordinationEntryId,
    agencies: &[AgencyId],
) -> Result<(), Fault> {
    let each: BTreeSet<AgencyId> = agencies.iter().copied().collect();
    let row = |agency| coordination_agency::ActiveModel {
        entry_id: Set(id),
        agency_id: Set(agency),
    };
    coordination_agency::Entity::insert_many(each.into_iter().map(row))
        .exec_without_returning(work.db())
        .await?;
    Ok(())
}

/// Writes down what is to be done after an entry.
///
/// # Errors
/// Everything that is wrong at once.
pub async fn add_action(
    work: &Work,
    entry: CoordinationEntryId,
    wish: &ActionDraft,
) -> Result<CoordinationActionId, Failed<Refused>> {
    let row = planned(work, wish)?;
    held_entry(work, entry).await?;
    let id: CoordinationActionId = work.new_id();
    let row = coordination_action::ActiveModel {
        id: Set(id),
        entry_id: Set(entry),
        done_on: Set(None),
        done_note: Set(None),
        reminded_at: Set(None),
        edition: Set(1),
        ..row
    };
    coordination_action::Entity::insert(row)
        .exec_without_returning(work.db())
        .await?;
    work.record(Event::new("action.entered", id).with("entry", entry.to_string()));
    Ok(id)
}

/// Corrects an action, as it was seen. Of another day its side is reminded anew.
///
/// # Errors
/// [`Refused::Changed`] when somebody changed it since; everything that is wrong at once.
pub async fn edit_action(
    work: &Work,
    id: CoordinationActionId,
    seen: i32,
    wish: &ActionDraft,
) -> Result<(), Failed<Refused>> {
    let row = planned(work, wish)?;
    let before = seen_action(work, id, seen).await?;
    let same = Set(before.due_on.clone()) == row.due_on && Set(before.side) == row.side;
    let row = coordination_action::ActiveModel {
        id: Set(id),
        reminded_at: Set(before.reminded_at.filter(|_| same)),
        edition: Set(before.edition + 1),
        ..row
    };
    row.update(work.db()).await?;
    work.record(Event::new("action.edited", id).with("edition", before.edition + 1));
    Ok(())
}

fn planned(work: &Work, wish: &ActionDraft) -> Result<coordination_action::ActiveModel, Refused> {
    let person = writer(work)?;
    let wrong = wish.wrong();
    let (Some(side), Some(due_on), true) = (wish.side, wish.due_on, wrong.is_empty()) else {
        return Err(Refused::Invalid(wrong));
    };
    Ok(coordination_action::ActiveModel {
        what: Set(wish.what.trim().to_owned()),
        side: Set(side),
        who: Set(wish.who.trim().to_owned()),
        due_on: Set(due_on.to_string()),
        written_by: Set(person),
        written_at: Set(work.now()),
        ..Default::default()
    })
}

/// Says that an action was done, as it was seen.
///
/// # Errors
/// [`Refused::Changed`] when somebody changed it since, or it was done; everything that is wrong.
pub async fn complete_action(
    work: &Work,
    id: CoordinationActionId,
    seen: i32,
    done: &Completion,
) -> Result<(), Failed<Refused>> {
    let before = seen_action(work, id, seen).await?;
    if before.done_on.is_some() {
        return Err(Refused::Changed.into());
    }
    let wrong = done.wrong(work.now().date());
    let Some(done_on) = done.done_on.filter(|_| wrong.is_empty()) else {
        return Err(Refused::Invalid(wrong).into());
    };
    let note = Some(done.note.trim().to_owned()).filter(|note| !note.is_empty());
    set_done(work, &before, Some(done_on.to_string()), note).await?;
    work.record(Event::new("action.completed", id).with("done_on", done_on.to_string()));
    Ok(())
}

/// Opens again what was said to be done, as it was seen.
///
/// # Errors
/// [`Refused::Changed`] when somebody changed it since, or it is open.
pub async fn reopen_action(
    work: &Work,
    id: CoordinationActionId,
    seen: i32,
) -> Result<(), Failed<Refused>> {
    let before = seen_action(work, id, seen).await?;
    if before.done_on.is_none() {
        return Err(Refused::Changed.into());
    }
    set_done(work, &before, None, None).await?;
    work.record(Event::new("action.reopened", id));
    Ok(())
}

async fn set_done(
    work: &Work,
    before: &coordination_action::Model,
    done_on: Option<String>,
    done_note: Option<String>,
) -> Result<(), Failed<Refused>> {
    let row = coordination_action::ActiveModel {
        id: Set(before.id),
        done_on: Set(done_on),
        done_note: Set(done_note),
        edition: Set(before.edition + 1),
        written_by: Set(writer(work)?),
        written_at: Set(work.now()),
        ..Default::default()
    };
    row.update(work.db()).await?;
    Ok(())
}

/// Reminds a side of its action, once; nothing when it was done meanwhile, or another node has. Says
/// how many letters were written.
pub async fn remind_of_action(work: &Work, id: CoordinationActionId) -> Result<usize, Fault> {
    let found = coordination_action::Entity::find_by_id(id).lock_exclusive();
    let waits =
        |row: &coordination_action::Model| row.done_on.is_none() && row.reminded_at.is_none();
    let Some(row) = found.one(work.db()).await?.filter(waits) else {
        return Ok(0);
    };
    let Some(entry) = read::entry(work.db(), row.entry_id).await? else {
        return Ok(0);
    };
    let reminded = coordination_action::ActiveModel {
        id: Set(id),
        reminded_at: Set(Some(work.now())),
        ..Default::default()
    };
    reminded.update(work.db()).await?;
    work.record(Event::new("action.reminded", id).with("due_on", row.due_on.as_str()));
    letters::action_due(work, &row, &entry.row).await
}

/// The entry, locked.
async fn held_entry(
    work: &Work,
    id: CoordinationEntryId,
) -> Result<coordination_entry::Model, Failed<Refused>> {
    let found = coordination_entry::Entity::find_by_id(id).lock_exclusive();
    let found = found.one(work.db()).await?;
    Ok(found.ok_or(Refused::NotThere)?)
}

/// The action, locked, if it still is as it was seen.
async fn seen_action(
    work: &Work,
    id: CoordinationActionId,
    seen: i32,
) -> Result<coordination_action::Model, Failed<Refused>> {
    writer(work)?;
    let found = coordination_action::Entity::find_by_id(id).lock_exclusive();
    let found = found.one(work.db()).await?.ok_or(Refused::NotThere)?;
    if found.edition != seen {
        return Err(Refused::Changed.into());
    }
    Ok(found)
}
