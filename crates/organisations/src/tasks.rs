//! What happens by itself: reminders before a registration ends.

use std::time::Duration;

use chrono::TimeDelta;
use kernel::{Actor, Clock, Db, Fault, Via, transact};
use tasks::{Running, Sweep};

use crate::{read, service};

/// Reminds people twice that a registration ends, so many days before as its terms say.
#[derive(Clone, Copy, Debug, Default)]
pub struct Reminders;

impl Sweep for Reminders {
    fn name(&self) -> &'static str {
        "registrations.remind"
    }

    fn every(&self) -> Duration {
        Duration::from_hours(1)
    }

    fn run<'r>(&'r self, db: &'r Db, clock: &'r Clock) -> Running<'r> {
        Box::pin(async move {
            let today = clock.now().date();
            let Some(term) = read::term_on(db.reader(), today).await? else {
                return Ok(0);
            };
            let last = today + TimeDelta::days(term.remind_first.into());
            let due = read::ending(db.reader(), today, last).await?;
            let mut written = 0;
            for id in due {
                written += transact(db, Actor::system(Via::Task), clock, async |work| {
                    service::remind(work, id).await
                })
                .await?;
            }
            Ok::<_, Fault>(written)
        })
    }
}
