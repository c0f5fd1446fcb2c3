//! The outbox: sends what is due, on any number of nodes.

mod claim;

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use kernel::{Actor, Clock, Db, Fault, Via, transact};
use sea_orm::QuerySelect;
use tasks::{Running, Sweep};

use claim::{claim, note};

use crate::{Letters, Transport, entity::letter, message::message, transport::PATIENCE};

/// How long a node may keep what it has taken; after it (a crash) another node takes it over.
const LEASE: Duration = Duration::from_mins(1);

/// A run begins no letter after this, so that none is still in flight when the lease ends.
const BEGIN: Duration = Duration::from_secs(LEASE.as_secs() - PATIENCE.as_secs() - 10);

/// Sends letters after the change they tell of was committed. At least once: a letter is sent
/// again only if the node died between handing it over and noting so.
pub struct Outbox {
    letters: Arc<Letters>,
    transport: Transport,
}

/// What became of a letter in this run.
enum Outcome {
    Sent,
    Failed { code: &'static str, permanent: bool },
    Untouched,
}

impl Outbox {
    /// An outbox that writes letters so, and sends them by this way.
    pub fn new(letters: Arc<Letters>, transport: Transport) -> Self {
        Self { letters, transport }
    }

    async fn run_once(&self, db: &Db, clock: &Clock) -> Result<usize, Fault> {
        let due = letter::Entity::due(clock.now())
            .limit(1)
            .one(db.reader())
            .await?;
        if due.is_none() {
            return Ok(0);
        }
        let claimed = transact(db, system(), clock, claim).await?;
        let began = Instant::now();
        let mut outcomes = Vec::with_capacity(claimed.len());
        for row in claimed {
            let outcome = if began.elapsed() < BEGIN {
                self.send(&row).await
            } else {
                Outcome::Untouched
            };
            outcomes.push((row, outcome));
        }
        transact(db, system(), clock, async |work| {
            note(work, &outcomes).await
        })
        .await?;
        Ok(outcomes.len())
    }

    async fn send(&self, row: &letter::Model) -> Outcome {
        let rendered = match self.letters.render(row) {
            Ok(rendered) => rendered,
            Err(fault) => return unmade(row, &fault, "unreadable"),
        };
        let message = match message(self.transport.from(), row, rendered) {
            Ok(message) => message,
            Err(error) => return unmade(row, &error, "address"),
        };
        match self.transport.send(row.id, &message).await {
            Ok(()) => Outcome::Sent,
            Err(unsent) => {
                let (code, permanent) = (unsent.code(), unsent.is_permanent());
                tracing::warn!(letter = %row.id, attempts = row.attempts, code, permanent, "letter not sent");
                Outcome::Failed { code, permanent }
            }
        }
    }
}

impl Sweep for Outbox {
    fn name(&self) -> &'static str {
        "letters"
    }

    fn every(&self) -> Duration {
        Duration::from_secs(1)
    }

    fn run<'r>(&'r self, db: &'r Db, clock: &'r Clock) -> Running<'r> {
        Box::pin(self.run_once(db, clock))
    }
}

/// A letter that could not even be made: our mistake or a wrong address; trying again is no use.
fn unmade(
    row: &letter::Model,
    error: &(dyn std::error::Error + 'static),
    code: &'static str,
) -> Outcome {
    tracing::error!(letter = %row.id, template = row.template, error, "letter cannot be made");
    Outcome::Failed {
        code,
        permanent: true,
    }
}

fn system() -> Actor {
    Actor::system(Via::Task)
}
