//! Who may do what with a booking, and until when.

use kernel::{Actor, Instant, PersonId, Role, Span};

use crate::{
    entity::hold,
    refused::{Refused, Unruled},
};

/// Members book for themselves, staff for anyone at the counter.
pub fn may_book_for(actor: &Actor, person: PersonId) -> bool {
    may_see(actor, person) || actor.roles.has(Role::System)
}

/// The manager (館長) closes and opens again, sets up the house and its prices, and makes rules;
/// reception looks.
pub const fn may_manage(actor: &Actor) -> bool {
    actor.roles.has(Role::Manager) || actor.roles.has(Role::System)
}

/// A booking is seen and changed by its person and by staff.
pub fn may_see(actor: &Actor, person: PersonId) -> bool {
    actor.person == Some(person) || actor.roles.is_staff()
}

/// The counter marks who came and who stayed away, and the days that excuse it.
pub fn may_mark(actor: &Actor) -> Result<(), Refused> {
    if actor.roles.is_staff() || actor.roles.has(Role::System) {
        return Ok(());
    }
    Err(Refused::Ruled(Unruled::MayNotMark))
}

/// A booking is changed or cancelled while it stands and before it begins.
pub fn may_change(state: hold::State, starts_at: Instant, now: Instant) -> Result<(), Refused> {
    match state {
        hold::State::Confirmed | hold::State::Requested if now < starts_at => Ok(()),
        hold::State::Confirmed | hold::State::Requested | hold::State::InUse => {
            Err(Refused::AlreadyBegun)
        }
        _ => Err(Refused::NoLongerStands),
    }
}

/// A booking is cancelled by its person before it begins, and at the counter until it is over: who
/// cannot come calls, and a wrong tap is put right.
pub fn may_cancel(
    actor: &Actor,
    state: hold::State,
    span: Span,
    now: Instant,
) -> Result<(), Refused> {
    let stands = matches!(state, hold::State::Confirmed | hold::State::InUse);
    if actor.roles.is_staff() && stands && now < span.until {
        return Ok(());
    }
    may_change(state, span.from, now)
}

/// That nobody came is marked once it has begun: by then someone may stand before the door.
pub fn may_mark_absent(state: hold::State, span: Span, now: Instant) -> Result<(), Refused> {
    match state {
        hold::State::Confirmed if span.from <= now => Ok(()),
        _ => Err(Refused::Ruled(Unruled::NotAbsent)),
    }
}

/// Arrival is marked on the day, until the time of use is over.
pub fn may_arrive(state: hold::State, span: Span, now: Instant) -> Result<(), Refused> {
    match state {
        hold::State::Confirmed if now >= span.until || now.date() != span.from.date() => {
            Err(Refused::NotToday)
        }
        hold::State::Confirmed => Ok(()),
        _ => Err(Refused::NoLongerStands),
    }
}

#[cfg(test)]
mod tests {
    use kernel::{Roles, Via};
    use uuid::Uuid;

    use super::*;

    #[test]
    fn only_the_counter_marks_who_came() {
        for role in Role::ALL {
            let person = PersonId(Uuid::from_u128(1));
            let actor = Actor::person(person, Roles::default().with(role), Via::Page);
            let marks = matches!(
                role,
                Role::Reception | Role::Coordinator | Role::Manager | Role::System
            );
            assert_eq!(may_mark(&actor).is_ok(), marks, "{role:?}");
        }
    }
}
