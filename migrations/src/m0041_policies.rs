//! The ward's policies (方針): one for each field of work and fiscal year, in versions.

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
CREATE TABLE policies (
    id          {uuid} PRIMARY KEY,
    fiscal_year INTEGER NOT NULL CHECK (fiscal_year BETWEEN 1990 AND 2200),
    field       TEXT NOT NULL,
    field_key   TEXT NOT NULL,
    UNIQUE (fiscal_year, field_key)
);

CREATE TABLE policy_versions (
    id         {uuid} PRIMARY KEY,
    policy_id  {uuid} NOT NULL REFERENCES policies (id),
    number     INTEGER NOT NULL CHECK (number > 0),
    body       TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    edition    INTEGER NOT NULL CHECK (edition > 0),
    written_by {uuid} NOT NULL REFERENCES people (id),
    written_at BIGINT NOT NULL,
    UNIQUE (policy_id, number)
);
";
