//! Passkeys, and what was last asked of one: the challenge of a browser, good once.

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
CREATE TABLE passkeys (
    id            {uuid} PRIMARY KEY,
    person_id     {uuid} NOT NULL REFERENCES accounts (person_id),
    credential_id {bytes} NOT NULL UNIQUE,
    credential    TEXT NOT NULL,
    sign_count    BIGINT NOT NULL CHECK (sign_count >= 0),
    name          TEXT NOT NULL,
    created_at    BIGINT NOT NULL,
    used_at       BIGINT
);
CREATE INDEX passkeys_by_person ON passkeys (person_id);

CREATE TABLE passkey_challenges (
    browser    {uuid} PRIMARY KEY,
    state      TEXT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX passkey_challenges_by_age ON passkey_challenges (expires_at);
";
