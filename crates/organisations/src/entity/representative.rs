//! Who may act for an organisation.

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::OrganisationId;

/// One person who may act for one organisation.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "representatives")]
pub struct Model {
    /// The organisation.
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: OrganisationId,
    /// The person.
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: PersonId,
    /// Since when.
    pub since: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
