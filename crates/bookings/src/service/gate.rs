//! No booking slips past a closure, and no closure past a booking.

use kernel::{Fault, Work};
use sea_orm::ConnectionTrait;

use crate::entity::booking::Party;

/// Names the gate among PostgreSQL's advisory locks.
const GATE: i64 = 7_367_002;

/// Keeps closures waiting until this transaction ends: whoever books looks at the rules behind the
/// gate, so that these still hold when the booking is written. Others who book do not wait.
///
/// Before any row is locked; only the lock of a repeated form (`kernel::answers`) comes earlier, and
/// closing never takes that one. SQLite has one writer and needs none.
pub(super) async fn keep_open(work: &Work) -> Result<(), Fault> {
    pass(work, "pg_advisory_xact_lock_shared").await
}

/// Lets the bookings of one party come one by one, so that what was counted still holds when the
/// next is written. After the gate, before any resource is locked.
pub(super) async fn one_by_one(work: &Work, party: Party) -> Result<(), Fault> {
    locked(work, &own(party)).await
}

/// Both, on one way to the database.
pub(super) async fn keep_open_for(work: &Work, party: Party) -> Result<(), Fault> {
    let both = format!(
        "SELECT pg_advisory_xact_lock_shared({GATE}); {}",
        own(party)
    );
    locked(work, &both).await
}

fn own(party: Party) -> String {
    let id = party.organisation.map_or(party.person.0, |id| id.0);
    // Its random half; two parties that share it wait for each other, and no harm is done.
    let (_, key) = id.as_u64_pair();
    format!("SELECT pg_advisory_xact_lock({})", key.cast_signed())
}

/// Waits for everyone who books, and keeps the next ones waiting until this work is done: a closure is
/// written, or two people are merged.
pub async fn shut(work: &Work) -> Result<(), Fault> {
    pass(work, "pg_advisory_xact_lock").await
}

async fn pass(work: &Work, lock: &str) -> Result<(), Fault> {
    locked(work, &format!("SELECT {lock}({GATE})")).await
}

async fn locked(work: &Work, statements: &str) -> Result<(), Fault> {
    if work.locks_rows() {
        work.db().execute_unprepared(statements).await?;
    }
    Ok(())
}
