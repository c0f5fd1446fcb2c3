//! Bookings that the centre released because they were not paid.

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
CREATE TABLE unpaid_releases (
    booking_id      {uuid} PRIMARY KEY REFERENCES bookings (id),
    person_id       {uuid} NOT NULL REFERENCES people (id),
    organisation_id {uuid} REFERENCES organisations (id),
    space_id        {uuid} NOT NULL REFERENCES spaces (id),
    starts_at       BIGINT NOT NULL,
    ends_at         BIGINT NOT NULL,
    released_at     BIGINT NOT NULL,
    CHECK (starts_at < ends_at)
);
CREATE INDEX unpaid_releases_by_person ON unpaid_releases (person_id, ends_at);
CREATE INDEX unpaid_releases_by_organisation ON unpaid_releases (organisation_id, ends_at);
";
