//! An offer is accepted or declined; a place is given up. Whoever works at the centre does so for somebody
//! with a reason, which stays with the enrolment and in the log.

use kernel::{Failed, Work, events::Event};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::{
    charges::{charge, given_up},
    found,
    line::{give_place, settle},
    publish::reason,
};
use crate::{
    Refused,
    entity::{
        EnrolmentId,
        enrolment::{self, State},
        seminar,
    },
    letters::{self, News},
    rules,
};

/// Accepts an offer: the place that was kept is theirs.
///
/// # Errors
/// [`Refused::NoOffer`] at or after the moment at which it ends, or when it was answered; a reason that is
/// missing.
pub async fn accept(work: &Work, id: EnrolmentId, why: &str) -> Result<(), Failed<Refused>> {
    let (one, row) = theirs(work, id).await?;
    let open = one.expires_at.is_some_and(|until| work.now() < until);
    if one.state != State::Offered || !open {
        return Err(Refused::NoOffer.into());
    }
    let why = for_them(work, &one, why)?;
    let accepted = turn(work, &one, State::Enrolled, ("enrolment.accepted", why)).await?;
    charge(work, &row, &accepted).await?;
    Ok(letters::to_one(work, &row, &accepted, News::Enrolled).await?)
}

/// Declines an offer; the place is offered to whoever comes next.
///
/// # Errors
/// [`Refused::NoOffer`] when it was answered or has lapsed; a reason that is missing.
pub async fn decline(work: &Work, id: EnrolmentId, why: &str) -> Result<(), Failed<Refused>> {
    let (one, row) = theirs(work, id).await?;
    let open = one.expires_at.is_some_and(|until| work.now() < until);
    if one.state != State::Offered || !open {
        return Err(Refused::NoOffer.into());
    }
    let why = for_them(work, &one, why)?;
    turn(work, &one, State::Declined, ("enrolment.declined", why)).await?;
    give_place(work, row.id, one.mode).await?;
    settle(work, row.id, one.mode).await?;
    Ok(())
}

/// Gives up a place, or the wait for one, before the last lesson begins. A place that becomes free is
/// offered to whoever comes next.
///
/// # Errors
/// [`Refused::NotStanding`] when it is over already; a reason that is missing.
pub async fn cancel(work: &Work, id: EnrolmentId, why: &str) -> Result<(), Failed<Refused>> {
    let (one, row) = theirs(work, id).await?;
    let over = row.ends_at.is_some_and(|ends| ends <= work.now());
    if !one.state.is_open() || over {
        return Err(Refused::NotStanding.into());
    }
    let why = for_them(work, &one, why)?;
    let cancelled = turn(work, &one, State::Cancelled, ("enrolment.cancelled", why)).await?;
    if one.state.takes_a_place() {
        give_place(work, row.id, one.mode).await?;
    }
    if one.state == State::Enrolled {
        given_up(work, &row, &cancelled).await?;
        letters::to_one(work, &row, &cancelled, News::Cancelled).await?;
    }
    settle(work, row.id, one.mode).await?;
    Ok(())
}

/// An enrolment for the person themselves and for whoever works at the centre.
pub(super) async fn theirs(
    work: &Work,
    id: EnrolmentId,
) -> Result<(enrolment::Model, seminar::Model), Failed<Refused>> {
    let (one, row) = found::enrolment(work, id).await?;
    if work.actor().is(one.person_id) || rules::may_receive(work.actor()) {
        Ok((one, row))
    } else {
        Err(Refused::NotThere.into())
    }
}

/// Why somebody at the centre does this for a person; empty when they do it themselves.
///
/// # Errors
/// A reason that is missing.
pub(super) fn for_them<'w>(
    work: &Work,
    one: &enrolment::Model,
    why: &'w str,
) -> Result<&'w str, Refused> {
    if work.actor().is(one.person_id) {
        return Ok("");
    }
    reason(why)?;
    Ok(why.trim())
}

pub(super) async fn turn(
    work: &Work,
    one: &enrolment::Model,
    state: State,
    (kind, why): (&'static str, &str),
) -> Result<enrolment::Model, Failed<Refused>> {
    let ended = (!state.is_open()).then(|| work.now());
    let mut changed = enrolment::ActiveModel {
        id: Set(one.id),
        state: Set(state),
        ended_at: Set(ended),
        ..Default::default()
    };
    if one.state == State::Enrolled {
        changed.place_until = Set(ended);
    }
    let mut event = Event::new(kind, one.id).with("seminar", one.seminar_id.to_string());
    if !why.is_empty() {
        changed.words = Set(why.to_owned());
        event = event.with("why", why);
    }
    let changed = enrolment::Entity::update(changed).exec(work.db()).await?;
    work.record(event);
    Ok(changed)
}
