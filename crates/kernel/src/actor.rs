//! Who acts: the person, in which roles, by which way, and for whom.

use serde::{Deserialize, Serialize};

use crate::PersonId;

/// What a person is to the centre (design.md 9). One person may hold several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Uses the centre: books, asks, learns.
    Member,
    /// Acts for a business or group.
    Representative,
    /// Advises (専門家・相談員).
    Expert,
    /// Works for a partner agency (関係機関).
    Agency,
    /// Stands at the counter (受付).
    Reception,
    /// Assigns and follows consultations.
    Coordinator,
    /// Runs the centre (館長).
    Manager,
    /// Watches for the ward (所管課).
    WardOfficer,
    /// Decides for the ward.
    WardApprover,
    /// The product itself: sweeps, demonstration data, the command line.
    System,
}

impl Role {
    /// Every role, in the order they are listed to people.
    pub const ALL: [Self; 10] = [
        Self::Member,
        Self::Representative,
        Self::Expert,
        Self::Agency,
        Self::Reception,
        Self::Coordinator,
        Self::Manager,
        Self::WardOfficer,
        Self::WardApprover,
        Self::System,
    ];

    /// As stored, and as part of text keys (`role-reception`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Representative => "representative",
            Self::Expert => "expert",
            Self::Agency => "agency",
            Self::Reception => "reception",
            Self::Coordinator => "coordinator",
            Self::Manager => "manager",
            Self::WardOfficer => "ward_officer",
            Self::WardApprover => "ward_approver",
            Self::System => "system",
        }
    }

    /// Reads what [`Role::code`] writes.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// A set of roles; empty for a visitor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Roles(u16);

impl Roles {
    /// Whether the role is in the set.
    pub const fn has(self, role: Role) -> bool {
        self.0 & (1 << role as u16) != 0
    }

    /// The set with the role added.
    #[must_use]
    pub const fn with(self, role: Role) -> Self {
        Self(self.0 | (1 << role as u16))
    }

    /// Whether the person works for the manager: reception, coordinator, manager.
    pub const fn is_staff(self) -> bool {
        self.has(Role::Reception) || self.has(Role::Coordinator) || self.has(Role::Manager)
    }

    /// Whether the person works for the ward.
    pub const fn is_ward(self) -> bool {
        self.has(Role::WardOfficer) || self.has(Role::WardApprover)
    }

    /// The roles in the set.
    pub fn iter(self) -> impl Iterator<Item = Role> {
        Role::ALL.into_iter().filter(move |role| self.has(*role))
    }
}

impl FromIterator<Role> for Roles {
    fn from_iter<I: IntoIterator<Item = Role>>(roles: I) -> Self {
        roles.into_iter().fold(Self::default(), Self::with)
    }
}

/// By which way an act came in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Via {
    /// A page.
    #[default]
    Page,
    /// The JSON API, with a token.
    Api,
    /// The product's own sweeps.
    Task,
    /// The command line.
    Cli,
}

impl Via {
    /// As stored with each event.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Api => "api",
            Self::Task => "task",
            Self::Cli => "cli",
        }
    }
}

/// Who acts. Every change and every event carries one.
#[derive(Clone, Copy, Debug, Default)]
pub struct Actor {
    /// The person, or `None` for a visitor and for the product itself.
    pub person: Option<PersonId>,
    /// What the person may do.
    pub roles: Roles,
    /// The roles of those for whom they decide just now as a deputy (代理), and nothing else.
    pub deputy_for: Roles,
    /// For whom, when staff enters a form for someone at the counter.
    pub on_behalf_of: Option<PersonId>,
    /// By which way.
    pub via: Via,
}

impl Actor {
    /// Someone who has not signed in.
    pub fn visitor() -> Self {
        Self::default()
    }

    /// A person who has signed in.
    pub fn person(person: PersonId, roles: Roles, via: Via) -> Self {
        Self {
            person: Some(person),
            roles,
            via,
            ..Self::default()
        }
    }

    /// The product itself.
    pub fn system(via: Via) -> Self {
        Self {
            roles: Roles::default().with(Role::System),
            via,
            ..Self::default()
        }
    }

    /// The same actor, acting for `person`.
    #[must_use]
    pub const fn on_behalf_of(mut self, person: PersonId) -> Self {
        self.on_behalf_of = Some(person);
        self
    }

    /// Whether this is that very person.
    pub fn is(&self, person: PersonId) -> bool {
        self.person == Some(person)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_what_was_put_in_and_nothing_else() {
        let roles: Roles = [Role::Member, Role::Reception].into_iter().collect();
        for role in Role::ALL {
            assert_eq!(
                roles.has(role),
                matches!(role, Role::Member | Role::Reception),
                "{role:?}"
            );
            assert_eq!(Role::parse(role.code()), Some(role));
        }
        assert!(roles.is_staff());
        assert!(!roles.is_ward());
        assert_eq!(roles.iter().count(), 2);
    }
}
