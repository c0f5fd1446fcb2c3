//! Bookings that nobody paid.

use std::time::Duration;

use kernel::{Actor, Clock, Db, Fault, Via, transact};
use tasks::{Running, Sweep};

use crate::{read, service};

/// So many are released in one run.
const AT_ONCE: u64 = 100;

/// Releases bookings that lie ahead and were not paid by their day, each in its own transaction.
///
/// Several nodes may do so at one moment: each booking is locked before it is looked at.
#[derive(Clone, Copy, Debug, Default)]
pub struct UnpaidEnd;

impl Sweep for UnpaidEnd {
    fn name(&self) -> &'static str {
        "bookings.unpaid"
    }

    fn every(&self) -> Duration {
        Duration::from_mins(1)
    }

    fn run<'r>(&'r self, db: &'r Db, clock: &'r Clock) -> Running<'r> {
        Box::pin(async move {
            let mut done = 0;
            for id in read::unpaid(db.reader(), clock.now(), AT_ONCE).await? {
                let system = Actor::system(Via::Task);
                let released = transact::<_, Fault, _>(db, system, clock, async |work| {
                    service::release_unpaid(work, id).await
                });
                done += usize::from(released.await?);
            }
            Ok(done)
        })
    }
}
