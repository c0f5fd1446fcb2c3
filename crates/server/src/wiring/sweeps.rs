//! The sweeps that belong to no domain crate.

use std::{path::PathBuf, time::Duration};

use chrono::TimeDelta;
use kernel::{Actor, Clock, Db, Fault, Via, answers, seal, transact};
use sea_orm::{ConnectionTrait, Statement};
use tasks::{Running, Sweep};
use web::App;

use super::name_the_centre;
use crate::{folder, router::Metrics};

/// Seals what was committed, and keeps the head outside the database.
pub struct Seal {
    heads: PathBuf,
}

impl Seal {
    /// A sealer that keeps its heads in this file.
    pub const fn new(heads: PathBuf) -> Self {
        Self { heads }
    }
}

impl Sweep for Seal {
    fn name(&self) -> &'static str {
        "events.seal"
    }

    fn every(&self) -> Duration {
        Duration::from_secs(1)
    }

    fn run<'r>(&'r self, db: &'r Db, clock: &'r Clock) -> Running<'r> {
        Box::pin(async move {
            if !is_any(db, "SELECT 1 FROM events WHERE seal IS NULL LIMIT 1").await? {
                return Ok(0);
            }
            let sealed = transact(db, Actor::system(Via::Task), clock, seal::seal).await?;
            if let Some(head) = &sealed {
                let (path, head) = (self.heads.clone(), head.clone());
                tokio::task::spawn_blocking(move || folder::keep_head(&path, &head))
                    .await
                    .map_err(|error| Fault::broken("keeping the head", error))??;
            }
            // One seal a second is enough, unless more acts wait than one covers.
            let many = "SELECT 1 FROM events WHERE seal IS NULL LIMIT 1 OFFSET 1000";
            Ok(usize::from(is_any(db, many).await?))
        })
    }
}

/// Forgets the answers kept for repeated requests after a day.
pub struct Answers;

impl Sweep for Answers {
    fn name(&self) -> &'static str {
        "answers.forget"
    }

    fn every(&self) -> Duration {
        Duration::from_mins(10)
    }

    fn run<'r>(&'r self, db: &'r Db, clock: &'r Clock) -> Running<'r> {
        Box::pin(async move {
            let day_ago = clock.now() - TimeDelta::days(1);
            let done = transact(db, Actor::system(Via::Task), clock, async |work| {
                answers::forget(work, day_ago).await
            })
            .await?;
            Ok(usize::try_from(done).unwrap_or(usize::MAX))
        })
    }
}

/// Lets every node learn within a minute how the centre is called now.
pub struct Card {
    app: App,
}

impl Card {
    /// That of this node's pages.
    pub const fn new(app: App) -> Self {
        Self { app }
    }
}

impl Sweep for Card {
    fn name(&self) -> &'static str {
        "venue.card"
    }

    fn every(&self) -> Duration {
        Duration::from_mins(1)
    }

    fn run<'r>(&'r self, _db: &'r Db, _clock: &'r Clock) -> Running<'r> {
        Box::pin(async move {
            name_the_centre(&self.app).await?;
            Ok(0)
        })
    }
}

/// Keeps the observed figures small when nobody reads them.
pub struct Figures {
    metrics: Metrics,
}

impl Figures {
    /// Those of this node.
    pub const fn new(metrics: Metrics) -> Self {
        Self { metrics }
    }
}

impl Sweep for Figures {
    fn name(&self) -> &'static str {
        "figures.settle"
    }

    fn every(&self) -> Duration {
        Duration::from_secs(15)
    }

    fn run<'r>(&'r self, _db: &'r Db, _clock: &'r Clock) -> Running<'r> {
        Box::pin(async move {
            self.metrics.settle();
            Ok(0)
        })
    }
}

/// Whether a question finds a row: asked before writing, so that a resting centre writes nothing.
async fn is_any(db: &Db, question: &str) -> Result<bool, Fault> {
    let question = Statement::from_string(db.backend(), question);
    Ok(db.reader().query_one_raw(question).await?.is_some())
}
