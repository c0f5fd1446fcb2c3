//! The centre's partners (関係機関), agreements with them (協定), what was talked over and agreed with them
//! (連携・調整), and what has to be done after it.

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
CREATE TABLE agencies (
    id         {uuid} PRIMARY KEY,
    name       TEXT NOT NULL,
    name_key   TEXT NOT NULL UNIQUE,
    search_key TEXT NOT NULL,
    sort       TEXT NOT NULL CHECK (sort IN ('hello_work', 'employment_support', 'trade_association',
        'bank', 'university', 'public_support', 'other')),
    contact    TEXT NOT NULL,
    telephone  TEXT NOT NULL,
    email      TEXT NOT NULL,
    address    TEXT NOT NULL,
    good_for   TEXT NOT NULL,
    in_use     BOOLEAN NOT NULL,
    edition    INTEGER NOT NULL CHECK (edition > 0),
    written_by {uuid} NOT NULL REFERENCES people (id),
    written_at BIGINT NOT NULL
);

CREATE TABLE agreements (
    id          {uuid} PRIMARY KEY,
    agency_id   {uuid} NOT NULL REFERENCES agencies (id),
    name        TEXT NOT NULL,
    about       TEXT NOT NULL,
    search_key  TEXT NOT NULL,
    signed_on   TEXT NOT NULL,
    valid_from  TEXT NOT NULL,
    valid_until TEXT CHECK (valid_until >= valid_from),
    notice_days INTEGER NOT NULL CHECK (notice_days BETWEEN 0 AND 730),
    follows     {uuid} UNIQUE REFERENCES agreements (id) CHECK (follows <> id),
    ended_on    TEXT,
    ended_why   TEXT,
    reminded_at BIGINT,
    edition     INTEGER NOT NULL CHECK (edition > 0),
    written_by  {uuid} NOT NULL REFERENCES people (id),
    written_at  BIGINT NOT NULL,
    CHECK ((ended_on IS NULL) = (ended_why IS NULL))
);
CREATE INDEX agreements_agency ON agreements (agency_id);
CREATE INDEX agreements_to_remind ON agreements (valid_until)
    WHERE reminded_at IS NULL AND ended_on IS NULL;

CREATE TABLE coordination_entries (
    id         {uuid} PRIMARY KEY,
    held_on    TEXT NOT NULL,
    subject    TEXT NOT NULL,
    took_part  TEXT NOT NULL,
    discussed  TEXT NOT NULL,
    agreed     TEXT NOT NULL,
    search_key TEXT NOT NULL,
    edition    INTEGER NOT NULL CHECK (edition > 0),
    written_by {uuid} NOT NULL REFERENCES people (id),
    written_at BIGINT NOT NULL
);
CREATE INDEX coordination_entries_day ON coordination_entries (held_on);

CREATE TABLE coordination_agencies (
    entry_id  {uuid} NOT NULL REFERENCES coordination_entries (id),
    agency_id {uuid} NOT NULL REFERENCES agencies (id),
    PRIMARY KEY (entry_id, agency_id)
);
CREATE INDEX coordination_agencies_agency ON coordination_agencies (agency_id);

CREATE TABLE coordination_actions (
    id          {uuid} PRIMARY KEY,
    entry_id    {uuid} NOT NULL REFERENCES coordination_entries (id),
    what        TEXT NOT NULL,
    side        TEXT NOT NULL CHECK (side IN ('ward', 'manager')),
    who         TEXT NOT NULL,
    due_on      TEXT NOT NULL,
    done_on     TEXT,
    done_note   TEXT,
    reminded_at BIGINT,
    edition     INTEGER NOT NULL CHECK (edition > 0),
    written_by  {uuid} NOT NULL REFERENCES people (id),
    written_at  BIGINT NOT NULL,
    CHECK (done_on IS NOT NULL OR done_note IS NULL)
);
CREATE INDEX coordination_actions_entry ON coordination_actions (entry_id);
CREATE INDEX coordination_actions_open ON coordination_actions (due_on) WHERE done_on IS NULL;
";
