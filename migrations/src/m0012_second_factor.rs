//! The second factor: what a person's device and the centre both know, recovery codes, the steps
//! between a right password and a session, and when a session passed its second step.

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
CREATE TABLE second_factors (
    person_id   {uuid} PRIMARY KEY REFERENCES accounts (person_id),
    secret      {bytes} NOT NULL,
    last_step   BIGINT NOT NULL,
    enrolled_at BIGINT NOT NULL
);

CREATE TABLE recovery_codes (
    person_id {uuid} NOT NULL REFERENCES accounts (person_id),
    digest    {bytes} NOT NULL,
    used_at   BIGINT,
    PRIMARY KEY (person_id, digest)
);

CREATE TABLE second_steps (
    id         {uuid} PRIMARY KEY,
    person_id  {uuid} NOT NULL REFERENCES accounts (person_id),
    purpose    TEXT NOT NULL CHECK (purpose IN ('sign_in', 'set_up')),
    digest     {bytes} NOT NULL UNIQUE,
    secret     {bytes},
    onwards    TEXT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX second_steps_by_person ON second_steps (person_id);
CREATE INDEX second_steps_by_age ON second_steps (expires_at);

ALTER TABLE sign_in_sessions ADD COLUMN second_at BIGINT;
";
