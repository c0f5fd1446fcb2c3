//! Whether this node is alive, and whether it can serve people: for systemd and load balancers.

use axum::{extract::State, http::StatusCode};
use kernel::{Db, Fault};
use migrations::Migrator;
use sea_orm_migration::MigratorTrait;
use web::{App, Error, Routes};

/// `/healthz` and `/readyz`.
pub fn routes() -> Routes {
    Routes::new()
        .get("/healthz", async || "alive\n")
        .get("/readyz", readyz)
}

/// Ready when the database answers and has every table of this version; else 503.
async fn readyz(State(app): State<App>) -> Result<&'static str, Error> {
    match pending(&app.db).await? {
        0 => Ok("ready\n"),
        pending => {
            tracing::warn!(pending, "migrations have not run; run `shinko migrate`");
            Err(Error::Status(StatusCode::SERVICE_UNAVAILABLE))
        }
    }
}

/// How many changes of the tables this database has not seen.
pub async fn pending(db: &Db) -> Result<usize, Fault> {
    Ok(Migrator::get_pending_migrations_read_only(db.reader())
        .await?
        .len())
}
