//! Who may see what of a case.
//!
//! Source: design.md 9; `domain.md` part 5, confidentiality.

use kernel::{Actor, Instant, PersonId, Role};

use crate::entity::case;

/// What somebody is to a case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Whether they are an expert who has it.
    pub has_it: bool,
    /// Until when they may read it for a reason that they gave (ガラスを割る), if they gave one.
    pub glass: Option<Instant>,
}

/// What somebody may read of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// All of it, and they write it: the experts who have it, and the coordinator who leads it.
    Handles,
    /// What was asked, so that somebody is found for it: coordinators, as long as nobody leads it.
    Triage,
    /// All of it, for a reason that was written down.
    ByReason,
    /// That it is there, whose it is and when they meet.
    Outside,
}

impl Reading {
    /// Whether what was asked can be read.
    pub const fn asked(self) -> bool {
        !matches!(self, Self::Outside)
    }

    /// Whether what was said in meetings can be read.
    pub const fn said(self) -> bool {
        matches!(self, Self::Handles | Self::ByReason)
    }
}

/// What this actor may read of a case. The person who asked has a page of their own.
pub fn may_read(actor: &Actor, case: &case::Model, standing: Standing, now: Instant) -> Reading {
    // Whoever works here and asks for advice themselves is a person like everybody else: what is
    // written of them they learn on their own page.
    if is_theirs(case, actor.person) {
        return Reading::Outside;
    }
    let coordinates = actor.roles.has(Role::Coordinator);
    let leads = coordinates && actor.person.is_some() && actor.person == case.lead_id;
    let advises = actor.roles.has(Role::Expert) && standing.has_it;
    if leads || advises {
        Reading::Handles
    } else if coordinates && case.lead_id.is_none() && case.state != case::State::Closed {
        Reading::Triage
    } else if standing.glass.is_some_and(|until| now < until) {
        Reading::ByReason
    } else {
        Reading::Outside
    }
}

/// Whether the list of cases is this actor's to see: staff's, and the experts' for their own.
pub fn may_see_cases(actor: &Actor) -> bool {
    actor.roles.is_staff() || actor.roles.has(Role::Expert)
}

/// Whether this actor finds experts for cases and arranges meetings: coordinators.
pub fn may_arrange(actor: &Actor) -> bool {
    actor.roles.has(Role::Coordinator)
}

/// Whether this actor receives people who come, and asks on their behalf: all who work at the centre.
pub fn may_receive(actor: &Actor) -> bool {
    actor.roles.is_staff()
}

/// Whether this actor keeps the experts' register and hours: the manager and coordinators.
pub fn may_keep_experts(actor: &Actor) -> bool {
    actor.roles.has(Role::Manager) || actor.roles.has(Role::Coordinator)
}

/// How somebody sees the figures of consultations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seeing {
    /// As they are, with the consultations behind them.
    Whole,
    /// Without what tells about few.
    Guarded,
}

/// How this actor sees the figures of consultations, if at all: the manager and coordinators as they
/// are, the ward without small ones.
pub fn may_see_figures(actor: &Actor) -> Option<Seeing> {
    if may_keep_experts(actor) {
        Some(Seeing::Whole)
    } else {
        actor.roles.is_ward().then_some(Seeing::Guarded)
    }
}

/// Whether a person asked for this case.
pub fn is_theirs(case: &case::Model, person: Option<PersonId>) -> bool {
    person.is_some_and(|person| person == case.person_id)
}

#[cfg(test)]
mod tests {
    use kernel::{Roles, Via};
    use uuid::Uuid;

    use super::*;
    use crate::samples::cases::a_case;

    const LEAD: PersonId = PersonId(Uuid::from_u128(1));
    const OTHER: PersonId = PersonId(Uuid::from_u128(2));

    fn actor(person: PersonId, roles: &[Role]) -> Actor {
        let roles: Roles = roles.iter().copied().collect();
        Actor::person(person, roles, Via::Page)
    }

    #[test]
    fn a_case_is_read_by_who_handles_it_or_gave_a_reason() {
        let now = Instant::parse("2026-12-15T10:00:00+09:00").unwrap();
        let hour = chrono::TimeDelta::hours(1);
        let (later, earlier) = (Some(now + hour), Some(now));
        for (who, roles, lead, has_it, glass, expected) in [
            (
                LEAD,
                [Role::Coordinator],
                Some(LEAD),
                false,
                None,
                Reading::Handles,
            ),
            (
                OTHER,
                [Role::Coordinator],
                Some(LEAD),
                false,
                None,
                Reading::Outside,
            ),
            (
                OTHER,
                [Role::Coordinator],
                None,
                false,
                None,
                Reading::Triage,
            ),
            (
                OTHER,
                [Role::Expert],
                Some(LEAD),
                true,
                None,
                Reading::Handles,
            ),
            (
                OTHER,
                [Role::Expert],
                Some(LEAD),
                false,
                None,
                Reading::Outside,
            ),
            (OTHER, [Role::Member], None, true, None, Reading::Outside),
            (
                OTHER,
                [Role::Reception],
                None,
                false,
                None,
                Reading::Outside,
            ),
            (OTHER, [Role::Manager], None, false, None, Reading::Outside),
            (
                LEAD,
                [Role::Manager],
                Some(LEAD),
                false,
                None,
                Reading::Outside,
            ),
            (
                OTHER,
                [Role::Manager],
                Some(LEAD),
                false,
                later,
                Reading::ByReason,
            ),
            (
                OTHER,
                [Role::Manager],
                Some(LEAD),
                false,
                earlier,
                Reading::Outside,
            ),
            (
                OTHER,
                [Role::WardApprover],
                None,
                false,
                None,
                Reading::Outside,
            ),
        ] {
            let case = crate::entity::case::Model {
                lead_id: lead,
                ..a_case()
            };
            let standing = Standing { has_it, glass };
            let found = may_read(&actor(who, &roles), &case, standing, now);
            assert_eq!(
                found, expected,
                "{who} {roles:?} {lead:?} {has_it} {glass:?}"
            );
        }
    }
}
