//! Sweeping away papers that no row names: forms that were refused, or never finished.

use std::time::Duration;

use kernel::{Clock, Db, Fault, Instant};
use tasks::{Running, Sweep};

use crate::{Store, read};

/// A paper that nobody names is kept for so long.
const KEPT: Duration = Duration::from_hours(24);
/// So many names are looked up with one question.
const AT_ONCE: usize = 200;

/// Removes what no row has named for a day. Safe on many nodes: each removes what is still there.
pub struct Orphans(Store);

impl Orphans {
    /// Those of this folder.
    pub const fn new(store: Store) -> Self {
        Self(store)
    }

    async fn sweep(&self, db: &Db, now: Instant) -> Result<usize, Fault> {
        let kept = i64::try_from(KEPT.as_micros()).unwrap_or(i64::MAX);
        let limit = Instant::from_micros(now.micros() - kept);
        let mut old: Vec<String> = self
            .0
            .names()
            .await?
            .into_iter()
            .filter(|(_, came)| *came < limit)
            .map(|(name, _)| name)
            .collect();
        let mut gone = 0;
        while !old.is_empty() {
            let some = old.split_off(old.len().saturating_sub(AT_ONCE));
            let named = read::named(db.reader(), some.clone()).await?;
            for name in some.into_iter().filter(|name| !named.contains(name)) {
                gone += usize::from(self.0.discard(&name, limit).await?);
            }
        }
        Ok(gone)
    }
}

impl Sweep for Orphans {
    fn name(&self) -> &'static str {
        "files.orphans"
    }

    fn every(&self) -> Duration {
        Duration::from_hours(1)
    }

    fn run<'r>(&'r self, db: &'r Db, clock: &'r Clock) -> Running<'r> {
        Box::pin(async move { self.sweep(db, clock.now()).await })
    }
}
