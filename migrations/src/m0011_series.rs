//! Series: bookings that were made together, by a rhythm.

use sea_orm_migration::prelude::*;

use crate::sql;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, TABLES).await
    }
}

const TABLES: &str = "
CREATE TABLE series (
    id         {uuid} PRIMARY KEY,
    person_id  {uuid} NOT NULL REFERENCES people (id),
    booked_by  {uuid},
    reference  TEXT NOT NULL CONSTRAINT series_reference_key UNIQUE,
    rhythm     TEXT NOT NULL CHECK (rhythm IN ('weekly', 'fortnightly', 'monthly', 'monthly_last')),
    first_on   TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX series_by_person ON series (person_id);
ALTER TABLE bookings ADD COLUMN series_id {uuid} REFERENCES series (id);
CREATE INDEX bookings_by_series ON bookings (series_id, starts_at) WHERE series_id IS NOT NULL;
";
