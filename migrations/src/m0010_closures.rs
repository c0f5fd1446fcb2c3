//! Closed days and maintenance, and the bookings that were called off for them.

use sea_orm_migration::prelude::*;

use crate::{counts_for_catalogue, sql};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, TABLES).await?;
        for table in ["closures", "closure_spaces"] {
            counts_for_catalogue(manager, table).await?;
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
