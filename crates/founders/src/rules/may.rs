//! Who sees and does what.
//!
//! Source: `domain.md` part 2, issuer: the manager confirms and forwards, the certificate is the ward's.
//! The ward sees an application once it was forwarded to it.

use kernel::{Actor, Role as House};

use super::{Role, State};

/// Whether this actor works with applications: the manager, coordinators and the ward.
pub fn may_look(actor: &Actor) -> bool {
    may_follow(actor) || actor.roles.is_ward()
}

/// Whether this actor sees how far people are, and applications from the first day on.
pub fn may_follow(actor: &Actor) -> bool {
    actor.roles.has(House::Manager) || actor.roles.has(House::Coordinator)
}

/// Whether this actor sees an application that stands so; `forwarded`: it was with the ward once.
pub fn may_read(actor: &Actor, forwarded: bool) -> bool {
    may_follow(actor) || actor.roles.is_ward() && forwarded
}

/// Whether this actor writes down what the certified plan says: the ward's officer.
pub fn may_keep_scheme(actor: &Actor) -> bool {
    actor.roles.has(House::WardOfficer)
}

/// For whom this actor can act on an application that stands so; the founder acts on their own pages.
pub fn acts_as(actor: &Actor, state: State) -> Option<Role> {
    match state {
        State::Asked | State::Confirmed if actor.roles.has(House::Manager) => Some(Role::Manager),
        State::Forwarded | State::Issued if actor.roles.has(House::WardOfficer) => Some(Role::Ward),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use kernel::{PersonId, Roles, Via};
    use uuid::Uuid;

    use super::*;

    #[test]
    fn the_manager_forwards_and_only_the_wards_officer_issues() {
        for (role, looks, follows, forwarded, manages, issues) in [
            (House::Member, false, false, false, false, false),
            (House::Expert, false, false, false, false, false),
            (House::Reception, false, false, false, false, false),
            (House::Coordinator, true, true, true, false, false),
            (House::Manager, true, true, true, true, false),
            (House::WardOfficer, true, false, true, false, true),
            (House::WardApprover, true, false, true, false, false),
        ] {
            let roles: Roles = [role].into_iter().collect();
            let actor = Actor::person(PersonId(Uuid::from_u128(1)), roles, Via::Page);
            assert_eq!(may_look(&actor), looks, "{role:?}");
            assert_eq!(may_read(&actor, false), follows, "{role:?}");
            assert_eq!(may_read(&actor, true), forwarded, "{role:?}");
            assert_eq!(may_keep_scheme(&actor), issues, "{role:?}");
            let asked = acts_as(&actor, State::Asked);
            assert_eq!(asked, manages.then_some(Role::Manager), "{role:?}");
            let forwarded = acts_as(&actor, State::Forwarded);
            assert_eq!(forwarded, issues.then_some(Role::Ward), "{role:?}");
        }
    }
}
