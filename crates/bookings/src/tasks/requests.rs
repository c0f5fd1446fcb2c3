//! Requests that nobody decided before their time began.

use std::time::Duration;

use kernel::{Actor, Clock, Db, Fault, Via, transact};
use tasks::{Running, Sweep};

use crate::{read, service};

/// So many lapse in one run.
const AT_ONCE: u64 = 100;

/// Ends requests whose time has begun, each in its own transaction, with a letter.
///
/// Several nodes may do so at one moment: each booking is locked before it is looked at.
#[derive(Clone, Copy, Debug, Default)]
pub struct RequestsLapse;

impl Sweep for RequestsLapse {
    fn name(&self) -> &'static str {
        "bookings.requests"
    }

    fn every(&self) -> Duration {
        Duration::from_mins(1)
    }

    fn run<'r>(&'r self, db: &'r Db, clock: &'r Clock) -> Running<'r> {
        Box::pin(async move {
            let mut done = 0;
            for id in read::begun_undecided(db.reader(), clock.now(), AT_ONCE).await? {
                let system = Actor::system(Via::Task);
                let lapsed = transact::<_, Fault, _>(db, system, clock, async |work| {
                    service::lapse_request(work, id).await
                });
                done += usize::from(lapsed.await?);
            }
            Ok(done)
        })
    }
}
