//! Letters: written with the change they tell of, sent after it.

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
CREATE TABLE letters (
    id         {uuid} PRIMARY KEY,
    person_id  {uuid} REFERENCES people (id),
    email      TEXT NOT NULL,
    template   TEXT NOT NULL,
    lang       TEXT NOT NULL,
    facts      TEXT NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'dead')),
    created_at BIGINT NOT NULL,
    due_at     BIGINT NOT NULL,
    attempts   BIGINT NOT NULL,
    failure    TEXT,
    sent_at    BIGINT
);
CREATE INDEX letters_due ON letters (due_at) WHERE state = 'waiting';
CREATE INDEX letters_by_person ON letters (person_id, created_at);
CREATE INDEX letters_dead ON letters (created_at) WHERE state = 'dead';
";
