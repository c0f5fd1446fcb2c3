//! An offer is accepted or declined; a place is given up.

use kernel::{Failed, Work, events::Event};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::{
    charges::{charge, given_up},
    found,
    line::{give_place, settle},
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
/// [`Refused::NoOffer`] at or after the moment at which it ends, or when it was answered.
pub async fn accept(work: &Work, id: EnrolmentId) -> Result<(), Failed<Refused>> {
    let (one, row) = theirs(work, id).await?;
    let open = one.expires_at.is_some_and(|until| work.now() < until);
    if one.state != State::Offered || !open {
        return Err(Refused::NoOffer.into());
    }
    let accepted = turn(work, &one, State::Enrolled, "enrolment.accepted").await?;
    charge(work, &row, &accepted).await?;
    Ok(letters::to_one(work, &row, &accepted, News::Enrolled).await?)
}

/// Declines an offer; the place is offered to whoever comes next.
///
/// # Errors
/// [`Refused::NoOffer`] when it was answered or has lapsed.
pub async fn decline(work: &Work, id: EnrolmentId) -> Result<(), Failed<Refused>> {
    let (one, row) = theirs(work, id).await?;
    let open = one.expires_at.is_some_and(|until| work.now() < until);
    if one.state != State::Offered || !open {
        return Err(Refused::NoOffer.into());
    }
    turn(work, &one, State::Declined, "enrolment.declined").await?;
    give_place(work, row.id, one.mode).await?;
    settle(work, row.id, one.mode).await?;
    Ok(())
}

/// Gives up a place, or the wait for one, before the last lesson begins. A place that becomes free is
/// offered to whoever comes next.
///
/// # Errors
/// [`Refused::NotStanding`] when it is over already.
pub async fn cancel(work: &Work, id: EnrolmentId) -> Result<(), Failed<Refused>> {
    let (one, row) = theirs(work, id).await?;
    let over = row.ends_at.is_some_and(|ends| ends <= work.now());
    if !one.state.is_open() || over {
        return Err(Refused::NotStanding.into());
    }
    let cancelled = turn(work, &one, State::Cancelled, "enrolment.cancelled").await?;
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

pub(super) async fn turn(
    work: &Work,
    one: &enrolment::Model,
    state: State,
    kind: &'static str,
) -> Result<enrolment::Model, Failed<Refused>> {
    let ended = (!state.is_open()).then(|| work.now());
    let changed = enrolment::ActiveModel {
        id: Set(one.id),
        state: Set(state),
        ended_at: Set(ended),
        ..Default::default()
    };
    let changed = enrolment::Entity::update(changed).exec(work.db()).await?;
    work.record(Event::new(kind, one.id).with("seminar", one.seminar_id.to_string()));
    Ok(changed)
}
