//! What a booking was for before it was changed last: the paper of the change says both.

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
ALTER TABLE bookings ADD COLUMN purpose_before TEXT;
";
