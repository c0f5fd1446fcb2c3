//! A fresh, migrated database for each test: made once, then copied.

use std::{path::PathBuf, sync::OnceLock};

use kernel::{Db, DbOptions};
use migrations::Migrator;
use sea_orm_migration::MigratorTrait;

use crate::{folder, postgres::Cluster};

/// Which database a test runs on. Acceptance tests run on both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// The embedded default.
    Sqlite,
    /// A throw-away cluster.
    Postgres,
}

impl Engine {
    /// Both, for tests that must hold on each.
    pub const BOTH: [Self; 2] = [Self::Sqlite, Self::Postgres];
}

/// The migrated PostgreSQL database that tests copy.
const TEMPLATE: &str = "shinko_template";

/// Any failure while a test's database is made.
pub type Failed = Box<dyn std::error::Error + Send + Sync>;

/// The address of a fresh, migrated database.
pub async fn fresh(engine: Engine) -> Result<String, Failed> {
    match engine {
        Engine::Sqlite => fresh_sqlite().await,
        Engine::Postgres => {
            let cluster = Cluster::shared();
            cluster
                .ensure_template::<Failed>(TEMPLATE, async |url| migrate(&url).await)
                .await?;
            Ok(cluster.create_database(Some(TEMPLATE))?)
        }
    }
}

/// Opens a fresh database.
pub async fn open(engine: Engine) -> Result<Db, Failed> {
    Ok(Db::connect(&patient(fresh(engine).await?)).await?)
}

/// How a test reaches its database: with patience, because a machine that runs everything at once
/// is slow where nothing is wrong. PostgreSQL still names a circle of waiting within a second.
pub fn patient(url: String) -> DbOptions {
    let mut options = DbOptions::new(url);
    options.wait = std::time::Duration::from_secs(20);
    options.lock_wait = std::time::Duration::from_secs(20);
    options
}

/// Opens a database as it was before this change of the tables, without any row.
pub async fn before(engine: Engine, change: &str) -> Result<Db, Failed> {
    let url = match engine {
        Engine::Postgres => Cluster::shared().create_database(None)?,
        Engine::Sqlite => {
            let path = folder::fresh("database").join("shinko.db");
            format!("sqlite://{}?mode=rwc", path.display())
        }
    };
    let db = Db::connect(&DbOptions::new(url)).await?;
    let all = Migrator::migrations();
    let own = all.iter().position(|one| one.name() == change);
    let steps = u32::try_from(own.ok_or("no such change of the tables")?)?;
    Migrator::up(db.outside_transactions(), Some(steps)).await?;
    Ok(db)
}

/// Brings its tables up to date, as the program does when it starts.
pub async fn upgrade(db: &Db) -> Result<(), Failed> {
    Ok(Migrator::up(db.outside_transactions(), None).await?)
}

async fn fresh_sqlite() -> Result<String, Failed> {
    static MADE: OnceLock<tokio::sync::OnceCell<PathBuf>> = OnceLock::new();
    let template = MADE
        .get_or_init(tokio::sync::OnceCell::new)
        .get_or_try_init(async || {
            let path = folder::fresh("template").join("shinko.db");
            migrate(&format!("sqlite://{}?mode=rwc", path.display())).await?;
            Ok::<_, Failed>(path)
        })
        .await?;
    let path = folder::fresh("database").join("shinko.db");
    std::fs::copy(template, &path)?;
    Ok(format!("sqlite://{}?mode=rwc", path.display()))
}

async fn migrate(url: &str) -> Result<(), Failed> {
    let db = Db::connect(&DbOptions::new(url)).await?;
    Migrator::up(db.outside_transactions(), None).await?;
    db.close().await?;
    Ok(())
}
