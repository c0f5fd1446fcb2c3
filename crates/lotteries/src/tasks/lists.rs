//! Lotteries are announced, lists are frozen, and what nobody has drawn is drawn.

use std::time::Duration;

use kernel::{Actor, Clock, Db, Fault, Via, transact};
use tasks::{Running, Sweep, each};

use crate::{read, service};

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

/// Draws as the system what nobody has drawn in time, so that no month is withheld for ever.
#[derive(Clone, Copy, Debug, Default)]
pub struct Undrawn;

impl Sweep for Undrawn {
    fn name(&self) -> &'static str {
        "lotteries.undrawn"
    }

    fn every(&self) -> Duration {
        Duration::from_mins(10)
    }

    fn run<'r>(&'r self, db: &'r Db, clock: &'r Clock) -> Running<'r> {
        Box::pin(async move {
            let found = read::to_draw(db.reader(), clock.now()).await?;
            each((db, clock), found, async |work, id| {
                service::draw(work, id).await.map(|_won| 1)
            })
            .await
        })
    }
}
