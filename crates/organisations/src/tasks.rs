//! What happens by itself: reminders before a registration ends.

use std::time::Duration;

use chrono::{Days, NaiveDate};
use kernel::{Actor, Clock, Db, Fault, Via, transact};
use tasks::{Running, Sweep};

use crate::{read, rules::REMINDERS, service};

/// Reminds people 60 and 14 days before a registration ends, once each.
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
            let last = today.checked_add_days(Days::new(REMINDERS[0]));
            let due = read::ending(db.reader(), today, last.unwrap_or(NaiveDate::MAX)).await?;
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
