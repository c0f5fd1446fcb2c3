//! Guests: somebody asks before the centre knows them, and shows by letter that the address is theirs.

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
CREATE TABLE guest_links (
    id         {uuid} PRIMARY KEY,
    digest     {bytes} NOT NULL UNIQUE,
    email      TEXT NOT NULL,
    email_key  TEXT NOT NULL,
    names      TEXT NOT NULL,
    telephone  TEXT NOT NULL,
    lang       TEXT NOT NULL,
    source     {bytes} NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at    BIGINT
);
CREATE INDEX guest_links_by_age ON guest_links (expires_at);

CREATE TABLE guest_cases (
    id         {uuid} PRIMARY KEY,
    link_id    {uuid} NOT NULL UNIQUE REFERENCES guest_links (id) ON DELETE CASCADE,
    request    TEXT NOT NULL,
    expert_id  {uuid} REFERENCES experts (id),
    hold_id    {uuid} REFERENCES holds (id),
    space_id   {uuid} REFERENCES spaces (id),
    starts_at  BIGINT,
    ends_at    BIGINT,
    expires_at BIGINT NOT NULL,
    CHECK ((expert_id IS NULL) = (hold_id IS NULL)),
    CHECK ((starts_at IS NULL) = (hold_id IS NULL)),
    CHECK ((ends_at IS NULL) = (hold_id IS NULL))
);
CREATE INDEX guest_cases_by_age ON guest_cases (expires_at);
";
