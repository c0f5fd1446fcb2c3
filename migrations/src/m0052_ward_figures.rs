//! What the ward has seen of a fiscal year's consultations stays as it was.

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
CREATE TABLE ward_figures (
    id          {uuid} PRIMARY KEY,
    fiscal_year INTEGER NOT NULL CONSTRAINT ward_figures_fiscal_year_key UNIQUE,
    sums        TEXT NOT NULL,
    made_at     BIGINT NOT NULL
);
";
