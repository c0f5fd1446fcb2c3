//! What happens by itself: whoever decides is reminded before an answer is due.

use std::time::Duration;

use kernel::{Actor, Clock, Db, Fault, Via, transact};
use tasks::{Running, Sweep};

use crate::{read, service};

/// Reminds once of what waits, so many days before its answer is due as the terms say.
#[derive(Clone, Copy, Debug, Default)]
pub struct Reminders;

impl Sweep for Reminders {
    fn name(&self) -> &'static str {
        "approvals.remind"
    }

    fn every(&self) -> Duration {
        Duration::from_hours(1)
    }

    fn run<'r>(&'r self, db: &'r Db, clock: &'r Clock) -> Running<'r> {
        Box::pin(async move {
            let today = clock.now().date();
            let mut written = 0;
            for id in read::to_remind(db.reader(), today).await? {
                written += transact(db, Actor::system(Via::Task), clock, async |work| {
                    service::remind(work, id).await
                })
                .await?;
            }
            Ok::<_, Fault>(written)
        })
    }
}
