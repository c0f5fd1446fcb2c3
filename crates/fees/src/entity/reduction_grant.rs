//! Reductions that were granted, by whom and why.

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::{ChargeId, ReductionKindId};

/// Who granted a reduction. The reason can be erased.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "reduction_grants")]
pub struct Model {
    /// The line that takes it off.
    #[sea_orm(primary_key, auto_increment = false)]
    pub charge_id: ChargeId,
    /// On which ground; none when the ward decided outside the criteria.
    pub kind_id: Option<ReductionKindId>,
    /// How much was taken off, in per cent.
    pub percent: i32,
    /// Why, in words of whoever granted it.
    pub reason: Option<String>,
    /// Who.
    pub granted_by: Option<PersonId>,
    /// When.
    pub granted_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
