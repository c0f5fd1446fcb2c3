//! Decisions of two parties: what one side hands in, the other decides.

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
CREATE TABLE approvals (
    id           {uuid} PRIMARY KEY,
    kind         TEXT NOT NULL,
    subject      {uuid} NOT NULL,
    title        TEXT NOT NULL,
    link         TEXT NOT NULL,
    asked_of     TEXT NOT NULL CHECK (asked_of IN ('ward', 'manager')),
    state        TEXT NOT NULL
        CHECK (state IN ('submitted', 'returned', 'approved', 'refused', 'withdrawn')),
    digest       TEXT NOT NULL CHECK (length(digest) = 64),
    version      INTEGER NOT NULL CHECK (version > 0),
    submitted_by {uuid} NOT NULL REFERENCES people (id),
    submitted_at BIGINT NOT NULL,
    due_on       TEXT NOT NULL,
    reminded_at  BIGINT,
    decided_by   {uuid} REFERENCES people (id),
    decided_at   BIGINT,
    UNIQUE (kind, subject),
    CHECK (decided_by IS NULL OR decided_by <> submitted_by),
    CHECK ((decided_at IS NOT NULL) = (state IN ('returned', 'approved', 'refused')))
);
CREATE INDEX approvals_open ON approvals (asked_of, due_on) WHERE state = 'submitted';
CREATE INDEX approvals_latest ON approvals (submitted_at);

CREATE TABLE approval_steps (
    approval_id {uuid} NOT NULL REFERENCES approvals (id),
    number      INTEGER NOT NULL,
    state       TEXT NOT NULL,
    digest      TEXT NOT NULL,
    words       TEXT,
    made_by     {uuid} NOT NULL REFERENCES people (id),
    made_at     BIGINT NOT NULL,
    PRIMARY KEY (approval_id, number)
);

CREATE TABLE approval_terms (
    valid_from TEXT PRIMARY KEY,
    days       INTEGER NOT NULL CHECK (days BETWEEN 1 AND 365),
    remind     INTEGER NOT NULL CHECK (remind BETWEEN 0 AND 30),
    source     TEXT NOT NULL
);
INSERT INTO approval_terms VALUES ('2000-01-01', 14, 3, '事務処理の標準期間');
";
