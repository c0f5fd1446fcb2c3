//! Who enters what holds from a day on comes one by one.

use kernel::{Fault, Work};
use sea_orm::ConnectionTrait;

/// Names this gate among PostgreSQL's advisory locks.
const GATE: i64 = 7_367_003;

/// Waits for whoever enters a dated row, a tariff or a ground, and keeps the next ones waiting until
/// this work is done: what was looked at before still holds when the row is written.
///
/// Before anything is read, after the gate of bookings. SQLite has one writer and needs none.
pub(super) async fn one_by_one(work: &Work) -> Result<(), Fault> {
    if work.locks_rows() {
        let statement = format!("SELECT pg_advisory_xact_lock({GATE})");
        work.db().execute_unprepared(&statement).await?;
    }
    Ok(())
}
