//! Somebody asks whom the centre does not know: what they chose is held for half an hour, and becomes a
//! case when they open their letter (`docs/decisions/026-guests.md`).

use accounts::{
    entity::GuestId,
    rules::GUEST_LASTS,
    service::{Awaited, Guest, await_guest, let_in},
};
use bookings::{
    entity::hold,
    ledger::{self, Claim},
};
use kernel::{Failed, Fault, PersonId, Span, Work, events::Event};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::{
    ask::{asked_for, insert, offered, write},
    desks,
    limits::has_time,
    take::{Held, MEETING, take},
};
use crate::{
    Refused,
    entity::{CaseId, MeetingId, case, expert, guest_case, meeting},
    letters,
    rules::Request,
};

/// Whose time, and which.
type Chosen = (expert::Model, Span);

/// Takes the request of a guest and sends the letter with which they show that the address is theirs.
/// The time that they chose is held until then.
///
/// # Errors
/// Everything that is wrong at once; [`Refused::SlotTaken`]; [`Refused::Account`] when too many guests
/// of one source are waited for.
pub async fn ask_as_guest(
    work: &Work,
    source: &str,
    guest: &Guest,
    wish: &Request,
) -> Result<(), Failed<Refused>> {
    let mut wrong = wish.wrong();
    wrong.extend(guest.wrong());
    if !wrong.is_empty() {
        return Err(Refused::Invalid(wrong).into());
    }
    desks::asked_by(work, wish.desk).await?;
    let awaited = await_guest(work, source, guest).await;
    let awaited = awaited.map_err(Refused::of_account)?;
    give_back(work, &awaited.replaced).await?;
    let id: CaseId = work.new_id();
    let chosen = match wish.chosen {
        Some(chosen) => Some(offered(work, chosen, wish, None).await?),
        None => None,
    };
    let held = match &chosen {
        Some(time) => Some(hold_for(work, guest, wish, time).await?),
        None => None,
    };
    keep(work, id, &awaited, wish, chosen.as_ref().zip(held)).await?;
    work.record(Event::new("guest_case.asked", id));
    let span = chosen.map(|(_, span)| span);
    letters::confirm(work, guest, &awaited.secret, span).await?;
    Ok(())
}

async fn hold_for(
    work: &Work,
    guest: &Guest,
    wish: &Request,
    (expert, span): &Chosen,
) -> Result<Held, Failed<Refused>> {
    let claim = Claim {
        kind: MEETING,
        label: guest.names.full(),
        link: String::new(),
        state: hold::State::Held,
        expires_at: Some(work.now() + GUEST_LASTS),
    };
    let mode = wish.mode.ok_or(Refused::SlotTaken)?;
    take(work, claim, expert, mode, *span).await
}

async fn keep(
    work: &Work,
    id: CaseId,
    awaited: &Awaited,
    wish: &Request,
    chosen: Option<(&Chosen, Held)>,
) -> Result<(), Fault> {
    let request = serde_json::to_string(wish)
        .map_err(|error| Fault::broken("writing a guest's request", error))?;
    let time = chosen.as_ref().map(|((_, span), _)| span);
    guest_case::Entity::insert(guest_case::ActiveModel {
        id: Set(id),
        link_id: Set(awaited.id),
        request: Set(request),
        expert_id: Set(chosen.as_ref().map(|((expert, _), _)| expert.id)),
        hold_id: Set(chosen.as_ref().map(|(_, held)| held.hold)),
        space_id: Set(chosen.as_ref().and_then(|(_, held)| held.space)),
        starts_at: Set(time.map(|span| span.from)),
        ends_at: Set(time.map(|span| span.until)),
        expires_at: Set(work.now() + GUEST_LASTS),
    })
    .exec_without_returning(work.db())
    .await?;
    Ok(())
}

/// A newer letter counts: what the older ones held is free again, and their words are gone.
async fn give_back(work: &Work, replaced: &[GuestId]) -> Result<(), Fault> {
    let rows = guest_case::Entity::find()
        .filter(guest_case::COLUMN.link_id.is_in(replaced.to_vec()))
        .find_also_related(hold::Entity);
    for (row, held) in rows.all(work.db()).await? {
        if let Some(held) = held {
            ledger::turn(work, &held, hold::State::Cancelled).await?;
        }
        guest_case::Entity::delete_by_id(row.id)
            .exec(work.db())
            .await?;
    }
    Ok(())
}

/// The guest opened the letter: their request is a case from now on, and the time that was held for
/// them a meeting that was asked for. Returns who they are.
///
/// # Errors
/// [`Refused::Account`] when the letter opens nothing any more; then nothing has happened.
pub async fn confirm_guest(
    work: &Work,
    presented: &str,
    unknown_password: String,
) -> Result<(PersonId, CaseId), Failed<Refused>> {
    let let_in = let_in(work, presented, unknown_password).await;
    let (guest, person) = let_in.map_err(Refused::of_account)?;
    let found = guest_case::Entity::find()
        .filter(guest_case::COLUMN.link_id.eq(guest))
        .find_also_related(hold::Entity)
        .one(work.db())
        .await?;
    let (asked, held) = found.ok_or(Refused::NotThere)?;
    let mut wish: Request = serde_json::from_str(&asked.request)
        .map_err(|error| Fault::broken("reading a guest's request", error))?;
    wish.chosen = asked.expert_id.zip(asked.starts_at);
    // A desk that was closed meanwhile loses nobody: they ask like everybody else.
    wish.desk = desks::still_open(work, wish.desk)
        .await?
        .map(|desk| desk.id);
    let (case, who) = write(work, asked.id, (person, None), &wish).await?;
    let meeting = match held {
        Some(held) => adopt(work, &case, &asked, &held).await?,
        None => None,
    };
    guest_case::Entity::delete_by_id(asked.id)
        .exec(work.db())
        .await?;
    letters::received(work, &case, &who, meeting.as_ref()).await?;
    Ok((person, case.id))
}

/// The time that was held for a guest becomes a meeting. Nobody advises themselves, and nobody meets two
/// at once: who asked for their own time, or has another meeting then, is found another.
async fn adopt(
    work: &Work,
    case: &case::Model,
    asked: &guest_case::Model,
    held: &hold::Model,
) -> Result<Option<meeting::Model>, Failed<Refused>> {
    let (Some(expert), Some(span)) = (asked.expert_id, asked.span()) else {
        return Ok(None);
    };
    let advisor = crate::read::expert_row(work.db(), Some(expert)).await?;
    let own = advisor.is_some_and(|advisor| advisor.person_id == case.person_id);
    let elsewhere = match has_time(work, case.person_id, span, None).await {
        Ok(()) => false,
        Err(Failed::Refused(_)) => true,
        Err(fault) => return Err(fault),
    };
    if own || elsewhere {
        ledger::turn(work, held, hold::State::Cancelled).await?;
        return Ok(None);
    }
    let id: MeetingId = work.new_id();
    let page = format!("/meetings/{id}");
    if !ledger::settle(work, held, hold::State::Requested, page).await? {
        return Err(Refused::SlotTaken.into());
    }
    let time = Held {
        hold: held.id,
        space: asked.space_id,
    };
    let row = asked_for(work, case, id, (expert, time, span));
    insert(work, &row).await?;
    Ok(Some(row))
}

/// Removes what guests asked who did not open their letter in time. Returns how many.
pub async fn forget_guests(work: &Work) -> Result<usize, Fault> {
    let gone = guest_case::Entity::delete_many()
        .filter(guest_case::COLUMN.expires_at.lte(work.now()))
        .exec(work.db())
        .await?;
    Ok(usize::try_from(gone.rows_affected).unwrap_or(usize::MAX))
}
