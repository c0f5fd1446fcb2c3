//! Somebody enrols: has a place, or waits for one.

use accounts::read::contact;
use kernel::{Failed, PersonId, Work, events::Event};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::{
    found,
    line::{draw, settle_seen, take_place},
};
use crate::{
    Refused,
    entity::{
        EnrolmentId, SeminarId,
        enrolment::{self, State},
        seminar,
    },
    letters::{self, News},
    rules::{self, Wish, standing},
};

/// Enrols a person: themselves, or whoever works at the centre for them. Who comes when all places are
/// taken waits, in the order of arrival.
///
/// # Errors
/// Everything that is wrong at once; [`Refused::NotOpen`]; [`Refused::Already`].
pub async fn enrol(
    work: &Work,
    id: SeminarId,
    person: PersonId,
    wish: &Wish,
) -> Result<EnrolmentId, Failed<Refused>> {
    let own = work.actor().is(person);
    let staff = rules::may_receive(work.actor());
    if !own && !staff {
        return Err(Refused::MayNot.into());
    }
    let row = found::locked(work, id).await?;
    let stands = standing(&row, work.now());
    if !stands.is_public() && !staff {
        return Err(Refused::NotThere.into());
    }
    if !stands.takes(staff) {
        return Err(Refused::NotOpen.into());
    }
    let wrong = wish.wrong(&row);
    let (true, Some(mode)) = (wrong.is_empty(), wish.mode) else {
        return Err(Refused::Invalid(wrong).into());
    };
    if contact(work.db(), person).await?.is_none() {
        return Err(Refused::NotThere.into());
    }
    if is_in(work, id, person).await? {
        return Err(Refused::Already.into());
    }
    // Nobody gets past the line: what became free by itself is offered first.
    settle_seen(work, &row, mode).await?;
    let taken = take_place(work, id, mode).await?;
    if !taken {
        // Nobody waits for what has begun.
        if row.starts_at.is_some_and(|begins| begins <= work.now()) {
            return Err(Refused::NotOpen.into());
        }
        draw(work, id).await?;
    }
    let made_by = work.actor().person.filter(|_| !own);
    let state = if taken {
        State::Enrolled
    } else {
        State::Waiting
    };
    let written = enrolment::ActiveModel {
        person_id: Set(person),
        mode: Set(mode),
        state: Set(state),
        company: Set(wish.company.trim().to_owned()),
        needs: Set(wish.needs.trim().to_owned()),
        made_by: Set(made_by),
        ..numbered(work, id).await?
    };
    let enrolled = enrolment::Entity::insert(written)
        .exec_with_returning(work.db())
        .await?;
    let event = Event::new("enrolment.made", enrolled.id)
        .with("seminar", id.to_string())
        .with("number", enrolled.number)
        .with("mode", mode.code())
        .with("state", state.code());
    work.record(event);
    let news = if taken { News::Enrolled } else { News::Waiting };
    letters::to_one(work, &row, &enrolled, news).await?;
    Ok(enrolled.id)
}

/// Whether somebody is enrolled or waits already.
async fn is_in(work: &Work, id: SeminarId, person: PersonId) -> Result<bool, Failed<Refused>> {
    let open = enrolment::Entity::find()
        .filter(enrolment::COLUMN.seminar_id.eq(id))
        .filter(enrolment::COLUMN.person_id.eq(person))
        .filter(enrolment::Column::State.is_in(State::OPEN));
    Ok(open.one(work.db()).await?.is_some())
}

/// An enrolment with the number that was drawn last.
async fn numbered(work: &Work, id: SeminarId) -> Result<enrolment::ActiveModel, Failed<Refused>> {
    let row = seminar::Entity::find_by_id(id).one(work.db()).await?;
    let number = row.ok_or(Refused::NotThere)?.last_number;
    Ok(enrolment::ActiveModel {
        id: Set(work.new_id()),
        seminar_id: Set(id),
        number: Set(number),
        turn: Set(number),
        lapses: Set(0),
        expires_at: Set(None),
        made_at: Set(work.now()),
        ended_at: Set(None),
        ..Default::default()
    })
}
