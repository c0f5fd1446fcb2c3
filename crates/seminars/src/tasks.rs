//! What happens by itself: lists of draws are frozen, lines move along.

mod days;
mod unpaid;

use std::time::Duration;

use kernel::{Actor, Clock, Db, Failed, Fault, Via, Work, transact};
use tasks::{Running, Sweep};

use crate::{Refused, entity::SeminarId, read, service};

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

/// Does something in each of these seminars; says how much was done.
async fn each(
    (db, clock): (&Db, &Clock),
    found: Vec<SeminarId>,
    verb: impl for<'w> AsyncFn(&'w Work, SeminarId) -> Result<usize, Failed<Refused>>,
) -> Result<usize, Fault> {
    let mut done = 0;
    for id in found {
        let system = Actor::system(Via::Task);
        match transact(db, system, clock, async |work| verb(work, id).await).await {
            Ok(many) => done += many,
            Err(Failed::Refused(refused)) => tracing::debug!(%refused, "passed over"),
            Err(Failed::Fault(fault)) => return Err(fault),
        }
    }
    Ok(done)
}

/// What was refused was done meanwhile by another node, or is no longer to be done.
fn passed_over(done: Result<(), Failed<Refused>>) -> Result<(), Fault> {
    match done {
        Ok(()) => Ok(()),
        Err(Failed::Refused(refused)) => {
            tracing::debug!(%refused, "passed over");
            Ok(())
        }
        Err(Failed::Fault(fault)) => Err(fault),
    }
}
