//! What happens by itself: lotteries are announced, lists are frozen, what nobody confirmed is released.

use std::time::Duration;

use kernel::{Actor, Clock, Db, Failed, Fault, Via, Work, transact};
use tasks::{Running, Sweep};

use crate::{Refused, read, service};

/// Announces the lotteries for which people can apply soon, with the promise of their seed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Announcements;

impl Sweep for Announcements {
    fn name(&self) -> &'static str {
        "lotteries.announcements"
    }

    fn every(&self) -> Duration {
        Duration::from_mins(10)
    }

    fn run<'r>(&'r self, db: &'r Db, clock: &'r Clock) -> Running<'r> {
        Box::pin(async move {
            let mut done = 0;
            for space in read::drawn_spaces(db.reader()).await? {
                let terms = read::terms_of(db.reader(), space).await?;
                let known = read::of_space(db.reader(), space).await?;
                if crate::rules::due(&terms, &known, clock.now()).is_empty() {
                    continue;
                }
                let system = Actor::system(Via::Task);
                done += transact::<_, Fault, _>(db, system, clock, async |work| {
                    service::announce(work, space).await
                })
                .await?;
            }
            Ok(done)
        })
    }
}

/// Freezes who takes part as soon as applications are no longer taken, and publishes by what the lists
/// are recognised: before anybody can draw.
#[derive(Clone, Copy, Debug, Default)]
pub struct ListsFreeze;

impl Sweep for ListsFreeze {
    fn name(&self) -> &'static str {
        "lotteries.lists"
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

/// Does something with each of these, one after the other; says how much was done.
async fn each<Id>(
    (db, clock): (&Db, &Clock),
    found: Vec<Id>,
    verb: impl for<'w> AsyncFn(&'w Work, Id) -> Result<usize, Failed<Refused>>,
) -> Result<usize, Fault>
where
    Id: Copy + Send,
{
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
