//! What a request was asked for at: nobody is charged more because the answer took its time.

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

const COLUMN: &str = "ALTER TABLE booking_requests ADD COLUMN asked_price BIGINT;";
