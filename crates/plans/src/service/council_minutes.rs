//! Minutes, and opinions with what became of them.

use kernel::{Failed, Work, events::Event};
use sea_orm::{ActiveValue::Set, PaginatorTrait, QuerySelect, entity::prelude::*};

use super::{
    agreements::writer,
    council::{held_meeting, open_meeting},
};
use crate::{
    CoordinationRefused as Refused,
    entity::{
        CouncilMeetingId, CouncilOpinionId, council_correction, council_meeting, council_opinion,
    },
    rules::{OpinionDraft, Reply, at_field, correction_is_wrong, minutes_are_wrong},
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
        let wrong = at_field("minutes", "council-minutes-missing");
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

/// Writes down an opinion that was given in a meeting.
///
/// # Errors
/// Everything that is wrong at once.
pub async fn add_opinion(
    work: &Work,
    meeting: CouncilMeetingId,
    wish: &OpinionDraft,
) -> Result<CouncilOpinionId, Failed<Refused>> {
    let row = opinion_row(work, wish)?;
    held_meeting(work, meeting).await?;
    let id: CouncilOpinionId = work.new_id();
    let row = council_opinion::ActiveModel {
        id: Set(id),
        meeting_id: Set(meeting),
        outcome: Set(None),
        reply: Set(None),
        replied_on: Set(None),
        edition: Set(1),
        ..row
    };
    let inserted = council_opinion::Entity::insert(row);
    inserted.exec_without_returning(work.db()).await?;
    work.record(Event::new("opinion.entered", id).with("meeting", meeting.to_string()));
    Ok(id)
}

/// Edits an opinion, as it was seen.
///
/// # Errors
/// [`Refused::Changed`] when somebody changed it since; everything that is wrong at once.
pub async fn edit_opinion(
    work: &Work,
    id: CouncilOpinionId,
    seen: i32,
    wish: &OpinionDraft,
) -> Result<(), Failed<Refused>> {
    let row = opinion_row(work, wish)?;
    seen_opinion(work, id, seen).await?;
    let row = council_opinion::ActiveModel {
        id: Set(id),
        edition: Set(seen + 1),
        ..row
    };
    row.update(work.db()).await?;
    work.record(Event::new("opinion.edited", id).with("edition", seen + 1));
    Ok(())
}

fn opinion_row(work: &Work, wish: &OpinionDraft) -> Result<council_opinion::ActiveModel, Refused> {
    let person = writer(work)?;
    let wrong = wish.wrong();
    if !wrong.is_empty() {
        return Err(Refused::Invalid(wrong));
    }
    let text = |text: &str| Set(text.trim().to_owned());
    Ok(council_opinion::ActiveModel {
        said_by: text(&wish.said_by),
        body: text(&wish.body),
        about: text(&wish.about),
        programme_id: Set(wish.programme),
        search_key: Set(wish.search_key()),
        written_by: Set(person),
        written_at: Set(work.now()),
        ..Default::default()
    })
}

/// Says what became of an opinion, as it was seen; said again, it is corrected.
///
/// # Errors
/// [`Refused::Changed`] when somebody changed it since; everything that is wrong at once.
pub async fn answer_opinion(
    work: &Work,
    id: CouncilOpinionId,
    seen: i32,
    reply: &Reply,
) -> Result<(), Failed<Refused>> {
    let person = writer(work)?;
    seen_opinion(work, id, seen).await?;
    let wrong = reply.wrong(work.now().date());
    let (Some(outcome), Some(day), true) = (reply.outcome, reply.replied_on, wrong.is_empty())
    else {
        return Err(Refused::Invalid(wrong).into());
    };
    let row = council_opinion::ActiveModel {
        id: Set(id),
        outcome: Set(Some(outcome)),
        reply: Set(Some(reply.words.trim().to_owned())),
        replied_on: Set(Some(day.to_string())),
        edition: Set(seen + 1),
        written_by: Set(person),
        written_at: Set(work.now()),
        ..Default::default()
    };
    row.update(work.db()).await?;
    let outcome = serde_json::json!(outcome);
    work.record(Event::new("opinion.answered", id).with("outcome", outcome));
    Ok(())
}

/// The opinion, locked, if it still is as it was seen.
async fn seen_opinion(
    work: &Work,
    id: CouncilOpinionId,
    seen: i32,
) -> Result<council_opinion::Model, Failed<Refused>> {
    let found = council_opinion::Entity::find_by_id(id).lock_exclusive();
    let found = found.one(work.db()).await?.ok_or(Refused::NotThere)?;
    if found.edition != seen {
        return Err(Refused::Changed.into());
    }
    Ok(found)
}
