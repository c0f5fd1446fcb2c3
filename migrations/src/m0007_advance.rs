//! How far ahead a space can be booked.

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
ALTER TABLE spaces ADD COLUMN advance_days INTEGER NOT NULL DEFAULT 90
    CHECK (advance_days BETWEEN 1 AND 730);
";
