//! Who does what with seminars.
//!
//! Source: design.md 9; the review by another person is the centre's own rule.

use kernel::{Actor, PersonId, Role};

use crate::entity::seminar;

/// Whether this actor writes seminars: the manager and coordinators.
pub fn may_keep(actor: &Actor) -> bool {
    actor.roles.has(Role::Manager) || actor.roles.has(Role::Coordinator)
}

/// Whether this actor sees who takes part, enters people at the counter and marks who came: all who
/// work at the centre.
pub fn may_receive(actor: &Actor) -> bool {
    actor.roles.is_staff()
}

/// Whether this actor sees how many came, without who: those who keep seminars, and the ward.
pub fn may_count(actor: &Actor) -> bool {
    let ward = [Role::WardOfficer, Role::WardApprover];
    may_keep(actor) || ward.into_iter().any(|role| actor.roles.has(role))
}

/// Whether this actor publishes a seminar that was handed in: another than who handed it in.
pub fn may_publish(actor: &Actor, row: &seminar::Model) -> bool {
    may_keep(actor) && actor.person.is_some() && actor.person != row.submitted_by
}

/// Whether this actor reads what somebody answered who enrolled: that person, and those who keep
/// seminars. Reception enters answers, and reads none.
pub fn may_read_answers(actor: &Actor, whose: PersonId) -> bool {
    actor.is(whose) || may_keep(actor)
}

#[cfg(test)]
mod tests {
    use kernel::{Roles, Via};
    use uuid::Uuid;

    use super::*;
    use crate::samples::seminars::a_seminar;

    const ONE: PersonId = PersonId(Uuid::from_u128(1));
    const OTHER: PersonId = PersonId(Uuid::from_u128(2));

    #[test]
    fn the_manager_and_coordinators_write_and_another_publishes() {
        let row = seminar::Model {
            submitted_by: Some(ONE),
            ..a_seminar()
        };
        for (role, keeps, receives, counts) in [
            (Role::Member, false, false, false),
            (Role::Expert, false, false, false),
            (Role::Reception, false, true, false),
            (Role::Coordinator, true, true, true),
            (Role::Manager, true, true, true),
            (Role::WardOfficer, false, false, true),
            (Role::WardApprover, false, false, true),
        ] {
            let roles: Roles = [role].into_iter().collect();
            let actor = |person| Actor::person(person, roles, Via::Page);
            assert_eq!(may_keep(&actor(ONE)), keeps, "{role:?}");
            assert_eq!(may_receive(&actor(ONE)), receives, "{role:?}");
            assert_eq!(may_count(&actor(ONE)), counts, "{role:?}");
            assert!(!may_publish(&actor(ONE), &row), "{role:?}");
            assert_eq!(may_read_answers(&actor(ONE), OTHER), keeps, "{role:?}");
            assert!(may_read_answers(&actor(ONE), ONE), "{role:?}");
            assert_eq!(may_publish(&actor(OTHER), &row), keeps, "{role:?}");
        }
    }
}
