//! The words of a case are erased when they need no longer be kept, or when the person asks for it.

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
ALTER TABLE cases ADD COLUMN erased_at BIGINT;
ALTER TABLE cases ADD COLUMN erased_why TEXT;
CREATE INDEX cases_to_erase ON cases (closed_at) WHERE erased_at IS NULL;
";
