//! Reductions beyond the ward's criteria, as they were proposed to the ward (減免の伺い).

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::{BillId, ChargeId, ReductionKindId, ReductionProposalId};

/// One proposal. It is never changed: what is mended is proposed anew. The reason can be erased.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "reduction_proposals")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ReductionProposalId,
    /// Of which bill.
    pub bill_id: BillId,
    /// Of which of its charges, as it stood then.
    pub charge_id: ChargeId,
    /// What the whole bill came to then, in yen.
    pub charged: i64,
    /// On which ground of the manager; none outside all criteria.
    pub kind_id: Option<ReductionKindId>,
    /// How much would be taken off, in per cent.
    pub percent: i32,
    /// Why, in words of whoever proposed it.
    pub reason: Option<String>,
    /// Who.
    pub proposed_by: PersonId,
    /// When.
    pub proposed_at: Instant,
    /// When it was answered or taken back; none as long as it waits.
    pub answered_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}
