//! The rules of booking as dated rows, absences and the days that excuse them, and as whom one books.

use sea_orm_migration::prelude::*;

use crate::{counts_for_catalogue, sql};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, TABLES).await?;
        sql(manager, MOVED).await?;
        counts_for_catalogue(manager, "booking_rules").await?;
        Ok(())
    }
}

const TABLES: &str = "
CREATE TABLE booking_rules (
    id            {uuid} PRIMARY KEY,
    kind          TEXT NOT NULL
        CHECK (kind IN ('window', 'notice', 'quota', 'no_show', 'run', 'approval')),
    space_id      {uuid} REFERENCES spaces (id),
    locality      TEXT CHECK (locality IN ('resident', 'ward_business', 'outside')),
    party         TEXT CHECK (party IN ('individual', 'business', 'group')),
    stage         TEXT CHECK (stage IN ('settled', 'before_founding', 'young')),
    counted_by    TEXT CHECK (counted_by IN
        ('first_of_month', 'months', 'days', 'minutes', 'bookings', 'hours')),
    amount        INTEGER CHECK (amount >= 0),
    clock         INTEGER CHECK (clock BETWEEN 0 AND 1440),
    period        TEXT CHECK (period IN ('standing', 'day', 'week', 'month')),
    within_months INTEGER CHECK (within_months > 0),
    for_months    INTEGER CHECK (for_months > 0),
    late_days     INTEGER CHECK (late_days > 0),
    source        TEXT NOT NULL CHECK (source <> ''),
    source_en     TEXT NOT NULL,
    valid_from    TEXT NOT NULL,
    valid_until   TEXT,
    made_by       {uuid} REFERENCES people (id),
    made_at       BIGINT NOT NULL,
    CHECK ((kind IN ('window', 'notice', 'quota')) = (counted_by IS NOT NULL)),
    CHECK (kind <> 'window' OR (counted_by IN ('first_of_month', 'months', 'days')
                                AND clock IS NOT NULL)),
    CHECK (kind <> 'notice' OR (counted_by = 'days' AND clock IS NOT NULL)
                            OR (counted_by = 'minutes' AND clock IS NULL)),
    CHECK ((kind = 'quota') = (period IS NOT NULL)),
    CHECK (kind <> 'quota' OR counted_by IN ('bookings', 'hours')),
    CHECK ((kind = 'no_show') = (within_months IS NOT NULL AND for_months IS NOT NULL)),
    CHECK (kind = 'no_show' OR late_days IS NULL),
    CHECK ((kind = 'approval') = (amount IS NULL))
);

CREATE TABLE absences (
    booking_id      {uuid} PRIMARY KEY REFERENCES bookings (id),
    person_id       {uuid} NOT NULL REFERENCES people (id),
    organisation_id {uuid},
    space_id        {uuid} NOT NULL REFERENCES spaces (id),
    on_date         TEXT NOT NULL,
    asked_on        TEXT,
    made_by         {uuid} REFERENCES people (id),
    made_at         BIGINT NOT NULL
);
CREATE INDEX absences_by_person ON absences (person_id);
CREATE INDEX absences_by_organisation ON absences (organisation_id);

CREATE TABLE weather_warnings (
    id      {uuid} PRIMARY KEY,
    on_date TEXT NOT NULL UNIQUE,
    warning TEXT NOT NULL CHECK (warning <> ''),
    made_by {uuid} REFERENCES people (id),
    made_at BIGINT NOT NULL
);

CREATE TABLE booking_waivers (
    booking_id {uuid} PRIMARY KEY REFERENCES bookings (id),
    reason     TEXT,
    given_by   {uuid} REFERENCES people (id),
    given_at   BIGINT NOT NULL
);

ALTER TABLE bookings ADD COLUMN organisation_id {uuid};
CREATE INDEX bookings_by_organisation ON bookings (organisation_id, starts_at);
";

/// How far ahead each space could be booked becomes a rule: one for all of them where they agree,
/// else one each, under the id of the space, which no rule has.
const MOVED: &str = "
INSERT INTO booking_rules
    (id, kind, space_id, counted_by, amount, clock, source, source_en, valid_from, made_at)
SELECT id, 'window', CASE WHEN several THEN id END, 'days', advance_days, 0,
       '利用のきまり', 'Rules of use', '2000-01-01', 0
FROM (SELECT id, advance_days,
             (SELECT COUNT(DISTINCT advance_days) FROM spaces) > 1 AS several,
             ROW_NUMBER() OVER (ORDER BY position, id) AS number
      FROM spaces) AS all_spaces
WHERE several OR number = 1;
ALTER TABLE spaces DROP COLUMN advance_days;
";
