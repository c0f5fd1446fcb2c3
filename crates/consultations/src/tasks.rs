//! What happens by itself: people are reminded of meetings, and asked again some months after.

mod experts;
mod meetings;

use std::time::Duration;

use chrono::Months;
use kernel::{Actor, Clock, Db, Fault, Span, Via, transact};
use tasks::{Running, Sweep};

pub use self::experts::ExpertsLeave;
pub use self::meetings::{LapsedRequests, MeetingReminders};

use crate::{Refused, read, service};

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
            let many = due.len();
            for id in due {
                let sent = transact(db, Actor::system(Via::Task), clock, async |work| {
                    service::send_follow_up(work, id).await
                });
                passed_over(sent.await)?;
            }
            Ok::<_, Fault>(many)
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
            let many = due.len();
            for id in due {
                let erased = transact(db, Actor::system(Via::Task), clock, async |work| {
                    service::erase_old(work, id).await
                });
                passed_over(erased.await)?;
            }
            Ok::<_, Fault>(many)
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

/// What was refused has changed meanwhile, and is looked at again next time.
fn passed_over(done: Result<(), kernel::Failed<Refused>>) -> Result<(), Fault> {
    match done {
        Ok(()) => Ok(()),
        Err(kernel::Failed::Refused(refused)) => {
            tracing::debug!(%refused, "passed over");
            Ok(())
        }
        Err(kernel::Failed::Fault(fault)) => Err(fault),
    }
}
