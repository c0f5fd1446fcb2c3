//! Which spaces a closure closes, when it is not the whole house.

use sea_orm::entity::prelude::*;

use super::{ClosureId, SpaceId};

/// One space of one closure.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "closure_spaces")]
pub struct Model {
    /// The closure.
    #[sea_orm(primary_key, auto_increment = false)]
    pub closure_id: ClosureId,
    /// The space.
    #[sea_orm(primary_key, auto_increment = false)]
    pub space_id: SpaceId,
}

impl ActiveModelBehavior for ActiveModel {}
