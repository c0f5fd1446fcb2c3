//! Places that are drawn or given after a look at each application; people whom a company enrols by name;
//! guests who have not opened their letter yet.

use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

use crate::{sql, sql_on};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql_on(DbBackend::Postgres, manager, ENROLMENTS).await?;
        sql_on(DbBackend::Sqlite, manager, ENROLMENTS_AGAIN).await?;
        sql(manager, TABLES).await
    }
}

const ENROLMENTS: &str = "
ALTER TABLE enrolments ADD COLUMN attendee TEXT NOT NULL DEFAULT '';
ALTER TABLE enrolments ADD COLUMN attendee_kana TEXT NOT NULL DEFAULT '';
ALTER TABLE enrolments ADD COLUMN words TEXT NOT NULL DEFAULT '';
ALTER TABLE enrolments DROP CONSTRAINT enrolments_state_check;
ALTER TABLE enrolments ADD CONSTRAINT enrolments_state_check CHECK (state IN ('applied', 'enrolled',
    'waiting', 'offered', 'declined', 'passed_over', 'lapsed', 'over', 'cancelled', 'called_off'));
DROP INDEX enrolments_once;
CREATE UNIQUE INDEX enrolments_once ON enrolments (seminar_id, person_id, attendee)
    WHERE state IN ('applied', 'enrolled', 'waiting', 'offered');
";

/// SQLite changes no check of a table that is there; who came refers to it, and moves with it.
const ENROLMENTS_AGAIN: &str = "
CREATE TABLE attendances_before AS SELECT * FROM attendances;
DROP TABLE attendances;
ALTER TABLE enrolments RENAME TO enrolments_before;
CREATE TABLE enrolments (
    id            {uuid} PRIMARY KEY,
    seminar_id    {uuid} NOT NULL REFERENCES seminars (id),
    person_id     {uuid} NOT NULL REFERENCES people (id),
    number        BIGINT NOT NULL CHECK (number > 0),
    turn          BIGINT NOT NULL CHECK (turn > 0),
    mode          TEXT NOT NULL CHECK (mode IN ('here', 'online')),
    state         TEXT NOT NULL CHECK (state IN ('applied', 'enrolled', 'waiting', 'offered', 'declined',
        'passed_over', 'lapsed', 'over', 'cancelled', 'called_off')),
    lapses        INTEGER NOT NULL CHECK (lapses >= 0),
    expires_at    BIGINT,
    company       TEXT NOT NULL,
    needs         TEXT NOT NULL,
    made_by       {uuid} REFERENCES people (id),
    made_at       BIGINT NOT NULL,
    ended_at      BIGINT,
    attendee      TEXT NOT NULL DEFAULT '',
    attendee_kana TEXT NOT NULL DEFAULT '',
    words         TEXT NOT NULL DEFAULT '',
    CONSTRAINT enrolments_number UNIQUE (seminar_id, number),
    CHECK (state <> 'offered' OR expires_at IS NOT NULL)
);
INSERT INTO enrolments (id, seminar_id, person_id, number, turn, mode, state, lapses, expires_at, company,
    needs, made_by, made_at, ended_at)
SELECT id, seminar_id, person_id, number, turn, mode, state, lapses, expires_at, company,
    needs, made_by, made_at, ended_at FROM enrolments_before;
DROP TABLE enrolments_before;
CREATE UNIQUE INDEX enrolments_once ON enrolments (seminar_id, person_id, attendee)
    WHERE state IN ('applied', 'enrolled', 'waiting', 'offered');
CREATE INDEX enrolments_line ON enrolments (seminar_id, mode, turn)
    WHERE state IN ('waiting', 'offered');
CREATE INDEX enrolments_offered ON enrolments (expires_at) WHERE state = 'offered';
CREATE INDEX enrolments_person ON enrolments (person_id);
CREATE TABLE attendances (
    lesson_id    {uuid} NOT NULL REFERENCES lessons (id),
    enrolment_id {uuid} NOT NULL REFERENCES enrolments (id),
    state        TEXT NOT NULL CHECK (state IN ('present', 'late', 'left_early', 'online', 'absent')),
    marked_by    {uuid} REFERENCES people (id),
    marked_at    BIGINT NOT NULL,
    PRIMARY KEY (lesson_id, enrolment_id)
);
INSERT INTO attendances SELECT lesson_id, enrolment_id, state, marked_by, marked_at
    FROM attendances_before;
DROP TABLE attendances_before;
CREATE INDEX attendances_enrolment ON attendances (enrolment_id);
";

const TABLES: &str = "
CREATE TABLE seminar_draws (
    seminar_id    {uuid} NOT NULL REFERENCES seminars (id),
    mode          TEXT NOT NULL CHECK (mode IN ('here', 'online')),
    seed          TEXT NOT NULL,
    promised_at   BIGINT NOT NULL,
    entries       TEXT,
    frozen_at     BIGINT,
    confirm_until BIGINT,
    drawn_by      {uuid} REFERENCES people (id),
    drawn_at      BIGINT,
    PRIMARY KEY (seminar_id, mode),
    CHECK ((entries IS NULL) = (frozen_at IS NULL)),
    CHECK ((confirm_until IS NULL) = (drawn_at IS NULL)),
    CHECK (drawn_at IS NULL OR frozen_at IS NOT NULL)
);
CREATE INDEX seminar_draws_open ON seminar_draws (seminar_id) WHERE frozen_at IS NULL;

CREATE TABLE guest_enrolments (
    id         {uuid} PRIMARY KEY,
    link_id    {uuid} NOT NULL UNIQUE REFERENCES guest_links (id) ON DELETE CASCADE,
    seminar_id {uuid} NOT NULL REFERENCES seminars (id),
    wish       TEXT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX guest_enrolments_by_age ON guest_enrolments (expires_at);
";
