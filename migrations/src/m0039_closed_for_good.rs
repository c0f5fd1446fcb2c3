//! A space can be given up: from a day on it is closed for good.

use sea_orm_migration::prelude::*;

use crate::sql;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, COLUMN).await
    }
}

const COLUMN: &str = "
ALTER TABLE closures ADD COLUMN for_good BOOLEAN NOT NULL DEFAULT FALSE
    CHECK (NOT for_good OR (kind = 'once' AND some_spaces AND opens IS NULL AND first = last));
";
