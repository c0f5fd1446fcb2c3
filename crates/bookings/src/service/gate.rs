//! No booking slips past a closure, and no closure past a booking.

use kernel::{Fault, Work};
use sea_orm::ConnectionTrait;

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

/// Waits for everyone who books, and keeps the next ones waiting until the closure is written.
pub(super) async fn shut(work: &Work) -> Result<(), Fault> {
    pass(work, "pg_advisory_xact_lock").await
}

async fn pass(work: &Work, lock: &str) -> Result<(), Fault> {
    if work.locks_rows() {
        let statement = format!("SELECT {lock}({GATE})");
        work.db().execute_unprepared(&statement).await?;
    }
    Ok(())
}
