//! Surveys (アンケート): their questions in versions, who was asked about what, and the answers.

use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

use crate::{sql, sql_on};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, TABLES).await?;
        sql_on(DbBackend::Postgres, manager, ON_POSTGRES).await?;
        sql_on(DbBackend::Sqlite, manager, ON_SQLITE).await
    }
}

/// An answer is to a question of the very version that its person was asked.
const TABLES: &str = "
CREATE TABLE surveys (
    id           {uuid} PRIMARY KEY,
    code         TEXT NOT NULL UNIQUE,
    confidential BOOLEAN NOT NULL
);

CREATE TABLE survey_versions (
    id              {uuid} PRIMARY KEY,
    survey_id       {uuid} NOT NULL REFERENCES surveys (id),
    number          INTEGER NOT NULL CHECK (number > 0),
    title           TEXT NOT NULL,
    title_en        TEXT NOT NULL,
    introduction    TEXT NOT NULL,
    introduction_en TEXT NOT NULL,
    edition         INTEGER NOT NULL CHECK (edition > 0),
    written_by      {uuid} REFERENCES people (id),
    written_at      BIGINT NOT NULL,
    UNIQUE (survey_id, number),
    UNIQUE (survey_id, id)
);

CREATE TABLE survey_questions (
    version_id {uuid} NOT NULL REFERENCES survey_versions (id),
    number     INTEGER NOT NULL CHECK (number > 0),
    kind       TEXT NOT NULL CHECK (kind IN ('scale', 'choice', 'choices', 'yes_no', 'number', 'text')),
    text       TEXT NOT NULL,
    text_en    TEXT NOT NULL,
    options    TEXT NOT NULL,
    options_en TEXT NOT NULL,
    required   BOOLEAN NOT NULL,
    PRIMARY KEY (version_id, number),
    CHECK ((options <> '') = (kind IN ('choice', 'choices')))
);

CREATE TABLE survey_invitations (
    id           {uuid} PRIMARY KEY,
    survey_id    {uuid} NOT NULL,
    version_id   {uuid} NOT NULL,
    subject_kind TEXT NOT NULL,
    subject      {uuid} NOT NULL,
    person_id    {uuid} NOT NULL REFERENCES people (id),
    digest       {bytes} NOT NULL UNIQUE,
    sent_at      BIGINT NOT NULL,
    expires_at   BIGINT NOT NULL CHECK (expires_at > sent_at),
    edition      INTEGER NOT NULL CHECK (edition >= 0),
    answered_at  BIGINT,
    changed_at   BIGINT,
    UNIQUE (id, version_id),
    FOREIGN KEY (survey_id, version_id) REFERENCES survey_versions (survey_id, id),
    CHECK ((edition = 0) = (answered_at IS NULL)),
    CHECK (changed_at IS NULL OR answered_at IS NOT NULL)
);
CREATE INDEX survey_invitations_subject ON survey_invitations (subject, subject_kind);
CREATE INDEX survey_invitations_sent ON survey_invitations (survey_id, sent_at);
CREATE INDEX survey_invitations_closed ON survey_invitations (survey_id, expires_at);
CREATE INDEX survey_invitations_version ON survey_invitations (version_id);
CREATE INDEX survey_invitations_person ON survey_invitations (person_id);

CREATE TABLE survey_answers (
    invitation_id {uuid} NOT NULL,
    number        INTEGER NOT NULL,
    version_id    {uuid} NOT NULL,
    value         TEXT NOT NULL CHECK (value <> ''),
    PRIMARY KEY (invitation_id, number),
    FOREIGN KEY (invitation_id, version_id) REFERENCES survey_invitations (id, version_id),
    FOREIGN KEY (version_id, number) REFERENCES survey_questions (version_id, number)
);
";

/// Nobody is asked the same about the same while they can still answer.
const ON_POSTGRES: &str = "
ALTER TABLE survey_invitations ADD CONSTRAINT survey_invitations_no_overlap
    EXCLUDE USING gist (
        survey_id WITH =,
        subject_kind WITH =,
        subject WITH =,
        person_id WITH =,
        int8range(sent_at, expires_at) WITH &&
    );
";

const ON_SQLITE: &str = "
CREATE TRIGGER survey_invitations_no_overlap_on_insert BEFORE INSERT ON survey_invitations
BEGIN
    SELECT RAISE(ABORT, 'survey_invitations_no_overlap')
    WHERE EXISTS (
        SELECT 1 FROM survey_invitations
        WHERE survey_id = NEW.survey_id AND subject_kind = NEW.subject_kind
          AND subject = NEW.subject AND person_id = NEW.person_id
          AND sent_at < NEW.expires_at AND expires_at > NEW.sent_at
    );
END;
CREATE TRIGGER survey_invitations_no_overlap_on_update
BEFORE UPDATE OF survey_id, subject_kind, subject, person_id, sent_at, expires_at
ON survey_invitations
BEGIN
    SELECT RAISE(ABORT, 'survey_invitations_no_overlap')
    WHERE EXISTS (
        SELECT 1 FROM survey_invitations
        WHERE survey_id = NEW.survey_id AND subject_kind = NEW.subject_kind
          AND subject = NEW.subject AND person_id = NEW.person_id AND id <> NEW.id
          AND sent_at < NEW.expires_at AND expires_at > NEW.sent_at
    );
END;
";
