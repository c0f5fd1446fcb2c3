//! Spaces that need approval: the rule, the requests for it, and the notice of a refusal.

use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

use crate::{sql, sql_on};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, TABLES).await?;
        sql_on(DbBackend::Postgres, manager, PAPERS).await?;
        sql_on(DbBackend::Sqlite, manager, PAPERS_AGAIN).await
    }
}

const TABLES: &str = "
ALTER TABLE booking_rules ADD COLUMN decide_days INTEGER
    CHECK ((kind = 'approval') = (decide_days IS NOT NULL AND decide_days > 0));

CREATE TABLE booking_requests (
    booking_id {uuid} PRIMARY KEY REFERENCES bookings (id),
    rule_id    {uuid} NOT NULL REFERENCES booking_rules (id),
    asked_at   BIGINT NOT NULL,
    decide_by  TEXT NOT NULL,
    outcome    TEXT CHECK (outcome IN ('approved', 'refused', 'lapsed', 'called_off')),
    ground     TEXT CHECK (ground IN ('public_order', 'operation', 'purpose', 'unsuitable')),
    words      TEXT,
    ended_by   {uuid} REFERENCES people (id),
    ended_at   BIGINT,
    CHECK ((outcome IS NULL) = (ended_at IS NULL)),
    CHECK ((outcome IS NOT NULL AND outcome = 'refused') = (ground IS NOT NULL))
);
CREATE INDEX booking_requests_open ON booking_requests (asked_at) WHERE outcome IS NULL;
";

const PAPERS: &str = "
ALTER TABLE booking_papers DROP CONSTRAINT booking_papers_kind_check;
ALTER TABLE booking_papers ADD CONSTRAINT booking_papers_kind_check
    CHECK (kind IN ('permit', 'change', 'cancellation', 'refusal'));
";

/// SQLite changes no check of a table that is there.
const PAPERS_AGAIN: &str = "
ALTER TABLE booking_papers RENAME TO booking_papers_before;
CREATE TABLE booking_papers (
    id          {uuid} PRIMARY KEY,
    booking_id  {uuid} NOT NULL REFERENCES bookings (id),
    kind        TEXT NOT NULL CHECK (kind IN ('permit', 'change', 'cancellation', 'refusal')),
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
INSERT INTO booking_papers SELECT * FROM booking_papers_before;
DROP TABLE booking_papers_before;
";
