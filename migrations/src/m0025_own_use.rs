//! The centre's own use of its spaces, and the reasons for which it has it.

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
CREATE TABLE own_use_reasons (
    id          {uuid} PRIMARY KEY,
    name        TEXT NOT NULL CHECK (name <> ''),
    valid_from  TEXT NOT NULL,
    valid_until TEXT,
    made_by     {uuid} REFERENCES people (id),
    made_at     BIGINT NOT NULL
);
CREATE UNIQUE INDEX own_use_reasons_open ON own_use_reasons (name) WHERE valid_until IS NULL;

CREATE TABLE own_uses (
    id        {uuid} PRIMARY KEY,
    hold_id   {uuid} NOT NULL UNIQUE REFERENCES holds (id),
    first_id  {uuid} REFERENCES own_uses (id),
    space_id  {uuid} NOT NULL REFERENCES spaces (id),
    unit      INTEGER,
    starts_at BIGINT NOT NULL,
    ends_at   BIGINT NOT NULL,
    reason_id {uuid} NOT NULL REFERENCES own_use_reasons (id),
    programme TEXT NOT NULL CHECK (programme <> ''),
    made_by   {uuid} REFERENCES people (id),
    made_at   BIGINT NOT NULL,
    ended_by  {uuid} REFERENCES people (id),
    ended_at  BIGINT,
    CHECK (starts_at < ends_at)
);
CREATE INDEX own_uses_by_start ON own_uses (starts_at);
CREATE INDEX own_uses_by_first ON own_uses (first_id) WHERE first_id IS NOT NULL;
";
