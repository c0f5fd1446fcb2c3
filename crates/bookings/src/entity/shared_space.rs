//! Spaces that the ward's own facility system knows too (共用).

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::SpaceId;

/// One shared space.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "shared_spaces")]
pub struct Model {
    /// The space.
    #[sea_orm(primary_key, auto_increment = false)]
    pub space_id: SpaceId,
    /// Who said so.
    pub shared_by: Option<PersonId>,
    /// When.
    pub shared_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
