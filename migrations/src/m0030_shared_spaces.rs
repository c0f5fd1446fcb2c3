//! Spaces that the ward's own facility system knows too, and the numbers it gives to uses of them.

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
CREATE TABLE shared_spaces (
    space_id  {uuid} PRIMARY KEY REFERENCES spaces (id),
    shared_by {uuid} REFERENCES people (id),
    shared_at BIGINT NOT NULL
);

CREATE TABLE ward_references (
    hold_id    {uuid} PRIMARY KEY REFERENCES holds (id),
    space_id   {uuid} NOT NULL REFERENCES spaces (id),
    reference  TEXT NOT NULL CHECK (reference <> ''),
    search_key TEXT NOT NULL CHECK (search_key <> ''),
    written_by {uuid} REFERENCES people (id),
    written_at BIGINT NOT NULL,
    CONSTRAINT ward_references_once UNIQUE (search_key, space_id)
);
";
