//! Joining a line.

use accounts::read::contact;
use chrono::NaiveDate;
use kernel::{Failed, Work};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::line::Line;
use crate::{
    entity::waiting_entry::{self, State},
    events,
    read::Catalogue,
    refused::{Refused, Unwaitable},
    rules::waiting,
    service::{
        check::{Checked, check},
        draw::draw,
        gate,
        reserve::Reserve,
    },
};

/// Puts a person at the end of the line for a space and a time that are taken; any unit will do.
///
/// # Errors
/// What stands against booking stands against waiting; [`Unwaitable`] says the rest.
pub async fn join_line(
    work: &Work,
    wish: &Reserve,
) -> Result<waiting_entry::Model, Failed<Refused>> {
    gate::keep_open_for(work, wish.party()).await?;
    // A rule that staff waives for a booking made now is in force when an offer is made.
    let wish = &Reserve {
        waiver: None,
        ..wish.clone()
    };
    let catalogue = Catalogue::known(work.db(), work.kept()).await?;
    let checked = check(work.db(), &catalogue, work.actor(), work.now(), wish).await?;
    let Checked { place, allowed, .. } = checked;
    if contact(work.db(), wish.person).await?.is_none() {
        return Err(Refused::NoSuchPerson.into());
    }
    let line = Line::lock(work, &[place.space.id]).await?;
    line.settle(work).await?;
    if line.is_free(work, &place, allowed.span).await? {
        return Err(Refused::Waiting(Unwaitable::Free).into());
    }
    if line.is_too_soon(allowed.span.from, work.now()) {
        let (minutes, since) = (line.terms.last_call_minutes, since(&line));
        return Err(Refused::Waiting(Unwaitable::TooSoon(minutes, since)).into());
    }
    let joined = waiting_entry::Model {
        id: work.new_id(),
        space_id: place.space.id,
        person_id: wish.person,
        organisation_id: wish.organisation,
        entered_by: work.actor().person.filter(|by| *by != wish.person),
        number: draw(work, waiting::NUMBER).await?,
        starts_at: allowed.span.from,
        ends_at: allowed.span.until,
        purpose: allowed.purpose,
        attendees: allowed.attendees,
        state: State::Waiting,
        lapses: 0,
        hold_id: None,
        unit: None,
        expires_at: None,
        booking_id: None,
        made_at: work.now(),
    };
    may_join(work, &joined, line.terms.most, since(&line)).await?;
    insert(work, &joined).await?;
    work.record(events::waiting("waiting.joined", &joined));
    Ok(joined)
}

/// Since when the terms of offers hold.
fn since(line: &Line) -> NaiveDate {
    line.terms.valid_from.parse().unwrap_or_default()
}

async fn may_join(
    work: &Work,
    joined: &waiting_entry::Model,
    most: i32,
    since: NaiveDate,
) -> Result<(), Failed<Refused>> {
    let own = waiting_entry::Entity::open()
        .filter(waiting_entry::COLUMN.person_id.eq(joined.person_id))
        .all(work.db())
        .await?;
    let same =
        |one: &waiting_entry::Model| one.space_id == joined.space_id && one.span() == joined.span();
    if own.iter().any(same) {
        return Err(Refused::Waiting(Unwaitable::Already).into());
    }
    if own.len() >= usize::try_from(most).unwrap_or(0) {
        return Err(Refused::Waiting(Unwaitable::TooMany(most, since)).into());
    }
    Ok(())
}

async fn insert(work: &Work, joined: &waiting_entry::Model) -> Result<(), DbErr> {
    let row = waiting_entry::ActiveModel {
        id: Set(joined.id),
        space_id: Set(joined.space_id),
        person_id: Set(joined.person_id),
        organisation_id: Set(joined.organisation_id),
        entered_by: Set(joined.entered_by),
        number: Set(joined.number),
        starts_at: Set(joined.starts_at),
        ends_at: Set(joined.ends_at),
        purpose: Set(joined.purpose.clone()),
        attendees: Set(joined.attendees),
        state: Set(joined.state),
        lapses: Set(joined.lapses),
        hold_id: Set(joined.hold_id),
        unit: Set(joined.unit),
        expires_at: Set(joined.expires_at),
        booking_id: Set(joined.booking_id),
        made_at: Set(joined.made_at),
    };
    waiting_entry::Entity::insert(row)
        .exec_without_returning(work.db())
        .await?;
    Ok(())
}
