//! A person's time: one resource for each, whatever they do with it.

use kernel::PersonId;
use sea_orm::entity::prelude::*;

use super::ResourceId;

/// Which resource is a person's time.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "person_resources")]
pub struct Model {
    /// The person.
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: PersonId,
    /// Their time.
    pub resource_id: ResourceId,
}

impl ActiveModelBehavior for ActiveModel {}
