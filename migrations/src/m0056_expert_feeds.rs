//! Addresses from which an expert's calendar fetches their appointments.

use sea_orm_migration::prelude::*;

use crate::sql;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, TABLE).await
    }
}

const TABLE: &str = "
CREATE TABLE expert_feeds (
    expert_id  {uuid} PRIMARY KEY REFERENCES experts (id),
    digest     {bytes} NOT NULL UNIQUE,
    created_at BIGINT NOT NULL
);
CREATE INDEX meetings_by_expert_and_start ON meetings (expert_id, starts_at);
";
