//! Taking and giving back what is scarce. Nobody bypasses it, staff included.
//!
//! Always in this order: lock the resources by id, look, write. The database's own refusal
//! (`allocations_no_overlap`) stands behind it and is never the usual way.

use chrono::TimeDelta;
use kernel::{Fault, Instant, Span, Work, violated_constraint};
use sea_orm::{
    ActiveValue::Set, QueryOrder, QuerySelect, QueryTrait, entity::prelude::*,
    sea_query::PostgresQueryBuilder,
};

use crate::entity::{AllocationId, HoldId, ResourceId, allocation, hold, resource};

mod exchange;
mod many;

pub use exchange::{exchange, settle};
pub use many::{Piece, lock_and_look, standing, take_all, turn_all};

/// The longest allocation: what reaches into a moment began at most this long before it.
pub const LONGEST: TimeDelta = TimeDelta::days(1);

/// What a hold is called and where it leads, and how it begins.
#[derive(Clone, Debug)]
pub struct Claim {
    /// What it is for: `booking`, `lesson`, `meeting`.
    pub kind: &'static str,
    /// What the day board shows.
    pub label: String,
    /// Where its page is.
    pub link: String,
    /// Its first state.
    pub state: hold::State,
    /// Until when it waits, if it lapses by itself.
    pub expires_at: Option<Instant>,
}

/// What came of asking for resources.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// All of it is held.
    Held(HoldId),
    /// Something of it is held by another; nothing was written.
    Conflict,
}

/// Takes all these resources for this time, or nothing. The rows are put ([`Work::put`]): whoever
/// writes something that refers to the hold before the end flushes first.
///
/// What is due to expire on them is expired first. The database's own refusal
/// (`allocations_no_overlap`), which only a write around this function can cause, comes when the rows are
/// written: [`Refusal::of_constraint`](kernel::Refusal::of_constraint) says what it means.
pub async fn take(
    work: &Work,
    claim: Claim,
    resources: &[ResourceId],
    span: Span,
) -> Result<Taken, Fault> {
    lock(work, resources).await?;
    if !is_free(work, resources, span, None).await? {
        return let_go(work).await;
    }
    let hold_id: HoldId = work.new_id();
    work.put(hold::Entity::insert(hold::ActiveModel {
        id: Set(hold_id),
        kind: Set(claim.kind.to_owned()),
        label: Set(claim.label),
        link: Set(claim.link),
        state: Set(claim.state),
        expires_at: Set(claim.expires_at),
    }));
    put(work, rows(work, hold_id, claim.state, resources, span));
    Ok(Taken::Held(hold_id))
}

/// Moves a hold to other resources or another time; on a conflict it stays where it was.
pub async fn move_to(
    work: &Work,
    held: &hold::Model,
    resources: &[ResourceId],
    span: Span,
) -> Result<Taken, Fault> {
    lock(work, resources).await?;
    if !is_free(work, resources, span, Some(held.id)).await? {
        return let_go(work).await;
    }
    allocation::Entity::delete_many()
        .filter(allocation::COLUMN.hold_id.eq(held.id))
        .exec(work.db())
        .await?;
    allocate(work, held.id, held.state, resources, span).await
}

/// Puts a hold into another state; its allocations follow by foreign key.
///
/// Returns `false` when the hold was no longer in the state it was read in.
pub async fn turn(work: &Work, held: &hold::Model, state: hold::State) -> Result<bool, Fault> {
    let done = hold::Entity::update_many()
        .col_expr(hold::Column::State, Expr::value(state))
        .filter(hold::COLUMN.id.eq(held.id))
        .filter(hold::Column::State.eq(held.state))
        .exec(work.db())
        .await?;
    Ok(done.rows_affected == 1)
}

/// Whether none of these is held by another at any moment of this time. Whoever locks a resource
/// first ends what has lapsed on it; usually nothing stands there, and one look is enough.
async fn is_free(
    work: &Work,
    resources: &[ResourceId],
    span: Span,
    own: Option<HoldId>,
) -> Result<bool, Fault> {
    let others = async || {
        let standing = overlapping(span)
            .filter(allocation::COLUMN.resource_id.is_in(resources.to_vec()))
            .all(work.db())
            .await?;
        let others = standing.into_iter().filter(|one| Some(one.hold_id) != own);
        Ok::<Vec<_>, Fault>(others.collect())
    };
    let before = others().await?;
    let lapsing: Vec<HoldId> = before
        .iter()
        .filter(|allocation| allocation.state.can_expire())
        .map(|allocation| allocation.hold_id)
        .collect();
    if lapsing.is_empty() {
        return Ok(before.is_empty());
    }
    expire(work, lapsing).await?;
    Ok(others().await?.is_empty())
}

/// The allocations that hold any moment of this time.
///
/// Bounded on one column, so that the index finds them however old the ledger is.
pub fn overlapping(span: Span) -> Select<allocation::Entity> {
    allocation::Entity::find()
        .filter(Expr::col((allocation::Entity, "holding")))
        .filter(allocation::COLUMN.starts_at.gt(span.from - LONGEST))
        .filter(allocation::COLUMN.starts_at.lt(span.until))
        .filter(allocation::COLUMN.ends_at.gt(span.from))
}

/// Locks the resources in the order of their ids, so that no two transactions wait for each other.
async fn lock(work: &Work, resources: &[ResourceId]) -> Result<(), Fault> {
    // What was put before is not of this try.
    work.flush().await?;
    if work.locks_rows() {
        let rows = resource::Entity::find()
            .filter(resource::COLUMN.id.is_in(resources.to_vec()))
            .order_by_asc(resource::COLUMN.id)
            .lock_exclusive();
        let rows = rows.into_query().to_string(PostgresQueryBuilder);
        let both = format!("SAVEPOINT a_try; {rows}");
        work.db().execute_unprepared(&both).await?;
    }
    Ok(())
}

/// Gives back the locks of a try that came to nothing: whoever tries one unit after the other never
/// holds one while waiting for the next, so that no two wait for each other in a circle.
async fn let_go(work: &Work) -> Result<Taken, Fault> {
    if work.locks_rows() {
        work.db()
            .execute_unprepared("ROLLBACK TO SAVEPOINT a_try")
            .await?;
    }
    Ok(Taken::Conflict)
}

/// Ends those of these holds whose time to be taken up is over.
async fn expire(work: &Work, lapsing: Vec<HoldId>) -> Result<(), Fault> {
    hold::Entity::update_many()
        .col_expr(hold::Column::State, Expr::value(hold::State::Expired))
        .filter(hold::COLUMN.id.is_in(lapsing))
        .filter(hold::COLUMN.expires_at.lte(work.now()))
        .filter(hold::Column::State.is_in([hold::State::Offered, hold::State::Held]))
        .exec(work.db())
        .await?;
    Ok(())
}

async fn allocate(
    work: &Work,
    hold_id: HoldId,
    state: hold::State,
    resources: &[ResourceId],
    span: Span,
) -> Result<Taken, Fault> {
    if write(work, rows(work, hold_id, state, resources, span)).await? {
        Ok(Taken::Held(hold_id))
    } else {
        let_go(work).await
    }
}

/// What a hold in this state occupies when it takes these for a time.
fn rows(
    work: &Work,
    hold: HoldId,
    state: hold::State,
    resources: &[ResourceId],
    span: Span,
) -> Vec<allocation::ActiveModel> {
    let row = |resource: &ResourceId| allocation::ActiveModel {
        id: Set(work.new_id::<AllocationId>()),
        hold_id: Set(hold),
        state: Set(state),
        resource_id: Set(*resource),
        starts_at: Set(span.from),
        ends_at: Set(span.until),
    };
    resources.iter().map(row).collect()
}

fn put(work: &Work, rows: Vec<allocation::ActiveModel>) {
    // A lesson that is held online takes nothing.
    if !rows.is_empty() {
        work.put(allocation::Entity::insert_many(rows));
    }
}

/// Writes allocations; `false` when the database itself refuses an overlap.
async fn write(work: &Work, rows: Vec<allocation::ActiveModel>) -> Result<bool, Fault> {
    put(work, rows);
    match work.flush().await {
        Ok(()) => Ok(true),
        Err(error) if violated_constraint(&error).as_deref() == Some("allocations_no_overlap") => {
            Ok(false)
        }
        Err(error) => Err(error.into()),
    }
}
