//! A number that grows with every change of what can be booked, whoever makes it.
//!
//! Pages show the spaces on every visit, and these change a few times a year: a node keeps what it
//! has read, and asks for this number instead of for everything.

use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

use crate::{counts_for_catalogue, sql, sql_on};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, TABLE).await?;
        sql_on(DbBackend::Postgres, manager, FUNCTION).await?;
        for table in TABLES {
            counts_for_catalogue(manager, table).await?;
        }
        Ok(())
    }
}

/// What the catalogue is read from.
const TABLES: [&str; 5] = [
    "venues",
    "opening_hours",
    "spaces",
    "space_units",
    "resources",
];

const TABLE: &str = "
CREATE TABLE catalogue_version (
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    version BIGINT NOT NULL
);
INSERT INTO catalogue_version VALUES (1, 1);
";

const FUNCTION: &str = "
CREATE FUNCTION catalogue_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE catalogue_version SET version = version + 1;
    RETURN NULL;
END $$;
";
