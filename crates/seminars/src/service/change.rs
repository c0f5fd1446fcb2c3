//! Somebody changes what they said when they enrolled: how they take part, for which company, what they
//! need.

use accounts::rules::wrong_field;
use kernel::{Failed, Work, events::Event};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::{
    answer::{for_them, theirs},
    charges::charge,
    line::{draw, give_place, settle, settle_seen, take_place},
};
use crate::{
    Refused,
    entity::{
        EnrolmentId,
        enrolment::{self, Mode, State},
        seminar,
    },
    letters::{self, News},
    read,
    rules::{Phase, Wish},
};

/// Changes an enrolment that stands, before the first lesson. Who goes over to the other way of taking
/// part keeps what they have until they have a place there; who waits goes to the end of the other line.
///
/// # Errors
/// [`Refused::NotStanding`] when it is over, has begun, or an offer is to be answered first;
/// [`Refused::ChangedElsewhere`] when it was changed since this edition of it was seen;
/// [`Refused::FullThere`] when there is no place on the other side; [`Refused::FrozenMode`] once the list of
/// a draw is frozen; a reason that is missing when the centre does it for them.
pub async fn change(
    work: &Work,
    id: EnrolmentId,
    (edition, why): (i32, &str),
    wish: &Wish,
) -> Result<(), Failed<Refused>> {
    let (one, row) = theirs(work, id).await?;
    let begun = row.starts_at.is_none_or(|begins| begins <= work.now());
    if !one.state.is_open() || one.state == State::Offered || begun {
        return Err(Refused::NotStanding.into());
    }
    let mut wrong = wish.wrong(&row);
    if !one.attendee.is_empty() && wish.company.trim().is_empty() {
        wrong.push(wrong_field("company", "seminars-company-missing"));
    }
    let (true, Some(mode)) = (wrong.is_empty(), wish.mode) else {
        return Err(Refused::Invalid(wrong).into());
    };
    if one.edition != edition {
        return Err(Refused::ChangedElsewhere.into());
    }
    let why = for_them(work, &one, why)?;
    let mut changed = enrolment::ActiveModel {
        id: Set(id),
        edition: Set(one.edition + 1),
        company: Set(wish.company.trim().to_owned()),
        needs: Set(wish.needs.trim().to_owned()),
        ..Default::default()
    };
    if !why.is_empty() {
        changed.words = Set(why.to_owned());
    }
    if mode != one.mode {
        go_over(work, (&row, &one), mode, &mut changed).await?;
    }
    let changed = enrolment::Entity::update(changed).exec(work.db()).await?;
    let event = Event::new("enrolment.changed", id)
        .with("mode", changed.mode.code())
        .with("state", changed.state.code());
    work.record(if why.is_empty() {
        event
    } else {
        event.with("why", why)
    });
    if mode == one.mode {
        return Ok(());
    }
    if one.state == State::Enrolled {
        give_place(work, row.id, one.mode).await?;
    } else {
        charge(work, &row, &changed).await?;
    }
    settle(work, row.id, one.mode).await?;
    let news = if changed.state == State::Enrolled {
        News::Enrolled
    } else {
        News::Moved
    };
    Ok(letters::to_one(work, &row, &changed, news).await?)
}

/// Goes over to the other way of taking part.
async fn go_over(
    work: &Work,
    (row, one): (&seminar::Model, &enrolment::Model),
    mode: Mode,
    changed: &mut enrolment::ActiveModel,
) -> Result<(), Failed<Refused>> {
    changed.mode = Set(mode);
    if one.state == State::Applied {
        let draws = read::draws(work.db(), row.id).await?;
        let frozen = draws.iter().any(|own| own.phase() != Phase::Promised);
        return if frozen {
            Err(Refused::FrozenMode.into())
        } else {
            Ok(())
        };
    }
    // Nobody gets past the line: what became free by itself is offered first.
    settle_seen(work, row, mode).await?;
    if take_place(work, row.id, mode).await?.is_some() {
        changed.state = Set(State::Enrolled);
    } else if one.state == State::Enrolled {
        return Err(Refused::FullThere.into());
    } else {
        changed.turn = Set(draw(work, row.id).await?);
    }
    Ok(())
}
