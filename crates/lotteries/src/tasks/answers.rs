//! Who has won is reminded to answer; what nobody confirmed is released.

use std::time::Duration;

use kernel::{Clock, Db};
use tasks::{Running, Sweep, each};

use crate::{read, service};

/// Reminds who has won and not answered, two days before the time to answer is over.
#[derive(Clone, Copy, Debug, Default)]
pub struct AnswersRemind;

impl Sweep for AnswersRemind {
    fn name(&self) -> &'static str {
        "lotteries.reminders"
    }

    fn every(&self) -> Duration {
        Duration::from_mins(10)
    }

    fn run<'r>(&'r self, db: &'r Db, clock: &'r Clock) -> Running<'r> {
        Box::pin(async move {
            let found = read::to_remind(db.reader(), clock.now()).await?;
            each((db, clock), found, async |work, id| {
                service::remind(work, id).await
            })
            .await
        })
    }
}

/// Releases what somebody won and did not confirm in time.
#[derive(Clone, Copy, Debug, Default)]
pub struct UnconfirmedEnd;

impl Sweep for UnconfirmedEnd {
    fn name(&self) -> &'static str {
        "lotteries.unconfirmed"
    }

    fn every(&self) -> Duration {
        Duration::from_mins(1)
    }

    fn run<'r>(&'r self, db: &'r Db, clock: &'r Clock) -> Running<'r> {
        Box::pin(async move {
            let found = read::to_confirm(db.reader(), clock.now()).await?;
            each((db, clock), found, async |work, id| {
                service::lapse(work, id).await
            })
            .await
        })
    }
}
