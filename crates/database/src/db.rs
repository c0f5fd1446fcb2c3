//! The database: a pool that reads and a pool that writes.

use std::{sync::Arc, time::Duration};

use sea_orm::{
    ConnectOptions, Database, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr,
    RuntimeErr, SqliteTransactionMode, SqlxError, TransactionOptions, TransactionTrait,
};

use crate::{
    Kept, Queues, Series,
    group::{Group, PATIENCE},
};

/// How to reach the database.
#[derive(Clone, Debug)]
pub struct DbOptions {
    /// `sqlite:…` or `postgres:…`.
    pub url: String,
    /// Connections that only read.
    pub readers: u32,
    /// Connections that write. SQLite always has one.
    pub writers: u32,
    /// How long a request waits for a connection before it is answered 503.
    pub wait: Duration,
    /// How long a statement waits for a row that another holds (PostgreSQL).
    pub lock_wait: Duration,
}

impl DbOptions {
    /// Sensible pools for one centre. Each reader of SQLite keeps pages of its own in memory.
    pub fn new(url: impl Into<String>) -> Self {
        let url = url.into();
        Self {
            readers: if url.starts_with("sqlite") { 4 } else { 8 },
            url,
            writers: 16,
            wait: Duration::from_secs(2),
            lock_wait: Duration::from_secs(3),
        }
    }
}

/// The database. Reads go to [`Db::reader`]; changes go through `kernel::transact`.
#[derive(Clone, Debug)]
pub struct Db {
    reader: DatabaseConnection,
    writer: DatabaseConnection,
    kept: Kept,
    series: Arc<Series>,
    queues: Arc<Queues>,
    group: Option<Arc<Group>>,
}

impl Db {
    /// Opens both pools.
    pub async fn connect(options: &DbOptions) -> Result<Self, DbErr> {
        let one_writer = options.url.starts_with("sqlite");
        let (writer, reader) = if one_writer {
            let writer = sqlite(options, 1, false).await?;
            (writer, sqlite(options, options.readers, true).await?)
        } else {
            let writer = postgres(options, options.writers).await?;
            (writer, postgres(options, options.readers).await?)
        };
        Ok(Self {
            reader,
            writer,
            kept: Kept::default(),
            series: Arc::default(),
            queues: Arc::default(),
            group: one_writer.then(Arc::default),
        })
    }

    /// For reading outside a transaction.
    pub const fn reader(&self) -> &DatabaseConnection {
        &self.reader
    }

    /// What this node has read from it and keeps.
    pub const fn kept(&self) -> &Kept {
        &self.kept
    }

    /// The identifiers of this node.
    pub const fn series(&self) -> &Arc<Series> {
        &self.series
    }

    /// The queues of this node.
    pub const fn queues(&self) -> &Arc<Queues> {
        &self.queues
    }

    /// Which database it is.
    pub fn backend(&self) -> DbBackend {
        self.writer.get_database_backend()
    }

    /// For the few statements that cannot run inside a transaction: migrations and backups.
    pub const fn outside_transactions(&self) -> &DatabaseConnection {
        &self.writer
    }

    /// What those share who write to one SQLite file.
    pub(crate) const fn group(&self) -> Option<&Arc<Group>> {
        self.group.as_ref()
    }

    /// Begins a transaction that may write.
    pub(crate) async fn begin(&self) -> Result<DatabaseTransaction, DbErr> {
        self.writer
            .begin_with_options(TransactionOptions {
                sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
                ..TransactionOptions::default()
            })
            .await
    }

    /// Closes both pools; what is running may finish first.
    pub async fn close(self) -> Result<(), DbErr> {
        self.reader.close().await?;
        self.writer.close().await?;
        Ok(())
    }
}

async fn sqlite(
    options: &DbOptions,
    connections: u32,
    read_only: bool,
) -> Result<DatabaseConnection, DbErr> {
    let mut connect = ConnectOptions::new(&options.url);
    connect
        .max_connections(connections)
        .min_connections(1)
        .acquire_timeout(if read_only {
            options.wait
        } else {
            options.wait.max(PATIENCE)
        })
        .test_before_acquire(false)
        .sqlx_logging(false);
    connect.map_sqlx_sqlite_opts(move |sqlite| {
        let sqlite = sqlite
            .pragma("journal_mode", "WAL")
            .pragma("synchronous", "FULL")
            .pragma("foreign_keys", "ON")
            .pragma("temp_store", "MEMORY")
            .pragma("cache_size", "-1024")
            .pragma("busy_timeout", "5000");
        if read_only {
            sqlite.pragma("query_only", "ON")
        } else {
            sqlite
        }
    });
    Database::connect(connect).await
}

async fn postgres(options: &DbOptions, connections: u32) -> Result<DatabaseConnection, DbErr> {
    let lock_wait = format!("{}ms", options.lock_wait.as_millis());
    let mut connect = ConnectOptions::new(&options.url);
    connect
        .max_connections(connections)
        .min_connections(1)
        .acquire_timeout(options.wait)
        .test_before_acquire(false)
        .sqlx_logging(false);
    connect.map_sqlx_postgres_opts(move |postgres| {
        postgres.options([
            ("lock_timeout", lock_wait.as_str()),
            ("TimeZone", "UTC"),
            // What is read behind a lock is what stood when it was had.
            ("default_transaction_isolation", "read committed"),
        ])
    });
    Database::connect(connect).await
}

/// The name of the constraint, or of the trigger's refusal, that a statement ran into.
///
/// PostgreSQL's exclusion constraint and SQLite's trigger bear one name, so that callers need not
/// know which database it is.
pub fn violated_constraint(error: &DbErr) -> Option<String> {
    let (DbErr::Exec(RuntimeErr::SqlxError(source)) | DbErr::Query(RuntimeErr::SqlxError(source))) =
        error
    else {
        return None;
    };
    let SqlxError::Database(refused) = source.as_ref() else {
        return None;
    };
    match refused.code().as_deref() {
        // SQLite: RAISE in a trigger carries the name as its message.
        Some("1811") => Some(refused.message().to_owned()),
        // SQLite: "UNIQUE constraint failed: table.column".
        Some("2067" | "1555") => refused
            .message()
            .split_once("failed: ")
            .map(|(_, columns)| columns.to_owned()),
        _ => refused.constraint().map(str::to_owned),
    }
}
