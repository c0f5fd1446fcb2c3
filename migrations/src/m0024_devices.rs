//! Devices that are lent with a space, each of them a resource of the ledger.

use sea_orm_migration::prelude::*;

use crate::{counts_for_catalogue, sql};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, TABLES).await?;
        for table in ["devices", "device_spaces", "device_units", "device_stocks"] {
            counts_for_catalogue(manager, table).await?;
        }
        Ok(())
    }
}

const TABLES: &str = "
CREATE TABLE devices (
    id          {uuid} PRIMARY KEY,
    venue_id    {uuid} NOT NULL REFERENCES venues (id),
    position    INTEGER NOT NULL,
    name        TEXT NOT NULL CHECK (name <> ''),
    name_en     TEXT NOT NULL CHECK (name_en <> ''),
    counted_in  TEXT NOT NULL CHECK (counted_in <> ''),
    some_spaces BOOLEAN NOT NULL
);

CREATE TABLE device_spaces (
    device_id {uuid} NOT NULL REFERENCES devices (id),
    space_id  {uuid} NOT NULL REFERENCES spaces (id),
    PRIMARY KEY (device_id, space_id)
);

CREATE TABLE device_units (
    device_id   {uuid} NOT NULL REFERENCES devices (id),
    number      INTEGER NOT NULL,
    resource_id {uuid} NOT NULL UNIQUE REFERENCES resources (id),
    PRIMARY KEY (device_id, number)
);

CREATE TABLE device_stocks (
    device_id  {uuid} NOT NULL REFERENCES devices (id),
    valid_from TEXT NOT NULL,
    stock      INTEGER NOT NULL CHECK (stock BETWEEN 0 AND 100),
    broken     INTEGER NOT NULL CHECK (broken BETWEEN 0 AND stock),
    PRIMARY KEY (device_id, valid_from)
);
";
