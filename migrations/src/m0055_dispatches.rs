//! Dispatches (専門家派遣): who asked for an expert to come, how often that was approved, and what the
//! expert is paid. Visits (企業訪問): campaigns, whom they visit, and what was seen there.

use sea_orm_migration::prelude::*;

use crate::sql;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, DISPATCHES).await?;
        sql(manager, HONORARIA).await?;
        sql(manager, VISITS).await
    }
}

const DISPATCHES: &str = "
CREATE TABLE dispatch_terms (
    valid_from         TEXT PRIMARY KEY,
    most_per_applicant INTEGER NOT NULL CHECK (most_per_applicant BETWEEN 1 AND 100),
    most_per_theme     INTEGER NOT NULL CHECK (most_per_theme BETWEEN 1 AND 100),
    minutes            INTEGER NOT NULL CHECK (minutes BETWEEN 30 AND 480),
    source             TEXT NOT NULL,
    CHECK (most_per_theme <= most_per_applicant)
);
INSERT INTO dispatch_terms VALUES ('2000-01-01', 16, 8, 120,
    '1テーマ年8回まで：東京都中小企業振興公社の専門家派遣事業に準じる。年間の合計と1回の時間はセンターの定め。');

CREATE TABLE dispatches (
    id             {uuid} PRIMARY KEY,
    case_id        {uuid} NOT NULL REFERENCES cases (id),
    fiscal_year    INTEGER NOT NULL,
    field          TEXT NOT NULL,
    place          TEXT NOT NULL,
    wish           TEXT NOT NULL,
    times          INTEGER NOT NULL CHECK (times BETWEEN 1 AND 100),
    state          TEXT NOT NULL CHECK (state IN ('requested', 'approved', 'refused', 'withdrawn')),
    approved_times INTEGER CHECK (approved_times BETWEEN 1 AND times),
    used           INTEGER NOT NULL,
    reason         TEXT NOT NULL,
    note           TEXT NOT NULL,
    asked_at       BIGINT NOT NULL,
    asked_by       {uuid} REFERENCES people (id),
    decided_at     BIGINT,
    decided_by     {uuid} REFERENCES people (id),
    edition        INTEGER NOT NULL CHECK (edition > 0),
    CONSTRAINT dispatches_used_within CHECK (used BETWEEN 0 AND COALESCE(approved_times, 0)),
    CHECK (state <> 'approved' OR approved_times IS NOT NULL),
    CHECK ((decided_at IS NULL) = (decided_by IS NULL))
);
CREATE UNIQUE INDEX dispatches_asked_once ON dispatches (case_id, field) WHERE state = 'requested';
CREATE INDEX dispatches_case ON dispatches (case_id);
CREATE INDEX dispatches_asked ON dispatches (asked_at);

CREATE TABLE dispatch_meetings (
    meeting_id  {uuid} PRIMARY KEY REFERENCES meetings (id),
    dispatch_id {uuid} NOT NULL REFERENCES dispatches (id),
    counts      BOOLEAN NOT NULL
);
CREATE INDEX dispatch_meetings_dispatch ON dispatch_meetings (dispatch_id);
";

// What was finished before is paid at the rate that is agreed now: no other is known.
const HONORARIA: &str = "
CREATE TABLE honoraria (
    meeting_id  {uuid} PRIMARY KEY REFERENCES meetings (id),
    expert_id   {uuid} NOT NULL REFERENCES experts (id),
    dispatch_id {uuid} REFERENCES dispatches (id),
    starts_at   BIGINT NOT NULL,
    minutes     INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
    rate_yen    BIGINT NOT NULL CHECK (rate_yen BETWEEN 0 AND 1000000),
    kept_at     BIGINT NOT NULL
);
CREATE INDEX honoraria_start ON honoraria (starts_at);
CREATE INDEX honoraria_dispatch ON honoraria (dispatch_id);
INSERT INTO honoraria
SELECT meetings.id, experts.id, NULL, meetings.starts_at,
       (meetings.ends_at - meetings.starts_at) / 60000000, experts.honorarium_yen,
       meeting_records.finished_at
FROM meeting_records
JOIN meetings ON meetings.id = meeting_records.meeting_id
JOIN experts ON experts.id = meetings.expert_id
WHERE meeting_records.finished_at IS NOT NULL;
";

const VISITS: &str = "
CREATE TABLE visit_campaigns (
    id         {uuid} PRIMARY KEY,
    name       TEXT NOT NULL,
    purpose    TEXT NOT NULL,
    starts_on  TEXT NOT NULL,
    ends_on    TEXT NOT NULL,
    follows_id {uuid} REFERENCES visit_campaigns (id),
    runs_id    {uuid} NOT NULL REFERENCES people (id),
    edition    INTEGER NOT NULL CHECK (edition > 0),
    made_at    BIGINT NOT NULL,
    ward_sums  TEXT,
    CHECK (starts_on <= ends_on)
);

CREATE TABLE visit_targets (
    id          {uuid} PRIMARY KEY,
    campaign_id {uuid} NOT NULL REFERENCES visit_campaigns (id),
    position    INTEGER NOT NULL CHECK (position > 0),
    company     TEXT NOT NULL,
    address     TEXT NOT NULL,
    telephone   TEXT NOT NULL,
    note        TEXT NOT NULL,
    assignee_id {uuid} REFERENCES people (id),
    state       TEXT NOT NULL CHECK (state IN ('open', 'visited', 'absent', 'refused', 'moved')),
    next_on     TEXT,
    case_id     {uuid} REFERENCES cases (id),
    edition     INTEGER NOT NULL CHECK (edition > 0),
    CONSTRAINT visit_targets_once UNIQUE (campaign_id, company, address)
);
CREATE INDEX visit_targets_assignee ON visit_targets (assignee_id);

CREATE TABLE visit_sheets (
    id         {uuid} PRIMARY KEY,
    target_id  {uuid} NOT NULL REFERENCES visit_targets (id),
    visited_at BIGINT NOT NULL,
    result     TEXT NOT NULL CHECK (result IN ('visited', 'absent', 'refused', 'moved')),
    met        TEXT NOT NULL,
    situation  TEXT NOT NULL,
    wishes     TEXT NOT NULL,
    next_step  TEXT NOT NULL,
    next_on    TEXT,
    edition    INTEGER NOT NULL CHECK (edition > 0),
    written_by {uuid} NOT NULL REFERENCES people (id),
    written_at BIGINT NOT NULL
);
CREATE INDEX visit_sheets_target ON visit_sheets (target_id);

CREATE TABLE visit_needs (
    sheet_id {uuid} NOT NULL REFERENCES visit_sheets (id),
    field    TEXT NOT NULL,
    PRIMARY KEY (sheet_id, field)
);
";
