//! One unit of work: a transaction, who acts, and the one moment at which it happens.

use std::{
    mem,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use database::{Queues, Series, Transaction, Turn, Write};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, QueryTrait, entity::prelude::*};

use crate::{Actor, Clock, Db, Fault, Instant, Kept, PersonId, events, events::Event};

/// A transaction with its actor and its moment. Only [`transact`] makes one.
pub struct Work {
    transaction: Transaction,
    kept: Kept,
    actor: Actor,
    now: Instant,
    recorded: Mutex<Vec<Event>>,
    put: Mutex<Vec<Write>>,
    series: Arc<Series>,
    queues: Arc<Queues>,
    turns: Mutex<Vec<Turn>>,
}

impl Work {
    /// The connection of this transaction, for queries and for reading functions.
    pub fn db(&self) -> &DatabaseTransaction {
        self.transaction.db()
    }

    /// What this node has read and keeps, and what is read in this work.
    pub const fn kept(&self) -> &Kept {
        &self.kept
    }

    /// Who acts.
    pub const fn actor(&self) -> &Actor {
        &self.actor
    }

    /// The moment at which all of this happens.
    pub const fn now(&self) -> Instant {
        self.now
    }

    /// Whether row locks exist (PostgreSQL) or the whole transaction is one (SQLite).
    pub fn locks_rows(&self) -> bool {
        self.db().get_database_backend() == DbBackend::Postgres
    }

    /// Waits for its turn at a row that many want at one moment, before the lock that decides, and keeps
    /// it until the end of the work.
    pub async fn queue(&self, row: impl Into<Uuid>) {
        if self.locks_rows()
            && let Some(turn) = self.queues.turn(row.into()).await
        {
            lock(&self.turns).push(turn);
        }
    }

    /// A new identifier, after every other of this work, and after those of earlier ones as far as
    /// the clocks of the nodes agree to the millisecond.
    pub fn new_id<I: From<Uuid>>(&self) -> I {
        self.series.next(self.now.micros()).into()
    }

    /// Remembers an act; it is written with the transaction, last of all.
    pub fn record(&self, event: Event) {
        lock(&self.recorded).push(event);
    }

    /// Writes this together with all else that is put, at the end of the work or by [`Work::flush`]: on
    /// one way to the database instead of many. Questions of this work do not see it before.
    pub fn put(&self, write: impl QueryTrait<QueryStatement: Into<Write>>) {
        lock(&self.put).push(write.into_query().into());
    }

    /// Writes what was put so far, for questions and keys that need it.
    pub async fn flush(&self) -> Result<(), DbErr> {
        let put = mem::take(&mut *lock(&self.put));
        self.transaction.write(put).await
    }

    async fn commit(self) -> Result<(), Fault> {
        let recorded = mem::take(&mut *lock(&self.recorded));
        let next_id = || self.series.next(self.now.micros());
        for rows in events::rows(&self.actor, self.now, &recorded, next_id) {
            self.put(rows);
        }
        let put = mem::take(&mut *lock(&self.put));
        Ok(self.transaction.commit(put).await?)
    }
}

fn lock<T>(of: &Mutex<T>) -> MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Runs `verb` in one transaction: commits what it did, or, when it fails, undoes everything.
///
/// It awaits only the database, and never retries.
pub async fn transact<T, E, F>(db: &Db, actor: Actor, clock: &Clock, verb: F) -> Result<T, E>
where
    F: for<'w> AsyncFnOnce(&'w Work) -> Result<T, E>,
    E: From<Fault>,
{
    let work = Work {
        transaction: Transaction::begin(db).await.map_err(Fault::from)?,
        kept: db.kept().within(),
        actor,
        now: clock.now(),
        recorded: Mutex::default(),
        put: Mutex::default(),
        series: Arc::clone(db.series()),
        queues: Arc::clone(db.queues()),
        turns: Mutex::default(),
    };
    match verb(&work).await {
        Ok(done) => {
            work.commit().await?;
            Ok(done)
        }
        Err(failed) => {
            // Nobody is refused for what came to nothing.
            work.transaction.rollback().await.map_err(Fault::from)?;
            Err(failed)
        }
    }
}

/// Whatever belonged to one person in this table belongs to the other from now on: how every crate
/// follows a merge of people (`docs/decisions/011-merging-people.md`).
pub async fn hand_over<E: EntityTrait>(
    work: &Work,
    whose: E::Column,
    double: PersonId,
    into: PersonId,
) -> Result<(), Fault> {
    E::update_many()
        .col_expr(whose, Expr::value(into))
        .filter(whose.eq(double))
        .exec(work.db())
        .await?;
    Ok(())
}
