//! Registrations: a category that reception granted for a term.

use kernel::{Instant, PersonId};
use sea_orm::{QueryOrder, entity::prelude::*};

use super::{
    ApplicationId, OrganisationId, RegistrationId,
    category::{Locality, Party, Stage},
};

/// A registration; only its end and its reminders are ever written later.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "registrations")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RegistrationId,
    /// Whose, if a person's own.
    pub person_id: Option<PersonId>,
    /// Whose, if an organisation's.
    pub organisation_id: Option<OrganisationId>,
    /// By which application.
    pub application_id: ApplicationId,
    /// Where they belong.
    pub locality: Locality,
    /// As what they come.
    pub party: Party,
    /// How far a founder was on the first day; see `rules::Registered`.
    pub stage: Stage,
    /// The day of founding, an ISO date, from which 創業5年未満 is counted.
    pub founded_on: Option<String>,
    /// The first day, an ISO date.
    pub valid_from: String,
    /// The last day, an ISO date; before the first one when another took its place at once.
    pub valid_until: String,
    /// Who approved it.
    pub reviewed_by: Option<PersonId>,
    /// When.
    pub reviewed_at: Instant,
    /// How many days before the end the last reminder was due; none before the first.
    pub reminded_days: Option<i32>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// Those of a person themselves, the newest first.
    pub fn of_person(person: PersonId) -> Select<Self> {
        newest_first(Self::find().filter(COLUMN.person_id.eq(person)))
    }

    /// Those of several people themselves, the newest first.
    pub fn of_people(ids: Vec<PersonId>) -> Select<Self> {
        newest_first(Self::find().filter(COLUMN.person_id.is_in(ids)))
    }

    /// Those of organisations, the newest first.
    pub fn of_organisations(ids: Vec<OrganisationId>) -> Select<Self> {
        newest_first(Self::find().filter(COLUMN.organisation_id.is_in(ids)))
    }
}

fn newest_first(query: Select<Entity>) -> Select<Entity> {
    query
        .order_by_desc(COLUMN.valid_from)
        .order_by_desc(COLUMN.reviewed_at)
}
