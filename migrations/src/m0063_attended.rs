//! What follows a lesson: certificates of completion (修了証) and when one is given, materials for those who
//! take part, reminders, and the asking afterwards.

use sea_orm_migration::prelude::*;

use crate::sql;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, CERTIFICATES).await?;
        sql(manager, MATERIALS).await?;
        sql(manager, LETTERS).await
    }
}

const CERTIFICATES: &str = "
CREATE TABLE certificate_rules (
    seminar_id {uuid} PRIMARY KEY REFERENCES seminars (id),
    lessons    INTEGER NOT NULL CHECK (lessons > 0),
    partial    BOOLEAN NOT NULL,
    set_by     {uuid} REFERENCES people (id),
    set_at     BIGINT NOT NULL
);
CREATE TABLE certificate_numbers (
    fiscal_year INTEGER PRIMARY KEY,
    last        INTEGER NOT NULL CHECK (last >= 0)
);
CREATE TABLE certificates (
    id           {uuid} PRIMARY KEY,
    enrolment_id {uuid} NOT NULL REFERENCES enrolments (id),
    fiscal_year  INTEGER NOT NULL,
    number       INTEGER NOT NULL CHECK (number > 0),
    name         TEXT NOT NULL,
    attended     INTEGER NOT NULL CHECK (attended > 0),
    lessons      INTEGER NOT NULL CHECK (lessons >= attended),
    issued_by    {uuid} REFERENCES people (id),
    issued_at    BIGINT NOT NULL,
    revoked_by   {uuid} REFERENCES people (id),
    revoked_at   BIGINT,
    why          TEXT NOT NULL,
    CONSTRAINT certificates_number UNIQUE (fiscal_year, number),
    CHECK (revoked_at IS NULL OR why <> '')
);
CREATE UNIQUE INDEX certificates_one ON certificates (enrolment_id) WHERE revoked_at IS NULL;
CREATE INDEX certificates_enrolment ON certificates (enrolment_id);
";

const MATERIALS: &str = "
CREATE TABLE seminar_materials (
    seminar_id {uuid} NOT NULL REFERENCES seminars (id),
    paper_id   {uuid} NOT NULL REFERENCES papers (id),
    added_by   {uuid} REFERENCES people (id),
    added_at   BIGINT NOT NULL,
    PRIMARY KEY (seminar_id, paper_id)
);
";

const LETTERS: &str = "
CREATE TABLE seminar_terms (
    valid_from   TEXT PRIMARY KEY,
    remind_hours INTEGER NOT NULL CHECK (remind_hours BETWEEN 0 AND 336),
    answer_days  INTEGER NOT NULL CHECK (answer_days BETWEEN 0 AND 90)
);
INSERT INTO seminar_terms VALUES ('2000-01-01', 24, 14);
CREATE TABLE lesson_reminders (
    lesson_id {uuid} NOT NULL REFERENCES lessons (id),
    starts_at BIGINT NOT NULL,
    sent_at   BIGINT NOT NULL,
    PRIMARY KEY (lesson_id, starts_at)
);
CREATE TABLE seminars_asked_about (
    seminar_id {uuid} PRIMARY KEY REFERENCES seminars (id),
    asked_at   BIGINT NOT NULL
);
";
