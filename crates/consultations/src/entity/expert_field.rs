//! About what an expert advises.

use sea_orm::entity::prelude::*;

use super::{ExpertId, case_field::Field};

/// One field of one expert.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "expert_fields")]
pub struct Model {
    /// The expert.
    #[sea_orm(primary_key, auto_increment = false)]
    pub expert_id: ExpertId,
    /// The field.
    #[sea_orm(primary_key, auto_increment = false)]
    pub field: Field,
}

impl ActiveModelBehavior for ActiveModel {}
