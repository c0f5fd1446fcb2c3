//! When people are reminded that their registration ends: part of its dated terms.

use sea_orm_migration::prelude::*;

use crate::sql;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, COLUMNS).await
    }
}

const COLUMNS: &str = "
ALTER TABLE registration_terms ADD COLUMN remind_first INTEGER NOT NULL DEFAULT 60;
ALTER TABLE registration_terms ADD COLUMN remind_last INTEGER NOT NULL DEFAULT 14
    CHECK (0 < remind_last AND remind_last < remind_first);
";
