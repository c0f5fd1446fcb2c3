//! The log of acts, its seals, and the answers kept for repeated requests.

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
CREATE TABLE seals (
    number BIGINT PRIMARY KEY,
    at     BIGINT NOT NULL,
    covers BIGINT NOT NULL,
    hash   {bytes} NOT NULL
);

CREATE TABLE events (
    id           {uuid} PRIMARY KEY,
    at           BIGINT NOT NULL,
    actor        {uuid},
    on_behalf_of {uuid},
    via          TEXT NOT NULL,
    kind         TEXT NOT NULL,
    subject      {uuid} NOT NULL,
    facts        TEXT NOT NULL,
    seal         BIGINT
);
CREATE INDEX events_unsealed ON events (at) WHERE seal IS NULL;
CREATE INDEX events_by_seal ON events (seal) WHERE seal IS NOT NULL;
CREATE INDEX events_by_subject ON events (subject);

CREATE TABLE answers (
    actor  {uuid} NOT NULL,
    key    TEXT NOT NULL,
    digest {bytes} NOT NULL,
    status INTEGER NOT NULL,
    body   TEXT NOT NULL,
    at     BIGINT NOT NULL,
    PRIMARY KEY (actor, key)
);
CREATE INDEX answers_by_age ON answers (at);
";
