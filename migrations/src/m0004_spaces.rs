//! Venues with their hours, and the spaces in them.

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
CREATE TABLE venues (
    id            {uuid} PRIMARY KEY,
    name          TEXT NOT NULL,
    name_en       TEXT NOT NULL,
    postal_code   TEXT NOT NULL,
    address       TEXT NOT NULL,
    telephone     TEXT NOT NULL,
    counter_hours TEXT NOT NULL,
    closed_days   TEXT NOT NULL
);

CREATE TABLE opening_hours (
    id         {uuid} PRIMARY KEY,
    venue_id   {uuid} NOT NULL REFERENCES venues (id),
    weekday    INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    opens      INTEGER,
    closes     INTEGER,
    valid_from TEXT NOT NULL,
    CHECK ((opens IS NULL) = (closes IS NULL)),
    CHECK (opens IS NULL OR (0 <= opens AND opens < closes AND closes <= 1440)),
    UNIQUE (venue_id, weekday, valid_from)
);

CREATE TABLE spaces (
    id               {uuid} PRIMARY KEY,
    venue_id         {uuid} NOT NULL REFERENCES venues (id),
    position         INTEGER NOT NULL,
    kind             TEXT NOT NULL
        CHECK (kind IN ('desk', 'booth', 'meeting', 'seminar', 'community', 'online')),
    name             TEXT NOT NULL,
    name_en          TEXT NOT NULL,
    name_easy        TEXT NOT NULL,
    description      TEXT NOT NULL,
    description_en   TEXT NOT NULL,
    floor            TEXT NOT NULL,
    equipment        TEXT NOT NULL,
    capacity         INTEGER NOT NULL CHECK (capacity > 0),
    step_minutes     INTEGER NOT NULL CHECK (step_minutes > 0),
    shortest_minutes INTEGER NOT NULL CHECK (shortest_minutes > 0),
    longest_minutes  INTEGER NOT NULL CHECK (longest_minutes BETWEEN shortest_minutes AND 1440),
    clearing_minutes INTEGER NOT NULL CHECK (clearing_minutes BETWEEN 0 AND 240)
);

CREATE TABLE resources (
    id    {uuid} PRIMARY KEY,
    label TEXT NOT NULL
);

CREATE TABLE space_units (
    space_id    {uuid} NOT NULL REFERENCES spaces (id),
    unit        INTEGER NOT NULL,
    resource_id {uuid} NOT NULL REFERENCES resources (id),
    PRIMARY KEY (space_id, unit, resource_id)
);
CREATE INDEX space_units_by_resource ON space_units (resource_id);
";
