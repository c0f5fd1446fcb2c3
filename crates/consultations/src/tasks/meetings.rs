//! What happens to meetings by itself.

use std::time::Duration;

use chrono::TimeDelta;
use kernel::{Clock, Db};
use tasks::{Running, Sweep, each};

use super::MANY;
use crate::{read, service};

/// So long before its beginning a time that nobody confirmed is called off: nobody is on the way yet.
const AHEAD: TimeDelta = TimeDelta::hours(2);

/// Reminds both of a meeting, so many days before as the terms say.
#[derive(Clone, Copy, Debug, Default)]
pub struct MeetingReminders;

impl Sweep for MeetingReminders {
    fn name(&self) -> &'static str {
        "meetings.remind"
    }

    fn every(&self) -> Duration {
        Duration::from_hours(1)
    }

    fn run<'r>(&'r self, db: &'r Db, clock: &'r Clock) -> Running<'r> {
        Box::pin(async move {
            let now = clock.now();
            let terms = read::terms(db.reader(), now.date()).await?;
            let due = read::due_reminders(db.reader(), &terms, now, MANY).await?;
            each((db, clock), due, async |work, (id, times)| {
                service::remind(work, id, times).await.map(|()| 1)
            })
            .await
        })
    }
}

/// Calls off times that were asked for and are about to begin while nobody has the case.
#[derive(Clone, Copy, Debug, Default)]
pub struct LapsedRequests;

impl Sweep for LapsedRequests {
    fn name(&self) -> &'static str {
        "meetings.lapse"
    }

    fn every(&self) -> Duration {
        Duration::from_mins(10)
    }

    fn run<'r>(&'r self, db: &'r Db, clock: &'r Clock) -> Running<'r> {
        Box::pin(async move {
            let due = read::lapsing(db.reader(), clock.now() + AHEAD, MANY).await?;
            each((db, clock), due, async |work, id| {
                service::lapse(work, id).await.map(|()| 1)
            })
            .await
        })
    }
}
