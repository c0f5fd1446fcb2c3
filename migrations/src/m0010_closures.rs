//! Closed days and maintenance, and the bookings that were called off for them.

use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

use crate::{sql, sql_on};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, TABLES).await?;
        // What can be booked changes with them: a node reads again what it has kept.
        for table in ["closures", "closure_spaces"] {
            let on_postgres = format!(
                "CREATE TRIGGER {table}_catalogue
                 AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table}
                 FOR EACH STATEMENT EXECUTE FUNCTION catalogue_changed();"
            );
            sql_on(DbBackend::Postgres, manager, &on_postgres).await?;
            for verb in ["INSERT", "UPDATE", "DELETE"] {
                let on_sqlite = format!(
                    "CREATE TRIGGER {table}_catalogue_on_{verb} AFTER {verb} ON {table}
                     BEGIN UPDATE catalogue_version SET version = version + 1; END;"
                );
                sql_on(DbBackend::Sqlite, manager, &on_sqlite).await?;
            }
        }
        Ok(())
    }
}

const TABLES: &str = "
CREATE TABLE closures (
    id          {uuid} PRIMARY KEY,
    venue_id    {uuid} NOT NULL REFERENCES venues (id),
    kind        TEXT NOT NULL CHECK (kind IN ('weekly', 'yearly', 'once')),
    weekday     INTEGER CHECK (weekday BETWEEN 1 AND 7),
    moves       BOOLEAN NOT NULL,
    first       TEXT,
    last        TEXT,
    opens       INTEGER,
    closes      INTEGER,
    some_spaces BOOLEAN NOT NULL,
    reason      TEXT NOT NULL CHECK (reason <> ''),
    reason_en   TEXT NOT NULL,
    valid_from  TEXT NOT NULL,
    valid_until TEXT,
    made_by     {uuid} REFERENCES people (id),
    made_at     BIGINT NOT NULL,
    CHECK ((kind = 'weekly') = (weekday IS NOT NULL)),
    CHECK (kind = 'weekly' OR NOT moves),
    CHECK ((kind = 'weekly') = (first IS NULL) AND (first IS NULL) = (last IS NULL)),
    CHECK (kind <> 'once' OR first <= last),
    CHECK (kind = 'once' OR opens IS NULL),
    CHECK ((opens IS NULL) = (closes IS NULL)),
    CHECK (opens IS NULL OR (0 <= opens AND opens < closes AND closes <= 1440))
);

CREATE TABLE closure_spaces (
    closure_id {uuid} NOT NULL REFERENCES closures (id),
    space_id   {uuid} NOT NULL REFERENCES spaces (id),
    PRIMARY KEY (closure_id, space_id)
);

CREATE TABLE closure_releases (
    booking_id {uuid} PRIMARY KEY REFERENCES bookings (id),
    closure_id {uuid} NOT NULL REFERENCES closures (id)
);
CREATE INDEX closure_releases_by_closure ON closure_releases (closure_id);
";
