//! Rooms that are drawn (抽選): by which terms, the lottery of a month, who applies for which time, and
//! the days that are kept for it.

use sea_orm_migration::prelude::*;

use crate::{counts_for_catalogue, sql};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, KEPT).await?;
        counts_for_catalogue(manager, "withholdings").await?;
        sql(manager, TERMS).await?;
        sql(manager, LOTTERIES).await
    }
}

const KEPT: &str = "
CREATE TABLE withholdings (
    id          {uuid} PRIMARY KEY,
    space_id    {uuid} NOT NULL REFERENCES spaces (id),
    first_day   TEXT NOT NULL,
    last_day    TEXT,
    takes_from  BIGINT,
    takes_until BIGINT,
    CHECK (last_day IS NULL OR first_day <= last_day),
    CHECK ((takes_from IS NULL) = (takes_until IS NULL)),
    CHECK (takes_from < takes_until)
);
CREATE INDEX withholdings_space ON withholdings (space_id, first_day);
";

/// Days of a month are at most the 28th, so that every month has them.
const TERMS: &str = "
CREATE TABLE lottery_terms (
    id            {uuid} PRIMARY KEY,
    space_id      {uuid} NOT NULL REFERENCES spaces (id),
    first_month   TEXT NOT NULL,
    last_month    TEXT,
    months_before INTEGER NOT NULL CHECK (months_before BETWEEN 1 AND 12),
    from_day      INTEGER NOT NULL CHECK (from_day BETWEEN 1 AND 28),
    until_day     INTEGER NOT NULL CHECK (until_day BETWEEN from_day AND 28),
    most          INTEGER NOT NULL CHECK (most BETWEEN 1 AND 99),
    answer_days   INTEGER NOT NULL CHECK (answer_days BETWEEN 1 AND 60),
    source        TEXT NOT NULL,
    source_en     TEXT NOT NULL,
    made_by       {uuid} REFERENCES people (id),
    made_at       BIGINT NOT NULL,
    CONSTRAINT lottery_terms_once UNIQUE (space_id, first_month)
);

CREATE TABLE lottery_tiers (
    terms_id {uuid} NOT NULL REFERENCES lottery_terms (id),
    position INTEGER NOT NULL CHECK (position BETWEEN 1 AND 3),
    who      TEXT NOT NULL CHECK (who IN ('inside_groups', 'ward_businesses', 'inside', 'everyone')),
    PRIMARY KEY (terms_id, position)
);

CREATE TABLE lottery_bands (
    terms_id {uuid} NOT NULL REFERENCES lottery_terms (id),
    opens    INTEGER NOT NULL CHECK (opens >= 0),
    closes   INTEGER NOT NULL CHECK (closes <= 1440),
    PRIMARY KEY (terms_id, opens),
    CHECK (opens < closes)
);
";

/// A time that is drawn has a list of its own; one that cannot be drawn has the reason instead.
const LOTTERIES: &str = "
CREATE TABLE lotteries (
    id          {uuid} PRIMARY KEY,
    terms_id    {uuid} NOT NULL REFERENCES lottery_terms (id),
    space_id    {uuid} NOT NULL REFERENCES spaces (id),
    month       TEXT NOT NULL,
    takes_from  BIGINT NOT NULL,
    takes_until BIGINT NOT NULL,
    last_number BIGINT NOT NULL CHECK (last_number >= 0),
    promised_at BIGINT NOT NULL,
    frozen_at   BIGINT,
    drawn_at    BIGINT,
    drawn_by    {uuid} REFERENCES people (id),
    CONSTRAINT lotteries_once UNIQUE (space_id, month),
    CHECK (takes_from < takes_until),
    CHECK (drawn_at IS NULL OR frozen_at IS NOT NULL)
);
CREATE INDEX lotteries_open ON lotteries (takes_until) WHERE frozen_at IS NULL;

CREATE TABLE lottery_seeds (
    lottery_id {uuid} PRIMARY KEY REFERENCES lotteries (id),
    seed       TEXT NOT NULL
);

CREATE TABLE lottery_slots (
    lottery_id {uuid} NOT NULL REFERENCES lotteries (id),
    starts_at  BIGINT NOT NULL,
    ends_at    BIGINT NOT NULL,
    entries    TEXT,
    left_out   TEXT CHECK (left_out IN ('closed', 'taken')),
    PRIMARY KEY (lottery_id, starts_at),
    CHECK (starts_at < ends_at),
    CHECK ((entries IS NULL) <> (left_out IS NULL))
);

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
        'lost', 'left_out', 'not_given')),
    booking_id      {uuid} REFERENCES bookings (id),
    answer_by       BIGINT,
    made_at         BIGINT NOT NULL,
    ended_at        BIGINT,
    CONSTRAINT lottery_entries_number UNIQUE (lottery_id, number),
    CHECK (starts_at < ends_at),
    CHECK ((booking_id IS NOT NULL) = (state IN ('won', 'confirmed', 'lapsed')))
);
CREATE UNIQUE INDEX lottery_entries_person ON lottery_entries (lottery_id, starts_at, person_id)
    WHERE state = 'applied';
CREATE UNIQUE INDEX lottery_entries_organisation
    ON lottery_entries (lottery_id, starts_at, organisation_id)
    WHERE state = 'applied' AND organisation_id IS NOT NULL;
CREATE INDEX lottery_entries_own ON lottery_entries (person_id, made_at);
CREATE INDEX lottery_entries_due ON lottery_entries (answer_by) WHERE state = 'won';
";
