//! Queues before rows that many works want at one moment.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError, Weak},
    time::Duration,
};

use tokio::{sync::OwnedMutexGuard, time::timeout};
use uuid::Uuid;

/// So long somebody stands here; the database has the last word anyway.
const PATIENCE: Duration = Duration::from_secs(2);

type Queue = tokio::sync::Mutex<()>;

/// Who would wait for the lock of a row waits here first, in order of arrival, as far as they are on one
/// node: a database that wakes one after the other, and keeps for each of them what the row was, has more
/// to do than with one at a time. It saves work and decides nothing.
#[derive(Debug, Default)]
pub struct Queues(Mutex<HashMap<Uuid, Weak<Queue>>>);

/// A turn, until it is dropped.
pub type Turn = OwnedMutexGuard<()>;

impl Queues {
    /// Waits for a turn at a row; none when it takes too long.
    pub async fn turn(&self, row: Uuid) -> Option<Turn> {
        timeout(PATIENCE, self.queue(row).lock_owned()).await.ok()
    }

    fn queue(&self, row: Uuid) -> Arc<Queue> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(queue) = all.get(&row).and_then(Weak::upgrade) {
            return queue;
        }
        // Nobody stands in the others any more.
        all.retain(|_, queue| queue.strong_count() > 0);
        let queue = Arc::<Queue>::default();
        all.insert(row, Arc::downgrade(&queue));
        queue
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn one_has_the_turn_and_an_empty_queue_is_forgotten() {
        let (queues, row) = (Queues::default(), Uuid::from_u128(1));
        let turn = queues.turn(row).await.unwrap();
        assert!(queues.queue(row).try_lock().is_err());
        assert!(queues.turn(Uuid::from_u128(2)).await.is_some());
        drop(turn);
        assert!(queues.turn(row).await.is_some());
        assert_eq!(queues.0.lock().unwrap().len(), 1);
    }
}
