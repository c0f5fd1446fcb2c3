//! Which side handed something in, and who stands in for whoever decides while they are away (代理).

use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

use crate::{sql, sql_on};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, SIDES).await?;
        sql(manager, DEPUTIES).await?;
        sql_on(DbBackend::Postgres, manager, ON_POSTGRES).await?;
        sql_on(DbBackend::Sqlite, manager, ON_SQLITE).await
    }
}

/// Until now what was asked of one side was handed in by the other.
const SIDES: &str = "
ALTER TABLE approvals ADD COLUMN handed_in_by TEXT NOT NULL DEFAULT 'manager'
    CHECK (handed_in_by IN ('ward', 'manager'));
UPDATE approvals SET handed_in_by = 'ward' WHERE asked_of = 'manager';
";

const DEPUTIES: &str = "
CREATE TABLE approval_deputies (
    id          {uuid} PRIMARY KEY,
    side        TEXT NOT NULL CHECK (side IN ('ward', 'manager')),
    away_person {uuid} NOT NULL REFERENCES people (id),
    deputy      {uuid} NOT NULL REFERENCES people (id),
    valid_from  TEXT NOT NULL,
    valid_until TEXT NOT NULL,
    named_by    {uuid} NOT NULL REFERENCES people (id),
    named_at    BIGINT NOT NULL,
    ended_at    BIGINT,
    CHECK (deputy <> away_person),
    CHECK (valid_from <= valid_until)
);
CREATE INDEX approval_deputies_in_force ON approval_deputies (deputy, valid_until)
    WHERE ended_at IS NULL;

ALTER TABLE approval_steps ADD COLUMN deputy_of {uuid} REFERENCES people (id);
";

/// Days are written YYYY-MM-DD: without the dashes they are numbers in the same order.
const ON_POSTGRES: &str = "
ALTER TABLE approvals ALTER COLUMN handed_in_by DROP DEFAULT;
ALTER TABLE approval_deputies ADD CONSTRAINT approval_deputies_no_overlap
    EXCLUDE USING gist (
        side WITH =,
        away_person WITH =,
        int4range(
            CAST(replace(valid_from, '-', '') AS integer),
            CAST(replace(valid_until, '-', '') AS integer),
            '[]'
        ) WITH &&
    ) WHERE (ended_at IS NULL);
";

const ON_SQLITE: &str = "
CREATE TRIGGER approval_deputies_no_overlap_on_insert BEFORE INSERT ON approval_deputies
BEGIN
    SELECT RAISE(ABORT, 'approval_deputies_no_overlap')
    WHERE EXISTS (
        SELECT 1 FROM approval_deputies
        WHERE side = NEW.side AND away_person = NEW.away_person AND ended_at IS NULL
          AND valid_from <= NEW.valid_until AND valid_until >= NEW.valid_from
    );
END;
";
