//! Bookings of spaces.

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
CREATE TABLE bookings (
    id         {uuid} PRIMARY KEY,
    hold_id    {uuid} NOT NULL UNIQUE REFERENCES holds (id),
    space_id   {uuid} NOT NULL REFERENCES spaces (id),
    unit       INTEGER NOT NULL,
    person_id  {uuid} NOT NULL REFERENCES people (id),
    booked_by  {uuid},
    reference  TEXT NOT NULL UNIQUE,
    starts_at  BIGINT NOT NULL,
    ends_at    BIGINT NOT NULL,
    purpose    TEXT NOT NULL,
    attendees  INTEGER NOT NULL CHECK (attendees > 0),
    arrived_at BIGINT,
    version    BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    CHECK (starts_at < ends_at)
);
CREATE INDEX bookings_by_person ON bookings (person_id, starts_at);
CREATE INDEX bookings_by_start ON bookings (starts_at);
";
