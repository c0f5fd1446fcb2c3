use std::{
    pin::pin,
    sync::atomic::{AtomicUsize, Ordering},
    task::{Context, Waker},
    time::Duration,
};

use kernel::{DbOptions, Instant as Moment};
use tokio::sync::{Barrier, Notify};

use super::*;
use crate::Running;

/// Counts its runs; does what it is told.
struct Counting {
    every: Duration,
    act: fn(usize) -> Result<usize, Fault>,
    /// A run stops here twice: when it has begun, and before it ends.
    door: Option<Arc<Barrier>>,
    begun: Arc<AtomicUsize>,
    ended: Arc<AtomicUsize>,
    ran: Arc<Notify>,
}

impl Counting {
    fn new(act: fn(usize) -> Result<usize, Fault>) -> Self {
        Self {
            every: Duration::from_hours(1),
            act,
            door: None,
            begun: Arc::default(),
            ended: Arc::default(),
            ran: Arc::default(),
        }
    }
}

impl Sweep for Counting {
    fn name(&self) -> &'static str {
        "test"
    }

    fn every(&self) -> Duration {
        self.every
    }

    fn run<'r>(&'r self, _: &'r Db, _: &'r Clock) -> Running<'r> {
        Box::pin(async move {
            let number = self.begun.fetch_add(1, Ordering::SeqCst);
            if let Some(door) = &self.door {
                door.wait().await;
                door.wait().await;
            }
            self.ended.fetch_add(1, Ordering::SeqCst);
            self.ran.notify_one();
            (self.act)(number)
        })
    }
}

async fn worker() -> Worker {
    let db = Db::connect(&DbOptions::new("sqlite::memory:"))
        .await
        .unwrap();
    Worker::new(db, Clock::set_to(Moment::from_micros(0)))
}

async fn within<T>(time: impl Future<Output = T>) -> T {
    tokio::time::timeout(Duration::from_secs(20), time)
        .await
        .unwrap()
}

#[tokio::test]
async fn a_run_that_did_something_is_followed_by_another_until_there_is_nothing() {
    let sweep = Counting::new(|number| Ok(if number < 3 { 2 } else { 0 }));
    let begun = Arc::clone(&sweep.begun);
    let done = worker().await.with(sweep).run_until_idle().await.unwrap();
    assert_eq!((done, begun.load(Ordering::SeqCst)), (6, 4));
}

#[tokio::test]
async fn a_sweep_that_feeds_itself_is_a_fault() {
    let endless = worker().await.with(Counting::new(|_| Ok(1)));
    assert!(endless.run_until_idle().await.is_err());
}

#[tokio::test]
async fn a_nudge_wakes_a_resting_sweep() {
    let sweep = Counting::new(|_| Ok(0));
    let ran = Arc::clone(&sweep.ran);
    let worker = worker().await.with(sweep);
    let started = worker.start();
    within(ran.notified()).await;
    worker.nudge().touch();
    within(ran.notified()).await;
    within(started.stop()).await;
}

#[tokio::test]
async fn stopping_waits_for_the_run_and_begins_no_other() {
    let mut sweep = Counting::new(|_| Ok(1));
    let door = Arc::new(Barrier::new(2));
    sweep.door = Some(Arc::clone(&door));
    let (begun, ended) = (Arc::clone(&sweep.begun), Arc::clone(&sweep.ended));
    let started = worker().await.with(sweep).start();
    within(door.wait()).await;
    let mut stopping = pin!(started.stop());
    let look = &mut Context::from_waker(Waker::noop());
    assert!(stopping.as_mut().poll(look).is_pending());
    within(door.wait()).await;
    within(stopping).await;
    let counts = [&begun, &ended].map(|count| count.load(Ordering::SeqCst));
    assert_eq!(counts, [1, 1]);
    assert_eq!(
        Arc::strong_count(&begun),
        1,
        "nothing is left that could run"
    );
}

#[tokio::test]
async fn a_sweep_that_fails_or_panics_rests_and_is_tried_again() {
    let mut sweep = Counting::new(|number| match number {
        0 => Err(Fault::broken("a test", "on purpose")),
        1 => panic!("on purpose"),
        _ => Ok(0),
    });
    sweep.every = Duration::from_millis(1);
    let ran = Arc::clone(&sweep.ran);
    let worker = worker().await.with(sweep);
    let began = Instant::now();
    let started = worker.start();
    for _ in 0..3 {
        worker.nudge().touch();
        within(ran.notified()).await;
    }
    assert!(
        began.elapsed() > Duration::from_secs(4),
        "2 s and 4 s of rest"
    );
    within(started.stop()).await;
}
