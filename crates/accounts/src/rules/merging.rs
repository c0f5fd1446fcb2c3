//! Whether two people may become one.

use kernel::{Actor, PersonId, Role, Roles};

use crate::refused::Unmerged;

/// One of two people who may be one.
#[derive(Clone, Copy, Debug)]
pub struct Side {
    /// Who.
    pub person: PersonId,
    /// Whether they are there: neither merged before nor erased.
    pub present: bool,
    /// Whether they can sign in.
    pub account: bool,
    /// What they are to the centre.
    pub roles: Roles,
}

/// Whether staff may merge `double` into `into`. Nobody merges themselves, and nobody loses by it
/// what they may do: who stays can sign in if either could, and has the roles of both.
pub fn may_merge(actor: &Actor, double: Side, into: Side) -> Result<(), Unmerged> {
    if double.person == into.person {
        return Err(Unmerged::Same);
    }
    if !double.present || !into.present {
        return Err(Unmerged::Gone);
    }
    if actor.is(double.person) || actor.is(into.person) {
        return Err(Unmerged::Oneself);
    }
    let mut lost = double.roles.iter().filter(|role| *role != Role::Member);
    if lost.any(|role| !into.roles.has(role)) {
        return Err(Unmerged::Role);
    }
    if double.account && !into.account {
        return Err(Unmerged::Account);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use kernel::Via;
    use uuid::Uuid;

    use super::*;

    fn side(number: u128, account: bool, roles: &[Role]) -> Side {
        Side {
            person: PersonId(Uuid::from_u128(number)),
            present: true,
            account,
            roles: roles.iter().copied().collect(),
        }
    }

    #[test]
    fn who_stays_is_there_can_sign_in_and_has_the_roles_of_both() {
        use Role::{Manager, Member, Reception};
        let guest = |number| side(number, false, &[]);
        let member = |number| side(number, true, &[Member]);
        let gone = |side| Side {
            present: false,
            ..side
        };
        let cases = [
            (guest(1), guest(2), Ok(())),
            (guest(1), member(2), Ok(())),
            (member(1), member(2), Ok(())),
            (member(1), side(2, true, &[Member, Manager]), Ok(())),
            (
                side(1, true, &[Member, Reception]),
                side(2, true, &[Member, Reception, Manager]),
                Ok(()),
            ),
            (
                side(1, true, &[Member, Reception]),
                side(2, true, &[Member, Manager]),
                Err(Unmerged::Role),
            ),
            (member(1), guest(2), Err(Unmerged::Account)),
            (guest(1), guest(1), Err(Unmerged::Same)),
            (gone(guest(1)), guest(2), Err(Unmerged::Gone)),
            (guest(1), gone(member(2)), Err(Unmerged::Gone)),
            (guest(1), member(9), Err(Unmerged::Oneself)),
            (member(9), member(1), Err(Unmerged::Oneself)),
        ];
        let roles = [Role::Member, Role::Reception].into_iter().collect();
        let reception = Actor::person(PersonId(Uuid::from_u128(9)), roles, Via::Page);
        for (double, into, expected) in cases {
            assert_eq!(
                may_merge(&reception, double, into),
                expected,
                "{double:?} {into:?}"
            );
        }
    }
}
