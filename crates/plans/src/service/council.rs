//! Councils, who sits in them, and their meetings.

use japan::kana::search_key;
use kernel::{Failed, Fault, Work, events::Event, violated_constraint};
use sea_orm::{ActiveValue::Set, QuerySelect, entity::prelude::*};

use super::agreements::writer;
use crate::{
    CoordinationRefused as Refused,
    entity::{
        CouncilId, CouncilMeetingId, CouncilMemberId, council, council_meeting, council_member,
    },
    rules::{CouncilDraft, MeetingDraft, MemberDraft, items},
};

/// Enters a council.
///
/// # Errors
/// Everything that is wrong at once; [`Refused::CouncilThere`] when one of that name is there.
pub async fn add_council(work: &Work, wish: &CouncilDraft) -> Result<CouncilId, Failed<Refused>> {
    let row = council_row(work, wish)?;
    let id: CouncilId = work.new_id();
    let row = council::ActiveModel {
        id: Set(id),
        edition: Set(1),
        ..row
    };
    let inserted = council::Entity::insert(row).exec_without_returning(work.db());
    inserted.await.map_err(taken)?;
    work.record(Event::new("council.entered", id));
    Ok(id)
}

/// Edits a council, as it was seen.
///
/// # Errors
/// [`Refused::Changed`] when somebody edited it since; everything that is wrong at once.
pub async fn edit_council(
    work: &Work,
    id: CouncilId,
    seen: i32,
    wish: &CouncilDraft,
) -> Result<(), Failed<Refused>> {
    let row = council_row(work, wish)?;
    let before = held_council(work, id).await?;
    if before.edition != seen {
        return Err(Refused::Changed.into());
    }
    let row = council::ActiveModel {
        id: Set(id),
        edition: Set(seen + 1),
        ..row
    };
    row.update(work.db()).await.map_err(taken)?;
    work.record(Event::new("council.edited", id).with("edition", seen + 1));
    Ok(())
}

/// Two may give one name or number at once: the second is refused by the database.
fn taken(error: DbErr) -> Failed<Refused> {
    match violated_constraint(&error).as_deref() {
        Some("councils_name_key_key" | "councils.name_key") => Refused::CouncilThere.into(),
        Some(
            "council_meetings_council_id_number_key"
            | "council_meetings.council_id, council_meetings.number",
        ) => Refused::NumberTaken.into(),
        _ => error.into(),
    }
}

fn council_row(work: &Work, wish: &CouncilDraft) -> Result<council::ActiveModel, Refused> {
    let person = writer(work)?;
    let wrong = wish.wrong();
    if !wrong.is_empty() {
        return Err(Refused::Invalid(wrong));
    }
    Ok(council::ActiveModel {
        name: Set(wish.name.trim().to_owned()),
        name_key: Set(search_key(&wish.name)),
        purpose: Set(wish.purpose.trim().to_owned()),
        written_by: Set(person),
        written_at: Set(work.now()),
        ..Default::default()
    })
}

/// Gives somebody a seat in a council.
///
/// # Errors
/// Everything that is wrong at once.
pub async fn add_member(
    work: &Work,
    council: CouncilId,
    wish: &MemberDraft,
) -> Result<CouncilMemberId, Failed<Refused>> {
    let row = member_row(work, wish)?;
    held_council(work, council).await?;
    let id: CouncilMemberId = work.new_id();
    let row = council_member::ActiveModel {
        id: Set(id),
        council_id: Set(council),
        edition: Set(1),
        ..row
    };
    let inserted = council_member::Entity::insert(row);
    inserted.exec_without_returning(work.db()).await?;
    work.record(Event::new("council_member.entered", id).with("council", council.to_string()));
    Ok(id)
}

/// Edits a seat, as it was seen: its term ends by a last day.
///
/// # Errors
/// [`Refused::Changed`] when somebody edited it since; everything that is wrong at once.
pub async fn edit_member(
    work: &Work,
    id: CouncilMemberId,
    seen: i32,
    wish: &MemberDraft,
) -> Result<(), Failed<Refused>> {
    let row = member_row(work, wish)?;
    let found = council_member::Entity::find_by_id(id).lock_exclusive();
    let before = found.one(work.db()).await?.ok_or(Refused::NotThere)?;
    if before.edition != seen {
        return Err(Refused::Changed.into());
    }
    let row = council_member::ActiveModel {
        id: Set(id),
        edition: Set(seen + 1),
        ..row
    };
    row.update(work.db()).await?;
    work.record(Event::new("council_member.edited", id).with("edition", seen + 1));
    Ok(())
}

fn member_row(work: &Work, wish: &MemberDraft) -> Result<council_member::ActiveModel, Refused> {
    let person = writer(work)?;
    let wrong = wish.wrong();
    let (Some(seat), Some(from), true) = (wish.seat, wish.valid_from, wrong.is_empty()) else {
        return Err(Refused::Invalid(wrong));
    };
    Ok(council_member::ActiveModel {
        name: Set(wish.name.trim().to_owned()),
        organisation: Set(wish.organisation.trim().to_owned()),
        seat: Set(seat),
        valid_from: Set(from.to_string()),
        valid_until: Set(wish.until.day().map(|day| day.to_string())),
        written_by: Set(person),
        written_at: Set(work.now()),
        ..Default::default()
    })
}

/// Calls a meeting.
///
/// # Errors
/// Everything that is wrong at once; [`Refused::NumberTaken`] when there is one of that number.
pub async fn add_meeting(
    work: &Work,
    council: CouncilId,
    wish: &MeetingDraft,
) -> Result<CouncilMeetingId, Failed<Refused>> {
    let row = meeting_row(work, wish)?;
    held_council(work, council).await?;
    let id: CouncilMeetingId = work.new_id();
    let row = council_meeting::ActiveModel {
        id: Set(id),
        council_id: Set(council),
        minutes: Set(String::new()),
        confirmed_at: Set(None),
        confirmed_by: Set(None),
        edition: Set(1),
        ..row
    };
    let inserted = council_meeting::Entity::insert(row).exec_without_returning(work.db());
    inserted.await.map_err(taken)?;
    work.record(Event::new("council_meeting.entered", id).with("council", council.to_string()));
    Ok(id)
}

/// Edits when, where and about what a council meets, as it was seen.
///
/// # Errors
/// [`Refused::Confirmed`] once the minutes are confirmed; [`Refused::Changed`] when somebody changed
/// it since; everything that is wrong at once.
pub async fn edit_meeting(
    work: &Work,
    id: CouncilMeetingId,
    seen: i32,
    wish: &MeetingDraft,
) -> Result<(), Failed<Refused>> {
    let row = meeting_row(work, wish)?;
    let before = open_meeting(work, id).await?;
    if before.edition != seen {
        return Err(Refused::Changed.into());
    }
    let row = council_meeting::ActiveModel {
        id: Set(id),
        edition: Set(seen + 1),
        ..row
    };
    row.update(work.db()).await.map_err(taken)?;
    work.record(Event::new("council_meeting.edited", id).with("edition", seen + 1));
    Ok(())
}

fn meeting_row(work: &Work, wish: &MeetingDraft) -> Result<council_meeting::ActiveModel, Refused> {
    let person = writer(work)?;
    let wrong = wish.wrong();
    let (Some(number), Some(day), Some(from), Some(until), true) = (
        wish.number,
        wish.held_on,
        wish.starts_at,
        wish.ends_at,
        wrong.is_empty(),
    ) else {
        return Err(Refused::Invalid(wrong));
    };
    Ok(council_meeting::ActiveModel {
        number: Set(number),
        held_on: Set(day.to_string()),
        starts_at: Set(from.format("%H:%M").to_string()),
        ends_at: Set(until.format("%H:%M").to_string()),
        place: Set(wish.place.trim().to_owned()),
        agenda: Set(items(&wish.agenda).collect::<Vec<_>>().join("\n")),
        written_by: Set(person),
        written_at: Set(work.now()),
        ..Default::default()
    })
}

async fn held_council(work: &Work, id: CouncilId) -> Result<council::Model, Failed<Refused>> {
    let found = council::Entity::find_by_id(id).lock_exclusive();
    Ok(found.one(work.db()).await?.ok_or(Refused::NotThere)?)
}

/// The meeting, locked.
pub(super) async fn held_meeting(
    work: &Work,
    id: CouncilMeetingId,
) -> Result<council_meeting::Model, Failed<Refused>> {
    let found = council_meeting::Entity::find_by_id(id).lock_exclusive();
    let found: Result<_, Fault> = found.one(work.db()).await.map_err(Fault::from);
    Ok(found?.ok_or(Refused::NotThere)?)
}

/// The meeting, locked, if its minutes are not confirmed.
pub(super) async fn open_meeting(
    work: &Work,
    id: CouncilMeetingId,
) -> Result<council_meeting::Model, Failed<Refused>> {
    let found = held_meeting(work, id).await?;
    if found.confirmed_at.is_some() {
        return Err(Refused::Confirmed.into());
    }
    Ok(found)
}
