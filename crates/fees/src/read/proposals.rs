//! Proposals of a reduction, each with where it stands.

use approvals::read::{Standing, of_subjects};
use kernel::Fault;
use sea_orm::{QueryOrder, entity::prelude::*};

use super::Bill;
use crate::entity::{BillId, ReductionProposalId, charge, reduction_proposal};

/// What `approvals` calls a proposal of a reduction.
pub const KIND: &str = "reduction";

/// A proposal with its approval.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// Its row.
    pub row: reduction_proposal::Model,
    /// Where it stands.
    pub approval: Standing,
}

impl Proposal {
    /// The charge that it is about, if the bill still comes to what it came to then, unreduced.
    pub fn unchanged<'b>(&self, bill: &'b Bill) -> Option<&'b charge::Model> {
        let same = bill.balance().charged.0 == self.row.charged && bill.reduced().is_none();
        bill.stands()
            .filter(|charge| same && charge.id == self.row.charge_id)
    }
}

/// One proposal.
pub async fn proposal(
    db: &impl ConnectionTrait,
    id: ReductionProposalId,
) -> Result<Option<Proposal>, Fault> {
    let rows = reduction_proposal::Entity::find_by_id(id).all(db).await?;
    Ok(with_approvals(db, rows).await?.pop())
}

/// Those of a bill, the newest first.
pub async fn proposals_of(db: &impl ConnectionTrait, bill: BillId) -> Result<Vec<Proposal>, Fault> {
    let rows = reduction_proposal::Entity::find()
        .filter(reduction_proposal::COLUMN.bill_id.eq(bill))
        .order_by_desc(reduction_proposal::COLUMN.proposed_at)
        .order_by_desc(reduction_proposal::COLUMN.id)
        .all(db)
        .await?;
    with_approvals(db, rows).await
}

/// The one of a bill that waits for the ward, if there is one.
pub async fn open_proposal(
    db: &impl ConnectionTrait,
    bill: BillId,
) -> Result<Option<ReductionProposalId>, Fault> {
    let row = reduction_proposal::Entity::find()
        .filter(reduction_proposal::COLUMN.bill_id.eq(bill))
        .filter(reduction_proposal::COLUMN.answered_at.is_null())
        .one(db)
        .await?;
    Ok(row.map(|row| row.id))
}

async fn with_approvals(
    db: &impl ConnectionTrait,
    rows: Vec<reduction_proposal::Model>,
) -> Result<Vec<Proposal>, Fault> {
    let subjects = rows.iter().map(|row| row.id.into()).collect();
    let mut all = of_subjects(db, KIND, subjects).await?;
    let proposal = |row: reduction_proposal::Model| {
        let approval = all.remove(&row.id.into())?;
        Some(Proposal { row, approval })
    };
    Ok(rows.into_iter().filter_map(proposal).collect())
}
