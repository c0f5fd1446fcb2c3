//! Waiting lines that move along by themselves.

use std::time::Duration;

use kernel::{Actor, Clock, Db, Fault, Via, transact};
use tasks::{Running, Sweep};

use crate::{read, service};

/// Ends offers that nobody answered and lines whose time has begun, and offers what became free
/// in some other way than by a cancellation: hours that changed, a closure that ended.
///
/// Several nodes may do so at one moment: each line is locked before it is looked at.
#[derive(Clone, Copy, Debug, Default)]
pub struct LinesMove;

impl Sweep for LinesMove {
    fn name(&self) -> &'static str {
        "waiting.lines"
    }

    fn every(&self) -> Duration {
        Duration::from_mins(1)
    }

    fn run<'r>(&'r self, db: &'r Db, clock: &'r Clock) -> Running<'r> {
        Box::pin(async move {
            let mut done = 0;
            for space in read::spaces_waited_for(db.reader()).await? {
                let system = Actor::system(Via::Task);
                done += transact::<_, Fault, _>(db, system, clock, async |work| {
                    service::settle_line(work, space).await
                })
                .await?;
            }
            Ok(done)
        })
    }
}
