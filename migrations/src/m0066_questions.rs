//! What is asked of those who enrol in a seminar, and what they answered.

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
CREATE TABLE seminar_questions (
    seminar_id {uuid} NOT NULL REFERENCES seminars (id),
    number     INTEGER NOT NULL CHECK (number BETWEEN 1 AND 20),
    kind       TEXT NOT NULL CHECK (kind IN ('line', 'text', 'choice', 'choices', 'yes_no', 'number',
        'file', 'consent')),
    text       TEXT NOT NULL CHECK (text <> ''),
    text_en    TEXT NOT NULL,
    help       TEXT NOT NULL,
    help_en    TEXT NOT NULL,
    options    TEXT NOT NULL,
    options_en TEXT NOT NULL,
    required   BOOLEAN NOT NULL,
    least      BIGINT,
    most       BIGINT,
    on_number  INTEGER,
    on_answer  TEXT,
    PRIMARY KEY (seminar_id, number),
    CHECK ((kind IN ('choice', 'choices')) = (options <> '')),
    CHECK (kind <> 'consent' OR help <> ''),
    CHECK ((least IS NULL) = (most IS NULL)),
    CHECK (least <= most),
    CHECK ((on_number IS NULL) = (on_answer IS NULL)),
    CHECK (on_number < number),
    FOREIGN KEY (seminar_id, on_number) REFERENCES seminar_questions (seminar_id, number)
);

CREATE TABLE enrolment_answers (
    enrolment_id {uuid} NOT NULL REFERENCES enrolments (id),
    number       INTEGER NOT NULL,
    seminar_id   {uuid} NOT NULL,
    value        TEXT NOT NULL CHECK (value <> ''),
    paper_id     {uuid} REFERENCES papers (id),
    given_by     {uuid} REFERENCES people (id),
    given_at     BIGINT NOT NULL,
    PRIMARY KEY (enrolment_id, number),
    FOREIGN KEY (seminar_id, number) REFERENCES seminar_questions (seminar_id, number)
);
CREATE INDEX enrolment_answers_question ON enrolment_answers (seminar_id, number);
CREATE INDEX enrolment_answers_paper ON enrolment_answers (paper_id) WHERE paper_id IS NOT NULL;

CREATE TABLE erased_answers (
    enrolment_id {uuid} PRIMARY KEY REFERENCES enrolments (id),
    why          TEXT NOT NULL CHECK (why <> ''),
    erased_by    {uuid} REFERENCES people (id),
    erased_at    BIGINT NOT NULL
);
";
