//! Many times at once, all or nothing: series of bookings.
//!
//! The same order as for one: lock, look, write. All resources are locked first, in the order of
//! their ids, so that two series that want each other's places come one after the other.

use kernel::{Fault, Span, Work};
use sea_orm::{ActiveValue::Set, Condition, QueryOrder, QuerySelect, entity::prelude::*};

use super::{Claim, LONGEST, expire, write};
use crate::entity::{HoldId, ResourceId, allocation, hold, resource};

/// One of many: what it is for, what it takes, and when.
#[derive(Clone, Debug)]
pub struct Piece {
    /// What it is for; `Err` with the hold that is moved.
    pub claim: Result<Claim, hold::Model>,
    /// What it takes together.
    pub resources: Vec<ResourceId>,
    /// When, clearing up included.
    pub span: Span,
}

/// What stands at any moment of these times on these resources, or on all of them; holds that are
/// about to move do not count.
pub async fn standing(
    db: &impl ConnectionTrait,
    spans: &[Span],
    resources: Option<&[ResourceId]>,
    moving: &[HoldId],
) -> Result<Vec<allocation::Model>, Fault> {
    if spans.is_empty() {
        return Ok(Vec::new());
    }
    let mut at_any = Condition::any();
    for span in spans {
        // Bounded on one column, and each with the condition of the indexes, so that the database
        // asks these once for every time instead of reading the whole ledger.
        at_any = at_any.add(
            Condition::all()
                .add(Expr::col((allocation::Entity, "holding")))
                .add(allocation::COLUMN.starts_at.gt(span.from - LONGEST))
                .add(allocation::COLUMN.starts_at.lt(span.until))
                .add(allocation::COLUMN.ends_at.gt(span.from)),
        );
    }
    let mut query = allocation::Entity::find().filter(at_any);
    if let Some(resources) = resources {
        query = query.filter(allocation::COLUMN.resource_id.is_in(resources.to_vec()));
    }
    if !moving.is_empty() {
        query = query.filter(allocation::COLUMN.hold_id.is_not_in(moving.to_vec()));
    }
    Ok(query.all(db).await?)
}

/// Locks all of these until the transaction ends, ends what has lapsed on them, and says what
/// stands there at these times.
pub async fn lock_and_look(
    work: &Work,
    resources: &[ResourceId],
    spans: &[Span],
    moving: &[HoldId],
) -> Result<Vec<allocation::Model>, Fault> {
    if work.locks_rows() {
        resource::Entity::find()
            .filter(resource::COLUMN.id.is_in(resources.to_vec()))
            .order_by_asc(resource::COLUMN.id)
            .lock_exclusive()
            .all(work.db())
            .await?;
    }
    let before = standing(work.db(), spans, Some(resources), moving).await?;
    let lapsing: Vec<HoldId> = before
        .iter()
        .filter(|allocation| allocation.state.can_expire())
        .map(|allocation| allocation.hold_id)
        .collect();
    if lapsing.is_empty() {
        return Ok(before);
    }
    expire(work, lapsing).await?;
    standing(work.db(), spans, Some(resources), moving).await
}

/// Writes all of it, on resources that [`lock_and_look`] has locked and found free. `None` when
/// the database itself refuses: the transaction must then be given up.
pub async fn take_all(work: &Work, pieces: Vec<Piece>) -> Result<Option<Vec<HoldId>>, Fault> {
    let mut made = Vec::new();
    let mut moved = Vec::new();
    let mut rows = Vec::new();
    let mut ids = Vec::new();
    for piece in pieces {
        let (id, state) = match piece.claim {
            Ok(claim) => {
                let (id, state) = (work.new_id::<HoldId>(), claim.state);
                made.push(hold::ActiveModel {
                    id: Set(id),
                    kind: Set(claim.kind.to_owned()),
                    label: Set(claim.label),
                    link: Set(claim.link),
                    state: Set(state),
                    expires_at: Set(claim.expires_at),
                });
                (id, state)
            }
            Err(held) => {
                moved.push(held.id);
                (held.id, held.state)
            }
        };
        ids.push(id);
        rows.extend(super::rows(work, id, state, &piece.resources, piece.span));
    }
    if !moved.is_empty() {
        allocation::Entity::delete_many()
            .filter(allocation::COLUMN.hold_id.is_in(moved))
            .exec(work.db())
            .await?;
    }
    if !made.is_empty() {
        let holds = hold::Entity::insert_many(made);
        holds.exec_without_returning(work.db()).await?;
    }
    Ok(write(work, rows).await?.then_some(ids))
}

/// Puts holds into another state, if every one of them still stands as `from`; says whether.
pub async fn turn_all(
    work: &Work,
    holds: Vec<HoldId>,
    from: &[hold::State],
    state: hold::State,
) -> Result<bool, Fault> {
    let many = holds.len() as u64;
    let done = hold::Entity::update_many()
        .col_expr(hold::Column::State, Expr::value(state))
        .filter(hold::COLUMN.id.is_in(holds))
        .filter(hold::Column::State.is_in(from.to_vec()))
        .exec(work.db())
        .await?;
    Ok(done.rows_affected == many)
}
