//! What happens by itself: people are reminded of meetings, and asked again some months after.

mod experts;
mod meetings;

use std::time::Duration;

use chrono::Months;
use kernel::{Actor, Clock, Db, Span, Via, transact};
use tasks::{Running, Sweep, each};

pub use self::experts::ExpertsLeave;
pub use self::meetings::{LapsedRequests, MeetingReminders};

use crate::{read, service};

/// So many in one go.
const MANY: u64 = 200;

/// Sends the questionnaires of follow-ups on their day.
#[derive(Clone, Copy, Debug, Default)]
pub struct FollowUps;

impl Sweep for FollowUps {
    fn name(&self) -> &'static str {
        "follow_ups.send"
    }

    fn every(&self) -> Duration {
        Duration::from_hours(1)
    }

    fn run<'r>(&'r self, db: &'r Db, clock: &'r Clock) -> Running<'r> {
        Box::pin(async move {
            let today = clock.now().date();
            let due = read::due_follow_ups(db.reader(), today, MANY).await?;
            each((db, clock), due, async |work, id| {
                service::send_follow_up(work, id).await.map(|()| 1)
            })
            .await
        })
    }
}

/// Erases the words of cases that have been kept as long as the terms say.
#[derive(Clone, Copy, Debug, Default)]
pub struct Retention;

impl Sweep for Retention {
    fn name(&self) -> &'static str {
        "cases.erase"
    }

    fn every(&self) -> Duration {
        Duration::from_hours(24)
    }

    fn run<'r>(&'r self, db: &'r Db, clock: &'r Clock) -> Running<'r> {
        Box::pin(async move {
            let today = clock.now().date();
            let terms = read::terms(db.reader(), today).await?;
            let months = u32::try_from(terms.retention_years).unwrap_or(0) * 12;
            let before = Span::day(today - Months::new(months)).until;
            let due = read::closed_before(db.reader(), before, MANY).await?;
            each((db, clock), due, async |work, id| {
                service::erase_old(work, id).await.map(|()| 1)
            })
            .await
        })
    }
}

/// Forgets what guests asked who did not open their letter in time.
#[derive(Clone, Copy, Debug, Default)]
pub struct Guests;

impl Sweep for Guests {
    fn name(&self) -> &'static str {
        "guest_cases.forget"
    }

    fn every(&self) -> Duration {
        Duration::from_mins(5)
    }

    fn run<'r>(&'r self, db: &'r Db, clock: &'r Clock) -> Running<'r> {
        let system = Actor::system(Via::Task);
        Box::pin(transact(db, system, clock, service::forget_guests))
    }
}
