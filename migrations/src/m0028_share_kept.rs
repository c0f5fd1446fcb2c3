//! What stays of the charge of a booking that was changed before it is called off.

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
ALTER TABLE bookings ADD COLUMN share_kept INTEGER NOT NULL DEFAULT 0
    CHECK (share_kept BETWEEN 0 AND 100);
";
