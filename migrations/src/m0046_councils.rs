//! Councils (協議の場): their members and meetings, papers, minutes that are locked once confirmed, and
//! opinions with what became of them.

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
CREATE TABLE councils (
    id         {uuid} PRIMARY KEY,
    name       TEXT NOT NULL,
    name_key   TEXT NOT NULL UNIQUE,
    purpose    TEXT NOT NULL,
    edition    INTEGER NOT NULL CHECK (edition > 0),
    written_by {uuid} NOT NULL REFERENCES people (id),
    written_at BIGINT NOT NULL
);

CREATE TABLE council_members (
    id           {uuid} PRIMARY KEY,
    council_id   {uuid} NOT NULL REFERENCES councils (id),
    name         TEXT NOT NULL,
    organisation TEXT NOT NULL,
    seat         TEXT NOT NULL CHECK (seat IN ('chair', 'vice_chair', 'member', 'observer', 'secretariat')),
    valid_from   TEXT NOT NULL,
    valid_until  TEXT CHECK (valid_until >= valid_from),
    edition      INTEGER NOT NULL CHECK (edition > 0),
    written_by   {uuid} NOT NULL REFERENCES people (id),
    written_at   BIGINT NOT NULL
);
CREATE INDEX council_members_council ON council_members (council_id);

CREATE TABLE council_meetings (
    id           {uuid} PRIMARY KEY,
    council_id   {uuid} NOT NULL REFERENCES councils (id),
    number       INTEGER NOT NULL CHECK (number > 0),
    held_on      TEXT NOT NULL,
    starts_at    TEXT NOT NULL,
    ends_at      TEXT NOT NULL CHECK (ends_at > starts_at),
    place        TEXT NOT NULL,
    agenda       TEXT NOT NULL,
    minutes      TEXT NOT NULL,
    confirmed_at BIGINT,
    confirmed_by {uuid} REFERENCES people (id),
    edition      INTEGER NOT NULL CHECK (edition > 0),
    written_by   {uuid} NOT NULL REFERENCES people (id),
    written_at   BIGINT NOT NULL,
    UNIQUE (council_id, number),
    CHECK ((confirmed_at IS NULL) = (confirmed_by IS NULL)),
    CHECK (confirmed_at IS NULL OR minutes <> '')
);

CREATE TABLE council_papers (
    meeting_id {uuid} NOT NULL REFERENCES council_meetings (id),
    paper_id   {uuid} NOT NULL REFERENCES papers (id),
    PRIMARY KEY (meeting_id, paper_id)
);

CREATE TABLE council_corrections (
    meeting_id {uuid} NOT NULL REFERENCES council_meetings (id),
    number     INTEGER NOT NULL CHECK (number > 0),
    body       TEXT NOT NULL,
    written_by {uuid} NOT NULL REFERENCES people (id),
    written_at BIGINT NOT NULL,
    PRIMARY KEY (meeting_id, number)
);

CREATE TABLE council_opinions (
    id           {uuid} PRIMARY KEY,
    meeting_id   {uuid} NOT NULL REFERENCES council_meetings (id),
    said_by      TEXT NOT NULL,
    body         TEXT NOT NULL,
    about        TEXT NOT NULL,
    programme_id {uuid},
    search_key   TEXT NOT NULL,
    outcome      TEXT CHECK (outcome IN ('adopted', 'considering', 'not_adopted')),
    reply        TEXT,
    replied_on   TEXT,
    edition      INTEGER NOT NULL CHECK (edition > 0),
    written_by   {uuid} NOT NULL REFERENCES people (id),
    written_at   BIGINT NOT NULL,
    CHECK ((outcome IS NULL) = (reply IS NULL) AND (outcome IS NULL) = (replied_on IS NULL))
);
CREATE INDEX council_opinions_meeting ON council_opinions (meeting_id);
CREATE INDEX council_opinions_programme ON council_opinions (programme_id);
";
