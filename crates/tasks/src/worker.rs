//! Runs the sweeps.

use std::{future::Future, sync::Arc, time::Instant};

use kernel::{Clock, Db, Fault};
use tokio::{sync::watch, task::JoinHandle};

use crate::{Nudge, Started, Sweep, rhythm};

/// More rounds than this mean that a sweep feeds itself.
const ROUNDS: usize = 10_000;

/// Everything the centre does by itself, in one value. The only owner of `tokio::spawn`.
#[derive(Clone)]
pub struct Worker {
    db: Db,
    clock: Clock,
    sweeps: Vec<Arc<dyn Sweep>>,
    nudge: Nudge,
}

impl Worker {
    /// A worker without sweeps.
    pub fn new(db: Db, clock: Clock) -> Self {
        Self {
            db,
            clock,
            sweeps: Vec::new(),
            nudge: Nudge::new(),
        }
    }

    /// The same worker with one more sweep. A sweep given twice runs twice at a time.
    #[must_use]
    pub fn with(mut self, sweep: impl Sweep + 'static) -> Self {
        self.sweeps.push(Arc::new(sweep));
        self
    }

    /// The handle by which others say that there is work now.
    pub fn nudge(&self) -> Nudge {
        self.nudge.clone()
    }

    /// Starts every sweep; they go on until [`Started::stop`].
    pub fn start(&self) -> Started {
        let stop = watch::Sender::new(false);
        let sweeps = self
            .sweeps
            .iter()
            .map(|sweep| {
                let pace = Pace {
                    nudged: self.nudge.listen(),
                    stopped: stop.subscribe(),
                };
                spawn(pace.keep(self.clone(), Arc::clone(sweep)))
            })
            .collect();
        Started { stop, sweeps }
    }

    /// Runs until `shutdown` is there, then waits for what is running: the program `shinko work`.
    pub async fn run_until(&self, shutdown: impl Future<Output = ()>) {
        let started = self.start();
        shutdown.await;
        started.stop().await;
    }

    /// Runs every sweep once, in the order they were given, and says how much they did.
    pub async fn run_all_once(&self) -> Result<usize, Fault> {
        let mut done = 0;
        for sweep in &self.sweeps {
            done += sweep.run(&self.db, &self.clock).await?;
        }
        Ok(done)
    }

    /// Runs every sweep until none finds anything more: for tests and for `shinko work --once`.
    pub async fn run_until_idle(&self) -> Result<usize, Fault> {
        let mut all = 0;
        for _ in 0..ROUNDS {
            match self.run_all_once().await? {
                0 => return Ok(all),
                done => all += done,
            }
        }
        Err(Fault::broken(
            "running all tasks",
            format!("still not idle after {ROUNDS} rounds"),
        ))
    }

    /// One run on its own task, so that a sweep that panics is a fault like any other.
    async fn run(&self, sweep: &Arc<dyn Sweep>) -> Result<usize, Fault> {
        let (db, clock, sweep) = (self.db.clone(), self.clock.clone(), Arc::clone(sweep));
        spawn(async move { sweep.run(&db, &clock).await })
            .await
            .unwrap_or_else(|panicked| Err(Fault::broken("running a task", panicked)))
    }
}

/// What wakes one sweep, and what ends it.
struct Pace {
    nudged: watch::Receiver<()>,
    stopped: watch::Receiver<bool>,
}

impl Pace {
    /// Runs a sweep, rests, and runs it again, until it is stopped.
    async fn keep(mut self, worker: Worker, sweep: Arc<dyn Sweep>) {
        let mut failures = 0;
        while !*self.stopped.borrow_and_update() {
            self.nudged.mark_unchanged();
            let began = Instant::now();
            let outcome = worker.run(&sweep).await;
            report(sweep.name(), &outcome, began, failures);
            failures = outcome.as_ref().map_or(failures + 1, |_| 0);
            let rest = rhythm::rest(sweep.every(), outcome.unwrap_or(0), failures);
            if rest.is_zero() {
                tokio::task::yield_now().await;
                continue;
            }
            tokio::select! {
                () = tokio::time::sleep(rest) => {}
                // A failing sweep takes its whole rest: the next nudge would fail as well.
                Ok(()) = self.nudged.changed(), if failures == 0 => {}
                changed = self.stopped.changed() => if changed.is_err() { return },
            }
        }
    }
}

/// One line for each run that did something; a fault is told once, and once more when it is over.
fn report(task: &'static str, outcome: &Result<usize, Fault>, began: Instant, failures: u32) {
    let took_ms = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
    match outcome {
        Ok(done) => {
            if failures > 0 {
                tracing::info!(task, failures, "task works again");
            }
            if *done > 0 {
                tracing::debug!(task, done, took_ms, "task ran");
            }
        }
        Err(fault) if failures > 0 => {
            tracing::debug!(task, took_ms, failures, %fault, "task still fails");
        }
        Err(fault) => {
            let fault: &dyn std::error::Error = fault;
            tracing::error!(task, took_ms, fault, "task failed; it will be tried again");
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one place that starts background work, and stops it"
)]
fn spawn<T: Send + 'static>(work: impl Future<Output = T> + Send + 'static) -> JoinHandle<T> {
    tokio::spawn(work)
}

#[cfg(test)]
mod tests;
