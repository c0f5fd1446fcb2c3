//! Lessons: added, moved, removed. Each takes its room and its lecturer's time of the ledger.

use bookings::{entity::hold, ledger};
use kernel::{Failed, Fault, Work, events::Event};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::{
    charges::moved,
    found,
    take::{opened, take},
};
use crate::{
    Refused,
    entity::{
        LessonId, SeminarId,
        lesson::{self, Area},
        seminar,
    },
    letters::{self, News},
    rules::{LessonDraft, Standing, standing},
};

/// Adds a lesson to a seminar that is being written.
///
/// # Errors
/// Everything that is wrong at once; [`Refused::Occupied`]; [`Refused::NotNow`] once it was handed in.
pub async fn add_lesson(
    work: &Work,
    id: SeminarId,
    edition: i32,
    draft: &LessonDraft,
) -> Result<LessonId, Failed<Refused>> {
    right(work, draft)?;
    opened(work, std::slice::from_ref(draft)).await?;
    let row = found::seen(work, id, edition).await?;
    if row.state != seminar::State::Draft {
        return Err(Refused::NotNow.into());
    }
    let added = enter(work, &row, std::slice::from_ref(draft)).await?;
    found::dated(work, &row).await?;
    Ok(added.first().copied().ok_or(Refused::NotThere)?)
}

/// Takes what these lessons need, all of it or nothing, and writes them down.
pub(super) async fn enter(
    work: &Work,
    row: &seminar::Model,
    wishes: &[LessonDraft],
) -> Result<Vec<LessonId>, Failed<Refused>> {
    let holds = take(work, row, wishes).await?;
    let mut ids = Vec::new();
    for (wish, held) in wishes.iter().zip(holds) {
        let id: LessonId = work.new_id();
        let written = lesson::ActiveModel {
            id: Set(id),
            seminar_id: Set(row.id),
            hold_id: Set(held),
            version: Set(1),
            ..said(wish)?
        };
        lesson::Entity::insert(written)
            .exec_without_returning(work.db())
            .await?;
        work.record(Event::new("lesson.added", id).with("seminar", row.id.to_string()));
        ids.push(id);
    }
    Ok(ids)
}

/// Changes a lesson that has not begun: its time, its place, who teaches. Whoever has a place is told.
///
/// # Errors
/// As [`add_lesson`]; [`Refused::NotNow`] once the lesson has begun, the seminar was called off, or as long
/// as it is reviewed.
pub async fn change_lesson(
    work: &Work,
    id: LessonId,
    edition: i32,
    draft: &LessonDraft,
) -> Result<SeminarId, Failed<Refused>> {
    right(work, draft)?;
    opened(work, std::slice::from_ref(draft)).await?;
    let (lesson, row) = ahead(work, id, edition).await?;
    give_back(work, std::slice::from_ref(&lesson)).await?;
    let held = take(work, &row, std::slice::from_ref(draft)).await?;
    let changed = lesson::ActiveModel {
        id: Set(id),
        hold_id: Set(held.into_iter().flatten().next()),
        version: Set(lesson.version + 1),
        ..said(draft)?
    };
    lesson::Entity::update(changed).exec(work.db()).await?;
    let before = row;
    let row = found::dated(work, &before).await?;
    work.record(Event::new("lesson.changed", id).with("seminar", row.id.to_string()));
    moved(work, &before, &row).await?;
    if standing(&row, work.now()).is_public() {
        letters::to_all(work, &row, News::Changed).await?;
    }
    Ok(row.id)
}

/// Removes a lesson of a seminar that nobody has seen yet; its room is free again.
///
/// # Errors
/// [`Refused::NotNow`] once the seminar was handed in.
pub async fn remove_lesson(
    work: &Work,
    id: LessonId,
    edition: i32,
) -> Result<SeminarId, Failed<Refused>> {
    let (lesson, row) = ahead(work, id, edition).await?;
    if row.state != seminar::State::Draft {
        return Err(Refused::NotNow.into());
    }
    give_back(work, std::slice::from_ref(&lesson)).await?;
    lesson::Entity::delete_by_id(id).exec(work.db()).await?;
    found::dated(work, &row).await?;
    work.record(Event::new("lesson.removed", id).with("seminar", row.id.to_string()));
    Ok(row.id)
}

/// Gives back what lessons hold, as far as they hold anything.
pub(super) async fn give_back(work: &Work, lessons: &[lesson::Model]) -> Result<(), Fault> {
    let holds: Vec<_> = lessons.iter().filter_map(|one| one.hold_id).collect();
    if !holds.is_empty() {
        let from = [hold::State::Confirmed];
        ledger::turn_all(work, holds, &from, hold::State::Released).await?;
    }
    Ok(())
}

/// A lesson that has not begun, of a seminar that can be changed, as somebody saw it.
async fn ahead(
    work: &Work,
    id: LessonId,
    edition: i32,
) -> Result<(lesson::Model, seminar::Model), Failed<Refused>> {
    let found = lesson::Entity::find_by_id(id).one(work.db()).await?;
    let seminar = found.ok_or(Refused::NotThere)?.seminar_id;
    let row = found::seen(work, seminar, edition).await?;
    let found = lesson::Entity::find_by_id(id).one(work.db()).await?;
    let lesson = found.ok_or(Refused::NotThere)?;
    let stands = standing(&row, work.now());
    let open = stands == Standing::Draft || stands.is_ahead();
    if !open || lesson.starts_at <= work.now() {
        return Err(Refused::NotNow.into());
    }
    Ok((lesson, row))
}

fn right(work: &Work, draft: &LessonDraft) -> Result<(), Failed<Refused>> {
    let wrong = draft.wrong(work.now());
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(Refused::Invalid(wrong).into())
    }
}

/// What a draft says.
fn said(draft: &LessonDraft) -> Result<lesson::ActiveModel, Refused> {
    let text = |text: &str| Set(text.trim().to_owned());
    let span = draft.span.ok_or(Refused::NotThere)?;
    let areas: Vec<&str> = draft.areas.iter().map(|area| Area::code(*area)).collect();
    Ok(lesson::ActiveModel {
        title: text(&draft.title),
        starts_at: Set(span.from),
        ends_at: Set(span.until),
        areas: Set(areas.join(" ")),
        space_id: Set(draft.space),
        link: text(&draft.link),
        lecturer_id: Set(draft.lecturer_id),
        lecturer: text(&draft.lecturer),
        ..Default::default()
    })
}
