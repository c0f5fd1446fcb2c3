//! Addresses from which calendars fetch bookings, and the numbered papers of a booking.

use sea_orm_migration::prelude::*;

use crate::sql;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, TABLES).await
    }
}

const TABLES: &str = "
CREATE TABLE calendar_feeds (
    id         {uuid} PRIMARY KEY,
    kind       TEXT NOT NULL CHECK (kind IN ('own', 'space', 'counter')),
    person_id  {uuid} NOT NULL REFERENCES people (id),
    space_id   {uuid} REFERENCES spaces (id),
    digest     {bytes} NOT NULL CONSTRAINT calendar_feeds_digest_key UNIQUE,
    etag       TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    used_at    BIGINT,
    CHECK ((kind = 'space') = (space_id IS NOT NULL))
);
CREATE INDEX calendar_feeds_by_person ON calendar_feeds (person_id);

CREATE TABLE booking_papers (
    id          {uuid} PRIMARY KEY,
    booking_id  {uuid} NOT NULL REFERENCES bookings (id),
    kind        TEXT NOT NULL CHECK (kind IN ('permit', 'change', 'cancellation')),
    version     BIGINT NOT NULL,
    fiscal_year INTEGER NOT NULL,
    number      BIGINT NOT NULL,
    issued_at   BIGINT NOT NULL,
    issued_by   {uuid} REFERENCES people (id),
    copies      INTEGER NOT NULL CHECK (copies >= 1),
    copied_at   BIGINT NOT NULL,
    facts       TEXT NOT NULL,
    CONSTRAINT booking_papers_number_key UNIQUE (fiscal_year, number),
    CONSTRAINT booking_papers_once UNIQUE (booking_id, kind, version)
);
";
