//! What becomes of an entry that was won: given back, or not given and why; of a lottery: drawn by itself
//! after some days, or called off; who was reminded to answer.

use sea_orm_migration::prelude::*;

use crate::sql;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, LOTTERIES).await?;
        sql(manager, SLOTS).await?;
        sql(manager, ENTRIES).await
    }
}

/// A lottery is drawn by itself three days after its lists are frozen, unless the terms say otherwise.
const LOTTERIES: &str = "
ALTER TABLE lottery_terms ADD COLUMN draw_days INTEGER NOT NULL DEFAULT 3
    CHECK (draw_days BETWEEN 1 AND 14);
ALTER TABLE lotteries ADD COLUMN called_off_at BIGINT;
ALTER TABLE lotteries ADD COLUMN called_off_by {uuid} REFERENCES people (id);
ALTER TABLE lotteries ADD COLUMN called_off_why TEXT
    CHECK ((called_off_why IS NULL) = (called_off_at IS NULL));
";

/// Neither database changes a check without its name: the table is made again, and nothing refers to it.
const SLOTS: &str = "
CREATE TABLE lottery_slots_before AS SELECT * FROM lottery_slots;
DROP TABLE lottery_slots;
CREATE TABLE lottery_slots (
    lottery_id {uuid} NOT NULL REFERENCES lotteries (id),
    starts_at  BIGINT NOT NULL,
    ends_at    BIGINT NOT NULL,
    entries    TEXT,
    left_out   TEXT CHECK (left_out IN ('closed', 'taken', 'too_soon')),
    PRIMARY KEY (lottery_id, starts_at),
    CHECK (starts_at < ends_at),
    CHECK ((entries IS NULL) <> (left_out IS NULL))
);
INSERT INTO lottery_slots (lottery_id, starts_at, ends_at, entries, left_out)
SELECT lottery_id, starts_at, ends_at, entries, left_out FROM lottery_slots_before;
DROP TABLE lottery_slots_before;
";

/// Why something was not given is unknown of the entries that are there.
const ENTRIES: &str = "
CREATE TABLE lottery_entries_before AS SELECT * FROM lottery_entries;
DROP TABLE lottery_entries;
CREATE TABLE lottery_entries (
    id              {uuid} PRIMARY KEY,
    lottery_id      {uuid} NOT NULL REFERENCES lotteries (id),
    number          BIGINT NOT NULL CHECK (number > 0),
    person_id       {uuid} NOT NULL REFERENCES people (id),
    organisation_id {uuid} REFERENCES organisations (id),
    made_by         {uuid} REFERENCES people (id),
    starts_at       BIGINT NOT NULL,
    ends_at         BIGINT NOT NULL,
    purpose         TEXT NOT NULL,
    attendees       INTEGER NOT NULL CHECK (attendees > 0),
    tier            INTEGER NOT NULL CHECK (tier BETWEEN 1 AND 3),
    state           TEXT NOT NULL CHECK (state IN ('applied', 'withdrawn', 'won', 'confirmed', 'lapsed',
        'given_back', 'lost', 'left_out', 'not_given', 'called_off')),
    why             TEXT CHECK (why IN ('closed', 'taken', 'quota', 'restricted', 'nobody', 'past', 'rule')),
    booking_id      {uuid} REFERENCES bookings (id),
    answer_by       BIGINT,
    reminded_at     BIGINT,
    made_at         BIGINT NOT NULL,
    ended_at        BIGINT,
    CONSTRAINT lottery_entries_number UNIQUE (lottery_id, number),
    CHECK (starts_at < ends_at),
    CHECK (why IS NULL OR state = 'not_given'),
    CHECK ((booking_id IS NOT NULL) = (state IN ('won', 'confirmed', 'lapsed', 'given_back')))
);
INSERT INTO lottery_entries (id, lottery_id, number, person_id, organisation_id, made_by, starts_at, ends_at,
    purpose, attendees, tier, state, booking_id, answer_by, made_at, ended_at)
SELECT id, lottery_id, number, person_id, organisation_id, made_by, starts_at, ends_at,
    purpose, attendees, tier, state, booking_id, answer_by, made_at, ended_at FROM lottery_entries_before;
DROP TABLE lottery_entries_before;
CREATE UNIQUE INDEX lottery_entries_person ON lottery_entries (lottery_id, starts_at, person_id)
    WHERE state = 'applied';
CREATE UNIQUE INDEX lottery_entries_organisation
    ON lottery_entries (lottery_id, starts_at, organisation_id)
    WHERE state = 'applied' AND organisation_id IS NOT NULL;
CREATE INDEX lottery_entries_own ON lottery_entries (person_id, made_at);
CREATE INDEX lottery_entries_as ON lottery_entries (organisation_id, made_at)
    WHERE organisation_id IS NOT NULL;
CREATE INDEX lottery_entries_due ON lottery_entries (answer_by) WHERE state = 'won';
";
