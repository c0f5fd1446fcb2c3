//! People, their accounts, roles, sessions, tokens, and links sent by letter.

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
CREATE TABLE people (
    id          {uuid} PRIMARY KEY,
    family_name TEXT NOT NULL,
    given_name  TEXT NOT NULL,
    family_kana TEXT NOT NULL,
    given_kana  TEXT NOT NULL,
    telephone   TEXT NOT NULL DEFAULT '',
    search_key  TEXT NOT NULL,
    created_at  BIGINT NOT NULL,
    erased_at   BIGINT
);
CREATE INDEX people_by_search_key ON people (search_key);

CREATE TABLE accounts (
    person_id     {uuid} PRIMARY KEY REFERENCES people (id),
    email         TEXT NOT NULL,
    email_key     TEXT NOT NULL UNIQUE,
    password_hash TEXT NOT NULL,
    lang          TEXT,
    created_at    BIGINT NOT NULL
);

CREATE TABLE person_roles (
    person_id {uuid} NOT NULL REFERENCES people (id),
    role      TEXT NOT NULL,
    PRIMARY KEY (person_id, role)
);

CREATE TABLE sign_in_sessions (
    id         {uuid} PRIMARY KEY,
    person_id  {uuid} NOT NULL REFERENCES people (id),
    digest     {bytes} NOT NULL UNIQUE,
    started_at BIGINT NOT NULL,
    seen_at    BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    device     TEXT NOT NULL
);
CREATE INDEX sign_in_sessions_by_person ON sign_in_sessions (person_id);
CREATE INDEX sign_in_sessions_by_age ON sign_in_sessions (expires_at);

CREATE TABLE api_tokens (
    id         {uuid} PRIMARY KEY,
    person_id  {uuid} NOT NULL REFERENCES people (id),
    name       TEXT NOT NULL,
    digest     {bytes} NOT NULL UNIQUE,
    scope      TEXT NOT NULL CHECK (scope IN ('read', 'write')),
    created_at BIGINT NOT NULL,
    used_at    BIGINT
);
CREATE INDEX api_tokens_by_person ON api_tokens (person_id);

CREATE TABLE letter_links (
    id         {uuid} PRIMARY KEY,
    purpose    TEXT NOT NULL CHECK (purpose IN ('sign_up', 'reset', 'change')),
    digest     {bytes} NOT NULL UNIQUE,
    email      TEXT NOT NULL,
    person_id  {uuid} REFERENCES people (id),
    facts      TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at    BIGINT
);
CREATE INDEX letter_links_by_age ON letter_links (expires_at);

CREATE TABLE attempts (
    key    {bytes} PRIMARY KEY,
    count  BIGINT NOT NULL,
    since  BIGINT NOT NULL
);
CREATE INDEX attempts_by_age ON attempts (since);
";
