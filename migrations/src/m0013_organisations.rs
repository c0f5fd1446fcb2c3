//! Papers that were handed in; organisations, who acts for them, applications and registrations.

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
CREATE TABLE papers (
    id           {uuid} PRIMARY KEY,
    digest       TEXT NOT NULL CHECK (length(digest) = 64),
    name         TEXT NOT NULL CHECK (name <> ''),
    kind         TEXT NOT NULL CHECK (kind IN ('pdf', 'jpeg', 'png', 'heic', 'webp')),
    size         BIGINT NOT NULL CHECK (size > 0),
    handed_in_by {uuid} REFERENCES people (id),
    handed_in_at BIGINT NOT NULL
);
CREATE INDEX papers_by_digest ON papers (digest);

CREATE TABLE organisations (
    id                  {uuid} PRIMARY KEY,
    name                TEXT NOT NULL CHECK (name <> ''),
    kana                TEXT NOT NULL,
    party               TEXT NOT NULL CHECK (party IN ('business', 'group')),
    corporate_number    TEXT CHECK (length(corporate_number) = 13),
    registration_number TEXT CHECK (length(registration_number) = 14),
    postal_code         TEXT NOT NULL,
    address             TEXT NOT NULL,
    telephone           TEXT NOT NULL,
    founded_on          TEXT,
    search_key          TEXT NOT NULL,
    name_key            TEXT NOT NULL,
    kana_key            TEXT NOT NULL,
    place_key           TEXT NOT NULL,
    telephone_key       TEXT NOT NULL,
    created_at          BIGINT NOT NULL,
    registered_at       BIGINT,
    merged_into         {uuid} REFERENCES organisations (id)
);
CREATE UNIQUE INDEX organisations_corporate_number ON organisations (corporate_number)
    WHERE registered_at IS NOT NULL AND merged_into IS NULL;
CREATE INDEX organisations_by_search_key ON organisations (search_key, id);
CREATE INDEX organisations_by_name_key ON organisations (name_key);
CREATE INDEX organisations_by_kana_key ON organisations (kana_key);
CREATE INDEX organisations_by_place_key ON organisations (place_key);
CREATE INDEX organisations_by_merged_into ON organisations (merged_into);

CREATE TABLE representatives (
    organisation_id {uuid} NOT NULL REFERENCES organisations (id),
    person_id       {uuid} NOT NULL REFERENCES people (id),
    since           BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, person_id)
);
CREATE INDEX representatives_by_person ON representatives (person_id);

CREATE TABLE applications (
    id              {uuid} PRIMARY KEY,
    reference       TEXT NOT NULL UNIQUE,
    person_id       {uuid} NOT NULL REFERENCES people (id),
    organisation_id {uuid} REFERENCES organisations (id),
    details         TEXT NOT NULL,
    locality        TEXT NOT NULL CHECK (locality IN ('resident', 'ward_business', 'outside')),
    party           TEXT NOT NULL CHECK (party IN ('individual', 'business', 'group')),
    stage           TEXT NOT NULL CHECK (stage IN ('settled', 'before_founding', 'young')),
    words           TEXT NOT NULL,
    renewal         BOOLEAN NOT NULL,
    state           TEXT NOT NULL
                    CHECK (state IN ('submitted', 'returned', 'approved', 'refused', 'withdrawn')),
    answer          TEXT NOT NULL,
    version         INTEGER NOT NULL,
    submitted_at    BIGINT NOT NULL,
    reviewed_by     {uuid} REFERENCES people (id),
    reviewed_at     BIGINT,
    CHECK ((organisation_id IS NULL) = (party = 'individual'))
);
CREATE UNIQUE INDEX applications_open ON applications (COALESCE(organisation_id, person_id))
    WHERE state IN ('submitted', 'returned');
CREATE INDEX applications_by_state ON applications (state, submitted_at);
CREATE INDEX applications_by_person ON applications (person_id);
CREATE INDEX applications_by_organisation ON applications (organisation_id);

CREATE TABLE application_papers (
    application_id {uuid} NOT NULL REFERENCES applications (id),
    paper_id       {uuid} NOT NULL REFERENCES papers (id),
    PRIMARY KEY (application_id, paper_id)
);

CREATE TABLE registrations (
    id              {uuid} PRIMARY KEY,
    person_id       {uuid} REFERENCES people (id),
    organisation_id {uuid} REFERENCES organisations (id),
    application_id  {uuid} NOT NULL REFERENCES applications (id),
    locality        TEXT NOT NULL CHECK (locality IN ('resident', 'ward_business', 'outside')),
    party           TEXT NOT NULL CHECK (party IN ('individual', 'business', 'group')),
    stage           TEXT NOT NULL CHECK (stage IN ('settled', 'before_founding', 'young')),
    founded_on      TEXT,
    valid_from      TEXT NOT NULL,
    valid_until     TEXT NOT NULL,
    reviewed_by     {uuid} REFERENCES people (id),
    reviewed_at     BIGINT NOT NULL,
    reminded_days   INTEGER,
    CHECK ((person_id IS NULL) <> (organisation_id IS NULL)),
    CHECK (stage <> 'young' OR founded_on IS NOT NULL)
);
CREATE INDEX registrations_by_person ON registrations (person_id);
CREATE INDEX registrations_by_organisation ON registrations (organisation_id);
CREATE INDEX registrations_by_end ON registrations (valid_until);

CREATE TABLE registration_terms (
    valid_from TEXT PRIMARY KEY,
    months     INTEGER NOT NULL CHECK (months BETWEEN 1 AND 120)
);
INSERT INTO registration_terms (valid_from, months) VALUES ('2026-04-01', 24);
";
