//! What the ward says of a programme can be a condition on which it approves the plan.

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

/// What was said so far was no condition.
const COLUMN: &str = "
ALTER TABLE review_comments ADD COLUMN is_condition BOOLEAN NOT NULL DEFAULT FALSE;
";
