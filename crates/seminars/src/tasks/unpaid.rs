//! Places that nobody paid.

use std::time::Duration;

use kernel::{Actor, Clock, Db, Via, transact};
use tasks::{Running, Sweep};

use super::passed_over;
use crate::{read, service};

/// So many are released in one run.
const AT_ONCE: u64 = 100;

/// Gives places that were not paid by their day to whoever waits, each in its own transaction.
#[derive(Clone, Copy, Debug, Default)]
pub struct UnpaidPlacesEnd;

impl Sweep for UnpaidPlacesEnd {
    fn name(&self) -> &'static str {
        "seminars.unpaid"
    }

    fn every(&self) -> Duration {
        Duration::from_mins(1)
    }

    fn run<'r>(&'r self, db: &'r Db, clock: &'r Clock) -> Running<'r> {
        Box::pin(async move {
            let due = read::unpaid(db.reader(), clock.now(), AT_ONCE).await?;
            let many = due.len();
            for id in due {
                let released = transact(db, Actor::system(Via::Task), clock, async |work| {
                    service::release_unpaid(work, id).await
                });
                passed_over(released.await)?;
            }
            Ok(many)
        })
    }
}
