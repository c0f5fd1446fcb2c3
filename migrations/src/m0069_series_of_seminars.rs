//! Seminars that were copied from each other are a series.

use sea_orm_migration::prelude::*;

use crate::sql;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, SERIES).await
    }
}

const SERIES: &str = "
ALTER TABLE seminars ADD COLUMN series_id {uuid} REFERENCES seminars (id);
WITH RECURSIVE copies (id, first) AS (
    SELECT id, id FROM seminars WHERE copied_from IS NULL
    UNION ALL
    SELECT seminars.id, copies.first FROM seminars JOIN copies ON seminars.copied_from = copies.id
)
UPDATE seminars SET series_id = (SELECT first FROM copies WHERE copies.id = seminars.id)
    WHERE copied_from IS NOT NULL;
CREATE INDEX seminars_series ON seminars (series_id);
";
