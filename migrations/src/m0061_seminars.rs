//! Seminars (セミナー): their lessons, who enrolled in what order, and who came.

use sea_orm_migration::prelude::*;

use crate::sql;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, SEMINARS).await?;
        sql(manager, PEOPLE).await
    }
}

const SEMINARS: &str = "
CREATE TABLE seminars (
    id           {uuid} PRIMARY KEY,
    title        TEXT NOT NULL,
    title_en     TEXT NOT NULL,
    purpose      TEXT NOT NULL,
    contents     TEXT NOT NULL,
    contents_en  TEXT NOT NULL,
    audience     TEXT NOT NULL
        CHECK (audience IN ('anyone', 'resident', 'worker', 'business', 'founder')),
    way          TEXT NOT NULL CHECK (way IN ('first_come', 'draw', 'screening')),
    fee          TEXT NOT NULL,
    programme_id {uuid},
    programme    TEXT NOT NULL,
    here         INTEGER NOT NULL CHECK (here >= 0),
    online       INTEGER NOT NULL CHECK (online >= 0),
    taken_here   INTEGER NOT NULL CHECK (taken_here >= 0),
    taken_online INTEGER NOT NULL CHECK (taken_online >= 0),
    last_number  BIGINT NOT NULL CHECK (last_number >= 0),
    apply_from   BIGINT,
    apply_until  BIGINT,
    starts_at    BIGINT,
    ends_at      BIGINT,
    state        TEXT NOT NULL
        CHECK (state IN ('draft', 'review', 'published', 'reported', 'called_off')),
    why          TEXT NOT NULL,
    report       TEXT NOT NULL,
    copied_from  {uuid} REFERENCES seminars (id),
    edition      INTEGER NOT NULL CHECK (edition > 0),
    made_by      {uuid} REFERENCES people (id),
    made_at      BIGINT NOT NULL,
    submitted_by {uuid} REFERENCES people (id),
    published_by {uuid} REFERENCES people (id),
    published_at BIGINT,
    CONSTRAINT seminars_taken_here CHECK (taken_here <= here),
    CONSTRAINT seminars_taken_online CHECK (taken_online <= online),
    CHECK ((starts_at IS NULL) = (ends_at IS NULL)),
    CHECK (starts_at < ends_at),
    CHECK (apply_from < apply_until)
);
CREATE INDEX seminars_start ON seminars (starts_at);

CREATE TABLE lessons (
    id          {uuid} PRIMARY KEY,
    seminar_id  {uuid} NOT NULL REFERENCES seminars (id),
    title       TEXT NOT NULL,
    starts_at   BIGINT NOT NULL,
    ends_at     BIGINT NOT NULL,
    areas       TEXT NOT NULL,
    space_id    {uuid} REFERENCES spaces (id),
    hold_id     {uuid} CONSTRAINT lessons_hold_id_key UNIQUE REFERENCES holds (id),
    link        TEXT NOT NULL,
    lecturer_id {uuid} REFERENCES people (id),
    lecturer    TEXT NOT NULL,
    version     INTEGER NOT NULL CHECK (version > 0),
    CHECK (starts_at < ends_at)
);
CREATE INDEX lessons_seminar ON lessons (seminar_id, starts_at);
CREATE INDEX lessons_lecturer ON lessons (lecturer_id);
";

const PEOPLE: &str = "
CREATE TABLE enrolments (
    id         {uuid} PRIMARY KEY,
    seminar_id {uuid} NOT NULL REFERENCES seminars (id),
    person_id  {uuid} NOT NULL REFERENCES people (id),
    number     BIGINT NOT NULL CHECK (number > 0),
    turn       BIGINT NOT NULL CHECK (turn > 0),
    mode       TEXT NOT NULL CHECK (mode IN ('here', 'online')),
    state      TEXT NOT NULL CHECK (state IN ('enrolled', 'waiting', 'offered', 'declined',
        'lapsed', 'over', 'cancelled', 'called_off')),
    lapses     INTEGER NOT NULL CHECK (lapses >= 0),
    expires_at BIGINT,
    company    TEXT NOT NULL,
    needs      TEXT NOT NULL,
    made_by    {uuid} REFERENCES people (id),
    made_at    BIGINT NOT NULL,
    ended_at   BIGINT,
    CONSTRAINT enrolments_number UNIQUE (seminar_id, number),
    CHECK (state <> 'offered' OR expires_at IS NOT NULL)
);
CREATE UNIQUE INDEX enrolments_once ON enrolments (seminar_id, person_id)
    WHERE state IN ('enrolled', 'waiting', 'offered');
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
CREATE INDEX attendances_enrolment ON attendances (enrolment_id);
";
