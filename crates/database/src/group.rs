//! Transactions, and on SQLite their group commit: it has one writer, so whoever waits for it goes into
//! the transaction that is open, behind a savepoint of its own, and one sync of the disk makes all of
//! them durable. Nobody is told that something is done, or refused for what others did, before that is
//! durable. Who comes alone notices nothing.
//!
//! PostgreSQL does the same by itself, for any number of connections.

use std::{
    mem,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use sea_orm::{ConnAcquireErr, ConnectionTrait, DatabaseTransaction, DbErr};
use tokio::{
    sync::{Mutex, OwnedMutexGuard, oneshot},
    task::JoinHandle,
    time::timeout,
};

use crate::{
    Db,
    writes::{Write, together},
};

/// Writers queue for the one connection: patience here is throughput, not a hang.
pub(crate) const PATIENCE: Duration = Duration::from_secs(10);

const BEGIN: &str = "SAVEPOINT a_work";
const DONE: &str = "RELEASE SAVEPOINT a_work";
const UNDO: &str = "ROLLBACK TO SAVEPOINT a_work; RELEASE SAVEPOINT a_work";

/// What the works of one node share that write to one SQLite file.
#[derive(Debug, Default)]
pub(crate) struct Group {
    open: Arc<Mutex<Open>>,
    /// How many wait for their turn.
    waiting: AtomicUsize,
}

/// The transaction that is open, and who is in it.
#[derive(Debug, Default)]
struct Open {
    transaction: Option<Arc<DatabaseTransaction>>,
    /// Works that are done and wait until that is durable.
    done: Vec<oneshot::Sender<Result<(), DbErr>>>,
    /// Whether a work was left in the middle: its savepoint stands.
    torn: bool,
}

/// What one work does to the database: all of it, or nothing.
#[derive(Debug)]
pub struct Transaction(Part);

#[derive(Debug)]
enum Part {
    Own(DatabaseTransaction),
    Shared(Turn),
}

/// The turn of one work; nobody else writes meanwhile.
#[derive(Debug)]
struct Turn {
    transaction: Arc<DatabaseTransaction>,
    seat: Seat,
}

/// Its place in the group.
#[derive(Debug)]
struct Seat {
    open: OwnedMutexGuard<Open>,
    group: Arc<Group>,
    /// Whether it began the transaction, and nobody else is in it.
    alone: bool,
    over: bool,
}

impl Transaction {
    /// Begins one, behind whoever came earlier.
    pub async fn begin(db: &Db) -> Result<Self, DbErr> {
        match db.group() {
            Some(group) => Ok(Self(Part::Shared(Turn::take(db, Arc::clone(group)).await?))),
            None => Ok(Self(Part::Own(db.begin().await?))),
        }
    }

    /// For questions and writes.
    pub fn db(&self) -> &DatabaseTransaction {
        match &self.0 {
            Part::Own(transaction) => transaction,
            Part::Shared(turn) => &turn.transaction,
        }
    }

    /// Writes all of this together.
    pub async fn write(&self, all: Vec<Write>) -> Result<(), DbErr> {
        together(self.db(), all, None).await
    }

    /// Writes the last of it; returns when everything is durable.
    pub async fn commit(self, last: Vec<Write>) -> Result<(), DbErr> {
        match self.0 {
            Part::Own(transaction) => {
                together(&transaction, last, None).await?;
                transaction.commit().await
            }
            Part::Shared(turn) => turn.commit(last).await,
        }
    }

    /// Undoes everything. An error says that what others did, and this work has seen, came to nothing.
    pub async fn rollback(self) -> Result<(), DbErr> {
        match self.0 {
            Part::Own(transaction) => {
                undone(transaction.rollback().await);
                Ok(())
            }
            Part::Shared(turn) => turn.rollback().await,
        }
    }
}

impl Turn {
    async fn take(db: &Db, group: Arc<Group>) -> Result<Self, DbErr> {
        let mut open = group.turn().await?;
        open.mend().await;
        let (transaction, alone) = match &open.transaction {
            Some(transaction) => (Arc::clone(transaction), false),
            None => (Arc::new(db.begin().await?), true),
        };
        open.transaction = Some(Arc::clone(&transaction));
        let seat = Seat {
            open,
            group,
            alone,
            over: false,
        };
        let turn = Self { transaction, seat };
        if alone {
            return Ok(turn);
        }
        whole(async move {
            turn.transaction.execute_unprepared(BEGIN).await?;
            Ok(turn)
        })
        .await
    }

    async fn commit(self, last: Vec<Write>) -> Result<(), DbErr> {
        whole(self.written(last)).await
    }

    async fn rollback(self) -> Result<(), DbErr> {
        whole(self.given_up()).await
    }

    async fn written(self, last: Vec<Write>) -> Result<(), DbErr> {
        let after = (!self.seat.alone).then_some(DONE);
        if let Err(error) = together(&*self.transaction, last, after).await {
            self.given_up().await?;
            return Err(error);
        }
        let Self {
            transaction,
            mut seat,
        } = self;
        seat.over = true;
        if seat.open.done.is_empty() && seat.group.waiting.load(Ordering::Acquire) == 0 {
            seat.open.transaction = None;
            return commit(transaction).await;
        }
        drop(transaction);
        seat.durable().await
    }

    async fn given_up(self) -> Result<(), DbErr> {
        let Self {
            transaction,
            mut seat,
        } = self;
        seat.over = true;
        if seat.alone {
            seat.open.transaction = None;
            undone(match Arc::into_inner(transaction) {
                Some(own) => own.rollback().await,
                None => Err(gone()),
            });
            return Ok(());
        }
        if let Err(error) = transaction.execute_unprepared(UNDO).await {
            return Err(seat.open.fail(&error));
        }
        drop(transaction);
        // It was refused by what others did in this transaction: that stands before anybody says so.
        seat.durable().await
    }
}

impl Seat {
    /// Leaves the group, and returns when all that was done in it so far is durable.
    async fn durable(mut self) -> Result<(), DbErr> {
        let (tell, told) = oneshot::channel();
        self.open.done.push(tell);
        if self.open.done.len() == 1 {
            // It outlives whoever began it: others wait for the same moment.
            drop(beside(durable(Arc::clone(&self.group))));
        }
        drop(self);
        told.await.unwrap_or_else(|_| Err(gone()))
    }
}

impl Drop for Seat {
    /// A work that is left in the middle, because whoever asked has gone, is undone: by whoever comes
    /// next, if others are in the transaction.
    fn drop(&mut self) {
        if !self.over && self.alone {
            self.open.transaction = None;
        } else if !self.over {
            self.open.torn = true;
        }
    }
}

impl Group {
    async fn turn(&self) -> Result<OwnedMutexGuard<Open>, DbErr> {
        let waits = Waits::of(&self.waiting);
        let turn = timeout(PATIENCE, Arc::clone(&self.open).lock_owned()).await;
        drop(waits);
        turn.or(Err(DbErr::ConnectionAcquire(ConnAcquireErr::Timeout)))
    }
}

impl Open {
    /// Undoes what a work left in the middle.
    async fn mend(&mut self) {
        if !mem::take(&mut self.torn) {
            return;
        }
        let undone = match &self.transaction {
            Some(transaction) => transaction.execute_unprepared(UNDO).await.map(|_| ()),
            None => Ok(()),
        };
        if let Err(error) = undone {
            self.fail(&error);
        }
    }

    /// The transaction is gone, and what all in it did: they may try again.
    fn fail(&mut self, error: &DbErr) -> DbErr {
        tracing::error!(%error, "works that shared a transaction came to nothing");
        self.transaction = None;
        self.tell(&Err(gone()));
        gone()
    }

    fn tell(&mut self, result: &Result<(), DbErr>) {
        for one in self.done.drain(..) {
            // Who asked may have gone by now.
            one.send(result.clone()).ok();
        }
    }
}

/// Makes durable what is done, after all who wait by now had their turn: nobody can call this off.
async fn durable(group: Arc<Group>) {
    let mut open = group.open.lock().await;
    open.mend().await;
    if let Some(transaction) = open.transaction.take() {
        let result = commit(transaction).await;
        open.tell(&result);
    }
}

/// Does a step of a turn to its end, even if whoever asked has gone in the middle of it: nobody could tell
/// afterwards how far it came, and others are in the transaction.
async fn whole<T: Send + 'static>(
    step: impl Future<Output = Result<T, DbErr>> + Send + 'static,
) -> Result<T, DbErr> {
    beside(step).await.unwrap_or_else(|_| Err(gone()))
}

#[expect(
    clippy::disallowed_methods,
    reason = "ends by itself with the transaction"
)]
fn beside<T: Send + 'static>(step: impl Future<Output = T> + Send + 'static) -> JoinHandle<T> {
    tokio::spawn(step)
}

fn undone(result: Result<(), DbErr>) {
    if let Err(error) = result {
        tracing::debug!(%error, "the transaction was gone before it was rolled back");
    }
}

async fn commit(transaction: Arc<DatabaseTransaction>) -> Result<(), DbErr> {
    match Arc::into_inner(transaction) {
        Some(own) => own.commit().await,
        None => Err(gone()),
    }
}

/// The transaction is gone; another begins.
const fn gone() -> DbErr {
    DbErr::ConnectionAcquire(ConnAcquireErr::ConnectionClosed)
}

/// One who waits.
struct Waits<'g>(&'g AtomicUsize);

impl<'g> Waits<'g> {
    fn of(count: &'g AtomicUsize) -> Self {
        count.fetch_add(1, Ordering::AcqRel);
        Self(count)
    }
}

impl Drop for Waits<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::AcqRel);
    }
}
