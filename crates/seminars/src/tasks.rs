//! What happens by itself: lines move along.

mod days;

use std::time::Duration;

use kernel::{Actor, Clock, Db, Failed, Via, transact};
use tasks::{Running, Sweep};

use crate::{read, service};

pub use days::{AskedAfterwards, LessonReminders};

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
            let mut done = 0;
            for id in read::with_lines(db.reader()).await? {
                let system = Actor::system(Via::Task);
                let moved = transact(db, system, clock, async |work| {
                    service::settle_lines(work, id).await
                });
                match moved.await {
                    Ok(many) => done += many,
                    Err(Failed::Refused(refused)) => tracing::debug!(%refused, "passed over"),
                    Err(Failed::Fault(fault)) => return Err(fault),
                }
            }
            Ok(done)
        })
    }
}
