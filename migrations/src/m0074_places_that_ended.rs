//! Until when somebody had a place that they gave up, or that was called off: they may have been at the lessons
//! before. And whether whoever enrols says that they are one of those for whom a seminar is meant.

use sea_orm_migration::prelude::*;

use crate::sql;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, PLACES).await
    }
}

const PLACES: &str = "
ALTER TABLE enrolments ADD COLUMN place_until BIGINT;
ALTER TABLE enrolments ADD COLUMN within BOOLEAN;
-- Of those that ended before, we know it of whoever was marked at a lesson.
UPDATE enrolments SET place_until = ended_at
    WHERE ended_at IS NOT NULL AND id IN (SELECT enrolment_id FROM attendances);
";
