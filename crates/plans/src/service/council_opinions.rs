//! Opinions given in meetings, and what became of them.

use kernel::{Failed, Work, events::Event};
use sea_orm::{ActiveValue::Set, QuerySelect, entity::prelude::*};

use super::{agreements::writer, council::held_meeting};
use crate::{
    CoordinationRefused as Refused,
    entity::{CouncilMeetingId, CouncilOpinionId, ProgrammeId, council_meeting, council_opinion},
    read::programmes_to_speak_of,
    rules::{OpinionDraft, Reply},
};

/// Writes down an opinion that was given in a meeting.
///
/// # Errors
/// Everything that is wrong at once.
pub async fn add_opinion(
    work: &Work,
    meeting: CouncilMeetingId,
    wish: &OpinionDraft,
) -> Result<CouncilOpinionId, Failed<Refused>> {
    let met = held_meeting(work, meeting).await?;
    let row = opinion_row(work, wish, &met, None).await?;
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
    let before = seen_opinion(work, id, seen).await?;
    let met = held_meeting(work, before.meeting_id).await?;
    let row = opinion_row(work, wish, &met, before.programme_id).await?;
    let row = council_opinion::ActiveModel {
        id: Set(id),
        edition: Set(seen + 1),
        ..row
    };
    row.update(work.db()).await?;
    work.record(Event::new("opinion.edited", id).with("edition", seen + 1));
    Ok(())
}

/// What is written of it; the programme may be one that the meeting can speak of, or as `before`.
async fn opinion_row(
    work: &Work,
    wish: &OpinionDraft,
    met: &council_meeting::Model,
    before: Option<ProgrammeId>,
) -> Result<council_opinion::ActiveModel, Failed<Refused>> {
    let person = writer(work)?;
    let offered = match met.held_on.parse() {
        Ok(day) => programmes_to_speak_of(work.db(), day).await?,
        Err(_) => Vec::new(),
    };
    let known: Vec<ProgrammeId> = offered.iter().map(|one| one.id).chain(before).collect();
    let wrong = wish.wrong(&known);
    if !wrong.is_empty() {
        return Err(Refused::Invalid(wrong).into());
    }
    let chosen = offered.iter().find(|one| Some(one.id) == wish.chosen());
    let called = chosen.map_or("", |one| &one.name);
    let text = |text: &str| Set(text.trim().to_owned());
    Ok(council_opinion::ActiveModel {
        said_by: text(&wish.said_by),
        body: text(&wish.body),
        about: text(&wish.about),
        programme_id: Set(wish.chosen()),
        search_key: Set(wish.search_key(called)),
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
