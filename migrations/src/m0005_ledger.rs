//! The ledger of everything scarce, and the databases' own refusal of an overlap.

use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

use crate::{sql, sql_on};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, TABLES).await?;
        sql_on(DbBackend::Postgres, manager, EXCLUSION).await?;
        sql_on(DbBackend::Sqlite, manager, TRIGGERS).await
    }
}

/// An allocation repeats its hold's state, kept equal by the foreign key, so that whether it
/// occupies its place is a fact of its own row, which the databases' refusal can rest on.
///
/// It lasts a day at most: a window of a day then finds all that reaches into a moment by its
/// start alone. What lasts longer is one allocation a day.
const TABLES: &str = "
CREATE TABLE holds (
    id         {uuid} PRIMARY KEY,
    kind       TEXT NOT NULL,
    label      TEXT NOT NULL,
    link       TEXT NOT NULL,
    state      TEXT NOT NULL CHECK (state IN (
        'offered', 'held', 'requested', 'confirmed', 'in_use', 'finished',
        'released', 'refused', 'expired', 'cancelled')),
    expires_at BIGINT,
    UNIQUE (id, state),
    CHECK (state NOT IN ('offered', 'held') OR expires_at IS NOT NULL)
);
CREATE INDEX holds_expiring ON holds (expires_at) WHERE state IN ('offered', 'held');

CREATE TABLE allocations (
    id          {uuid} PRIMARY KEY,
    hold_id     {uuid} NOT NULL,
    state       TEXT NOT NULL,
    resource_id {uuid} NOT NULL REFERENCES resources (id),
    starts_at   BIGINT NOT NULL,
    ends_at     BIGINT NOT NULL,
    holding     BOOLEAN NOT NULL GENERATED ALWAYS AS (state IN (
        'offered', 'held', 'requested', 'confirmed', 'in_use', 'finished')) STORED,
    FOREIGN KEY (hold_id, state) REFERENCES holds (id, state) ON UPDATE CASCADE,
    CONSTRAINT allocations_in_order
        CHECK (starts_at < ends_at AND ends_at - starts_at <= 86400000000)
);
CREATE INDEX allocations_by_hold ON allocations (hold_id);
CREATE INDEX allocations_by_start ON allocations (starts_at, ends_at, resource_id) WHERE holding;
";

const EXCLUSION: &str = "
CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER TABLE allocations ADD CONSTRAINT allocations_no_overlap
    EXCLUDE USING gist (resource_id WITH =, int8range(starts_at, ends_at) WITH &&) WHERE (holding);
CREATE INDEX allocations_by_resource ON allocations (resource_id, starts_at) WHERE holding;
";

/// What holds one resource never overlaps, so the one that starts last before the new one's end is
/// also the one that ends last: looking at that single row is enough.
const TRIGGERS: &str = "
CREATE UNIQUE INDEX allocations_by_resource ON allocations (resource_id, starts_at) WHERE holding;

CREATE TRIGGER allocations_no_overlap_on_insert BEFORE INSERT ON allocations
WHEN NEW.state IN ('offered', 'held', 'requested', 'confirmed', 'in_use', 'finished')
BEGIN
    SELECT RAISE(ABORT, 'allocations_in_order')
    WHERE typeof(NEW.starts_at) <> 'integer' OR typeof(NEW.ends_at) <> 'integer';
    SELECT RAISE(ABORT, 'allocations_no_overlap')
    WHERE (SELECT ends_at FROM allocations
           WHERE resource_id = NEW.resource_id AND holding AND starts_at < NEW.ends_at
           ORDER BY starts_at DESC LIMIT 1) > NEW.starts_at;
END;

CREATE TRIGGER allocations_no_overlap_on_update BEFORE UPDATE ON allocations
WHEN NEW.state IN ('offered', 'held', 'requested', 'confirmed', 'in_use', 'finished')
BEGIN
    SELECT RAISE(ABORT, 'allocations_in_order')
    WHERE typeof(NEW.starts_at) <> 'integer' OR typeof(NEW.ends_at) <> 'integer';
    SELECT RAISE(ABORT, 'allocations_no_overlap')
    WHERE (SELECT ends_at FROM allocations
           WHERE resource_id = NEW.resource_id AND holding AND starts_at < NEW.ends_at
             AND id <> OLD.id
           ORDER BY starts_at DESC LIMIT 1) > NEW.starts_at;
END;
";
