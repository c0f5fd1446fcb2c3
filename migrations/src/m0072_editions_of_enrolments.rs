//! What somebody said when they enrolled has editions: two who change it do not overwrite each other.

use sea_orm_migration::prelude::*;

use crate::sql;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, EDITIONS).await
    }
}

const EDITIONS: &str = "
ALTER TABLE enrolments ADD COLUMN edition INTEGER NOT NULL DEFAULT 1 CHECK (edition > 0);
";
