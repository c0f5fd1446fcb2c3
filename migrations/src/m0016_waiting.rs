//! Waiting for what is taken: lines in the order of a number, and the terms of their offers.

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

/// The first terms hold until the centre enters its own from another date on.
const TABLES: &str = "
CREATE TABLE drawn_numbers (
    name TEXT PRIMARY KEY,
    last BIGINT NOT NULL
);

CREATE TABLE waiting_terms (
    valid_from        TEXT PRIMARY KEY,
    longest_minutes   INTEGER NOT NULL,
    shortest_minutes  INTEGER NOT NULL,
    last_call_minutes INTEGER NOT NULL,
    lapses            INTEGER NOT NULL CHECK (lapses >= 1),
    most              INTEGER NOT NULL CHECK (most >= 1),
    CHECK (0 < shortest_minutes AND shortest_minutes <= longest_minutes),
    CHECK (shortest_minutes <= last_call_minutes)
);
INSERT INTO waiting_terms VALUES ('2000-01-01', 1440, 30, 60, 2, 5);

CREATE TABLE waiting_entries (
    id         {uuid} PRIMARY KEY,
    space_id   {uuid} NOT NULL REFERENCES spaces (id),
    person_id  {uuid} NOT NULL REFERENCES people (id),
    organisation_id {uuid} REFERENCES organisations (id),
    entered_by {uuid} REFERENCES people (id),
    number     BIGINT NOT NULL CONSTRAINT waiting_entries_number_key UNIQUE,
    starts_at  BIGINT NOT NULL,
    ends_at    BIGINT NOT NULL,
    purpose    TEXT NOT NULL,
    attendees  INTEGER NOT NULL,
    state      TEXT NOT NULL CHECK (state IN (
        'waiting', 'offered', 'taken', 'declined', 'lapsed', 'left', 'over')),
    lapses     INTEGER NOT NULL,
    hold_id    {uuid} REFERENCES holds (id),
    unit       INTEGER,
    expires_at BIGINT,
    booking_id {uuid} REFERENCES bookings (id),
    made_at    BIGINT NOT NULL,
    CHECK (starts_at < ends_at),
    CHECK (state <> 'offered'
        OR (hold_id IS NOT NULL AND unit IS NOT NULL AND expires_at IS NOT NULL)),
    CHECK ((state = 'taken') = (booking_id IS NOT NULL))
);
CREATE INDEX waiting_entries_open ON waiting_entries (space_id, number)
    WHERE state IN ('waiting', 'offered');
CREATE UNIQUE INDEX waiting_entries_once ON waiting_entries (person_id, space_id, starts_at, ends_at)
    WHERE state IN ('waiting', 'offered');
CREATE UNIQUE INDEX waiting_entries_one_offer ON waiting_entries (hold_id)
    WHERE state = 'offered';
CREATE INDEX waiting_entries_by_person ON waiting_entries (person_id, starts_at);
";
