//! Invitations to act for an organisation.

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
CREATE TABLE representative_invitations (
    id              {uuid} PRIMARY KEY,
    organisation_id {uuid} NOT NULL REFERENCES organisations (id),
    digest          {bytes} NOT NULL UNIQUE,
    email           TEXT NOT NULL CHECK (email <> ''),
    invited_by      {uuid} REFERENCES people (id),
    created_at      BIGINT NOT NULL,
    expires_at      BIGINT NOT NULL,
    used_at         BIGINT
);
CREATE INDEX representative_invitations_by_organisation
    ON representative_invitations (organisation_id, expires_at);
";
