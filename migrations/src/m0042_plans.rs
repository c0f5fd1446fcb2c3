//! Plans (計画): a ward's vision, its action plan, the manager's annual plan; in versions, each with its
//! programmes, their measures and schedule, the budget, and what the reviewer said.

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
CREATE TABLE plans (
    id         {uuid} PRIMARY KEY,
    kind       TEXT NOT NULL CHECK (kind IN ('vision', 'action', 'annual')),
    name       TEXT NOT NULL,
    first_year INTEGER NOT NULL CHECK (first_year BETWEEN 1990 AND 2200),
    last_year  INTEGER NOT NULL CHECK (last_year BETWEEN first_year AND 2200),
    based_on   {uuid} REFERENCES plans (id),
    CHECK (kind <> 'annual' OR first_year = last_year)
);
-- One year has one annual plan.
CREATE UNIQUE INDEX plans_annual_year ON plans (first_year) WHERE kind = 'annual';

CREATE TABLE plan_versions (
    id             {uuid} PRIMARY KEY,
    plan_id        {uuid} NOT NULL REFERENCES plans (id),
    number         INTEGER NOT NULL CHECK (number > 0),
    reason         TEXT NOT NULL,
    edition        INTEGER NOT NULL CHECK (edition > 0),
    budget_edition INTEGER NOT NULL CHECK (budget_edition > 0),
    written_by     {uuid} NOT NULL REFERENCES people (id),
    written_at     BIGINT NOT NULL,
    UNIQUE (plan_id, number)
);

CREATE TABLE programmes (
    version_id          {uuid} NOT NULL REFERENCES plan_versions (id),
    programme_id        {uuid} NOT NULL,
    number              INTEGER NOT NULL CHECK (number BETWEEN 1 AND 9999),
    goal                TEXT NOT NULL,
    strategy            TEXT NOT NULL,
    name                TEXT NOT NULL,
    summary             TEXT NOT NULL,
    owner_department    TEXT NOT NULL,
    related_departments TEXT NOT NULL,
    is_priority         BOOLEAN NOT NULL,
    is_new              BOOLEAN NOT NULL,
    horizon             TEXT CHECK (horizon IN ('short', 'medium', 'long')),
    stage               TEXT CHECK (stage IN ('planning', 'doing')),
    place               TEXT NOT NULL,
    ward_role           TEXT NOT NULL,
    manager_role        TEXT NOT NULL,
    policy_id           {uuid} REFERENCES policies (id),
    carried_from        {uuid},
    edition             INTEGER NOT NULL CHECK (edition > 0),
    written_by          {uuid} NOT NULL REFERENCES people (id),
    PRIMARY KEY (version_id, programme_id),
    UNIQUE (version_id, number)
);
CREATE INDEX programmes_lasting ON programmes (programme_id);

CREATE TABLE measures (
    version_id    {uuid} NOT NULL,
    measure_id    {uuid} NOT NULL,
    programme_id  {uuid} NOT NULL,
    position      INTEGER NOT NULL,
    kind          TEXT NOT NULL CHECK (kind IN ('cumulative', 'annual', 'recurring', 'milestone')),
    name          TEXT NOT NULL,
    unit          TEXT NOT NULL,
    baseline_year INTEGER,
    baseline      BIGINT,
    target_year   INTEGER NOT NULL,
    target        BIGINT,
    every_years   INTEGER NOT NULL CHECK (every_years BETWEEN 1 AND 20),
    PRIMARY KEY (version_id, measure_id),
    FOREIGN KEY (version_id, programme_id) REFERENCES programmes (version_id, programme_id) ON DELETE CASCADE,
    CHECK ((target IS NULL) = (kind = 'milestone')),
    CHECK ((baseline IS NULL) = (baseline_year IS NULL))
);
CREATE INDEX measures_programme ON measures (version_id, programme_id);

CREATE TABLE activities (
    version_id   {uuid} NOT NULL,
    programme_id {uuid} NOT NULL,
    position     INTEGER NOT NULL,
    name         TEXT NOT NULL,
    first_month  TEXT NOT NULL,
    last_month   TEXT NOT NULL CHECK (last_month >= first_month),
    PRIMARY KEY (version_id, programme_id, position),
    FOREIGN KEY (version_id, programme_id) REFERENCES programmes (version_id, programme_id) ON DELETE CASCADE
);

CREATE TABLE budget_lines (
    version_id   {uuid} NOT NULL REFERENCES plan_versions (id),
    position     INTEGER NOT NULL,
    side         TEXT NOT NULL CHECK (side IN ('income', 'expenditure')),
    programme_id {uuid},
    item         TEXT NOT NULL,
    yen          BIGINT NOT NULL CHECK (yen >= 0),
    note         TEXT NOT NULL,
    PRIMARY KEY (version_id, position)
);

CREATE TABLE review_comments (
    id           {uuid} PRIMARY KEY,
    version_id   {uuid} NOT NULL REFERENCES plan_versions (id),
    programme_id {uuid},
    body         TEXT NOT NULL,
    written_by   {uuid} NOT NULL REFERENCES people (id),
    written_at   BIGINT NOT NULL
);
CREATE INDEX review_comments_version ON review_comments (version_id);
";
