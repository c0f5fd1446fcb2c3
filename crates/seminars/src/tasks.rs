//! What happens by itself: lists of draws are frozen, lines move along.

mod days;
mod unpaid;

use std::time::Duration;

use kernel::{Actor, Clock, Db, Via, transact};
use tasks::{Running, Sweep, each};

use crate::{read, service};

pub use days::{AskedAfterwards, LessonReminders};
pub use unpaid::UnpaidPlacesEnd;

/// Ends offers that nobody answered, offers what became free to whoever comes next, and ends waiting
/// for what has begun. Several nodes may do so at one moment: each seminar is locked first.
#[derive(Clone, Copy, Debug, Default)]
pub struct LinesMove;

impl Sweep for LinesMove {
    fn name(&self) -> &'static str {
        "seminars.lines"
    }

    fn every(&self) -> Duration {
        Duration::from_mins(1)
    }

    fn run<'r>(&'r self, db: &'r Db, clock: &'r Clock) -> Running<'r> {
        Box::pin(async move {
            let found = read::with_lines(db.reader()).await?;
            each((db, clock), found, async |work, id| {
                service::settle_lines(work, id).await
            })
            .await
        })
    }
}

/// Freezes who takes part in a draw as soon as applications are no longer taken, and publishes by what
/// the list is recognised: before anybody can draw.
#[derive(Clone, Copy, Debug, Default)]
pub struct ListsFreeze;

impl Sweep for ListsFreeze {
    fn name(&self) -> &'static str {
        "seminars.lists"
    }

    fn every(&self) -> Duration {
        Duration::from_mins(1)
    }

    fn run<'r>(&'r self, db: &'r Db, clock: &'r Clock) -> Running<'r> {
        Box::pin(async move {
            let found = read::to_freeze(db.reader(), clock.now()).await?;
            each((db, clock), found, async |work, id| {
                service::freeze(work, id).await
            })
            .await
        })
    }
}

/// Removes what guests enrolled in who did not open their letter in time.
#[derive(Clone, Copy, Debug, Default)]
pub struct Guests;

impl Sweep for Guests {
    fn name(&self) -> &'static str {
        "guest_enrolments.forget"
    }

    fn every(&self) -> Duration {
        Duration::from_mins(5)
    }

    fn run<'r>(&'r self, db: &'r Db, clock: &'r Clock) -> Running<'r> {
        let system = Actor::system(Via::Task);
        Box::pin(transact(db, system, clock, service::forget_guests))
    }
}
