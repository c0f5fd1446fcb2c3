//! An expert's week, and the days on which it does not hold.

use chrono::NaiveDate;
use kernel::{Failed, Work, events::Event};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::keeper;
use crate::{
    Refused,
    entity::{
        ExpertDayId, ExpertHoursId, ExpertId, expert, expert_day, expert_hours, meeting::Mode,
    },
    read,
    rules::{DayDraft, HoursDraft},
};

/// Adds a stretch to an expert's week.
///
/// # Errors
/// Everything that is wrong at once.
pub async fn add_hours(
    work: &Work,
    id: ExpertId,
    draft: &HoursDraft,
) -> Result<ExpertHoursId, Failed<Refused>> {
    hours_keeper(work, id).await?;
    let meeting = read::terms(work.db(), work.now().date()).await?;
    let wrong = draft.wrong(meeting.meeting_minutes);
    let (Some(weekday), Some(from), Some(until), Some(since), true) = (
        draft.weekday,
        draft.from_minute,
        draft.until_minute,
        draft.valid_from,
        wrong.is_empty(),
    ) else {
        return Err(Refused::Invalid(wrong).into());
    };
    let row: ExpertHoursId = work.new_id();
    expert_hours::Entity::insert(expert_hours::ActiveModel {
        id: Set(row),
        expert_id: Set(id),
        weekday: Set(weekday),
        from_minute: Set(from),
        until_minute: Set(until),
        modes: Set(codes(&draft.modes)),
        valid_from: Set(since.to_string()),
        valid_until: Set(None),
    })
    .exec_without_returning(work.db())
    .await?;
    work.record(Event::new("expert.hours_set", id).with("weekday", weekday));
    Ok(row)
}

/// Ends a stretch of an expert's week after a day; meetings that were arranged stay.
///
/// # Errors
/// [`Refused::NotThere`].
pub async fn end_hours(
    work: &Work,
    id: ExpertId,
    row: ExpertHoursId,
    last: NaiveDate,
) -> Result<(), Failed<Refused>> {
    hours_keeper(work, id).await?;
    let found = expert_hours::Entity::find_by_id(row)
        .filter(expert_hours::COLUMN.expert_id.eq(id))
        .one(work.db())
        .await?
        .ok_or(Refused::NotThere)?;
    if found.valid_from > last.to_string() {
        expert_hours::Entity::delete_by_id(row)
            .exec(work.db())
            .await?;
    } else {
        let ended = expert_hours::ActiveModel {
            id: Set(row),
            valid_until: Set(Some(last.to_string())),
            ..Default::default()
        };
        ended.update(work.db()).await?;
    }
    work.record(Event::new("expert.hours_set", id).with("weekday", found.weekday));
    Ok(())
}

/// Says of a stretch of one day that the expert advises then, or is away; meetings that were arranged
/// stay.
///
/// # Errors
/// Everything that is wrong at once.
pub async fn set_day(
    work: &Work,
    id: ExpertId,
    draft: &DayDraft,
) -> Result<ExpertDayId, Failed<Refused>> {
    hours_keeper(work, id).await?;
    let today = work.now().date();
    let meeting = read::terms(work.db(), today).await?;
    let wrong = draft.wrong(today, meeting.meeting_minutes);
    let (Some(day), Some(from), Some(until), true) = (
        draft.day,
        draft.from_minute,
        draft.until_minute,
        wrong.is_empty(),
    ) else {
        return Err(Refused::Invalid(wrong).into());
    };
    let row: ExpertDayId = work.new_id();
    let modes = if draft.works {
        codes(&draft.modes)
    } else {
        String::new()
    };
    expert_day::Entity::insert(expert_day::ActiveModel {
        id: Set(row),
        expert_id: Set(id),
        day: Set(day.to_string()),
        from_minute: Set(from),
        until_minute: Set(until),
        works: Set(draft.works),
        modes: Set(modes),
    })
    .exec_without_returning(work.db())
    .await?;
    work.record(Event::new("expert.day_set", id).with("day", day.to_string()));
    Ok(row)
}

/// Takes back what was said of a stretch of one day.
///
/// # Errors
/// [`Refused::NotThere`].
pub async fn remove_day(
    work: &Work,
    id: ExpertId,
    row: ExpertDayId,
) -> Result<(), Failed<Refused>> {
    hours_keeper(work, id).await?;
    let removed = expert_day::Entity::delete_many()
        .filter(expert_day::COLUMN.id.eq(row))
        .filter(expert_day::COLUMN.expert_id.eq(id))
        .exec(work.db())
        .await?;
    if removed.rows_affected == 0 {
        return Err(Refused::NotThere.into());
    }
    work.record(Event::new("expert.day_set", id));
    Ok(())
}

fn codes(modes: &[Mode]) -> String {
    let codes: Vec<&str> = modes.iter().map(|mode| mode.code()).collect();
    codes.join(" ")
}

/// Lets pass who keeps the register, and the expert for their own hours.
async fn hours_keeper(work: &Work, id: ExpertId) -> Result<(), Failed<Refused>> {
    let found = expert::Entity::find_by_id(id).one(work.db()).await?;
    let found = found.ok_or(Refused::NotThere)?;
    let own = work.actor().person == Some(found.person_id);
    if own || keeper(work).is_ok() {
        Ok(())
    } else {
        Err(Refused::MayNot.into())
    }
}
