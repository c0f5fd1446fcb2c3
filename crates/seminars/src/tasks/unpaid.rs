//! Places that nobody paid.

use std::time::Duration;

use kernel::{Clock, Db};
use tasks::{Running, Sweep, each};

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
            each((db, clock), due, async |work, id| {
                service::release_unpaid(work, id).await.map(|()| 1)
            })
            .await
        })
    }
}
