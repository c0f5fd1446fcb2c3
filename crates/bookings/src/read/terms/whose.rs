//! Whose rows a rule counts.

use kernel::{Fault, PersonId};
use organisations::entity::OrganisationId;
use sea_orm::{Condition, entity::prelude::*};

use crate::entity::booking::Party;

/// Whose rows count together: a person's own, or those of an organisation and of all that were
/// merged into it.
#[derive(Clone, Debug)]
pub(in crate::read) enum Whose {
    /// What a person did for themselves.
    Person(PersonId),
    /// What was done for these.
    Organisations(Vec<OrganisationId>),
}

impl Whose {
    /// Those of a party.
    pub(in crate::read) async fn of(
        db: &impl ConnectionTrait,
        party: Party,
    ) -> Result<Self, Fault> {
        Ok(match party.organisation {
            None => Self::Person(party.person),
            Some(id) => Self::Organisations(organisations::read::all_of(db, id).await?),
        })
    }

    /// As a question to a table.
    pub(in crate::read) fn rows(
        &self,
        person: impl ColumnTrait,
        organisation: impl ColumnTrait,
    ) -> Condition {
        match self {
            Self::Person(id) => Condition::all()
                .add(person.eq(*id))
                .add(organisation.is_null()),
            Self::Organisations(ids) => {
                Condition::all().add(organisation.is_in(ids.iter().copied()))
            }
        }
    }
}
