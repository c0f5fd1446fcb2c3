//! Minutes: written, confirmed, corrected by additions.

use accounts::rules::wrong_field;
use kernel::{Failed, Work, events::Event};
use sea_orm::{ActiveValue::Set, PaginatorTrait, entity::prelude::*};

use super::{
    agreements::writer,
    council::{held_meeting, open_meeting},
};
use crate::{
    CoordinationRefused as Refused,
    entity::{CouncilMeetingId, council_correction, council_meeting},
    rules::{correction_is_wrong, minutes_are_wrong},
};

/// Writes the minutes of a meeting, as they were seen.
///
/// # Errors
/// [`Refused::Confirmed`] once they are confirmed; [`Refused::Changed`] when somebody changed the
/// meeting since; [`Refused::Invalid`] for words that cannot be kept.
pub async fn write_minutes(
    work: &Work,
    id: CouncilMeetingId,
    seen: i32,
    minutes: &str,
) -> Result<(), Failed<Refused>> {
    let person = writer(work)?;
    let before = open_meeting(work, id).await?;
    if before.edition != seen {
        return Err(Refused::Changed.into());
    }
    if let Some(wrong) = minutes_are_wrong(minutes) {
        return Err(Refused::Invalid(vec![wrong]).into());
    }
    let row = council_meeting::ActiveModel {
        id: Set(id),
        minutes: Set(minutes.trim().to_owned()),
        edition: Set(seen + 1),
        written_by: Set(person),
        written_at: Set(work.now()),
        ..Default::default()
    };
    row.update(work.db()).await?;
    work.record(Event::new("council_minutes.written", id).with("edition", seen + 1));
    Ok(())
}

/// Confirms the minutes, as they were seen; from then on they are not changed.
///
/// # Errors
/// [`Refused::Confirmed`] when they were; [`Refused::Changed`] when somebody changed them since;
/// [`Refused::Invalid`] while there are none.
pub async fn confirm_minutes(
    work: &Work,
    id: CouncilMeetingId,
    seen: i32,
) -> Result<(), Failed<Refused>> {
    let person = writer(work)?;
    let before = open_meeting(work, id).await?;
    if before.edition != seen {
        return Err(Refused::Changed.into());
    }
    if before.minutes.is_empty() {
        let wrong = wrong_field("minutes", "council-minutes-missing");
        return Err(Refused::Invalid(vec![wrong]).into());
    }
    let row = council_meeting::ActiveModel {
        id: Set(id),
        confirmed_at: Set(Some(work.now())),
        confirmed_by: Set(Some(person)),
        edition: Set(seen + 1),
        ..Default::default()
    };
    row.update(work.db()).await?;
    let digest = approvals::rules::digest(&before.minutes);
    work.record(Event::new("council_minutes.confirmed", id).with("digest", digest));
    Ok(())
}

/// Adds to confirmed minutes what is right; nothing of them is overwritten.
///
/// # Errors
/// [`Refused::NotConfirmed`] before: then the minutes themselves are mended; [`Refused::Invalid`] for
/// words that cannot be kept.
pub async fn add_correction(
    work: &Work,
    id: CouncilMeetingId,
    body: &str,
) -> Result<(), Failed<Refused>> {
    let person = writer(work)?;
    let before = held_meeting(work, id).await?;
    if before.confirmed_at.is_none() {
        return Err(Refused::NotConfirmed.into());
    }
    if let Some(wrong) = correction_is_wrong(body) {
        return Err(Refused::Invalid(vec![wrong]).into());
    }
    let earlier = council_correction::Entity::find()
        .filter(council_correction::COLUMN.meeting_id.eq(id))
        .count(work.db())
        .await?;
    let number = i32::try_from(earlier).unwrap_or(i32::MAX - 1) + 1;
    let row = council_correction::ActiveModel {
        meeting_id: Set(id),
        number: Set(number),
        body: Set(body.trim().to_owned()),
        written_by: Set(person),
        written_at: Set(work.now()),
    };
    let inserted = council_correction::Entity::insert(row);
    inserted.exec_without_returning(work.db()).await?;
    work.record(Event::new("council_minutes.corrected", id).with("number", number));
    Ok(())
}
