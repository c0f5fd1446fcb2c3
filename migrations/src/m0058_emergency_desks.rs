//! Special desks for hard times, what comes in by them, and who is late for a meeting.

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
CREATE TABLE emergency_desks (
    id          {uuid} PRIMARY KEY,
    name        TEXT NOT NULL,
    about       TEXT NOT NULL,
    starts_on   TEXT NOT NULL,
    ends_on     TEXT,
    triage_days INTEGER NOT NULL CHECK (triage_days > 0),
    edition     INTEGER NOT NULL CHECK (edition > 0),
    opened_by   {uuid} NOT NULL REFERENCES people (id),
    opened_at   BIGINT NOT NULL,
    CHECK (ends_on IS NULL OR ends_on >= starts_on)
);
ALTER TABLE cases ADD COLUMN desk_id {uuid} REFERENCES emergency_desks (id);
CREATE INDEX cases_by_desk ON cases (desk_id) WHERE desk_id IS NOT NULL;

ALTER TABLE meetings ADD COLUMN late TEXT CHECK (late IN ('client', 'expert'));
ALTER TABLE meetings ADD COLUMN late_minutes INTEGER NOT NULL DEFAULT 0 CHECK (late_minutes >= 0);
";
