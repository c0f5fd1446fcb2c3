//! Consultations (専門家相談): experts and their hours, cases, meetings, what was said in them, what follows.

use sea_orm_migration::prelude::*;

use crate::sql;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, EXPERTS).await?;
        sql(manager, CASES).await?;
        sql(manager, RECORDS).await
    }
}

const EXPERTS: &str = "
CREATE TABLE person_resources (
    person_id   {uuid} PRIMARY KEY REFERENCES people (id),
    resource_id {uuid} NOT NULL UNIQUE REFERENCES resources (id)
);

CREATE TABLE experts (
    id              {uuid} PRIMARY KEY,
    person_id       {uuid} NOT NULL CONSTRAINT experts_person_id_key UNIQUE REFERENCES people (id),
    resource_id     {uuid} NOT NULL REFERENCES resources (id),
    qualifications  TEXT NOT NULL,
    introduction    TEXT NOT NULL,
    introduction_en TEXT NOT NULL,
    languages       TEXT NOT NULL,
    shown           BOOLEAN NOT NULL,
    caseload        INTEGER NOT NULL CHECK (caseload BETWEEN 1 AND 500),
    honorarium_yen  BIGINT NOT NULL CHECK (honorarium_yen BETWEEN 0 AND 1000000),
    signed_on       TEXT,
    conflicts       TEXT NOT NULL,
    leaves_on       TEXT,
    edition         INTEGER NOT NULL CHECK (edition > 0),
    written_by      {uuid} NOT NULL REFERENCES people (id),
    written_at      BIGINT NOT NULL
);

CREATE TABLE expert_fields (
    expert_id {uuid} NOT NULL REFERENCES experts (id),
    field     TEXT NOT NULL,
    PRIMARY KEY (expert_id, field)
);

CREATE TABLE expert_hours (
    id           {uuid} PRIMARY KEY,
    expert_id    {uuid} NOT NULL REFERENCES experts (id),
    weekday      INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    from_minute  INTEGER NOT NULL CHECK (from_minute >= 0),
    until_minute INTEGER NOT NULL CHECK (until_minute <= 1440),
    modes        TEXT NOT NULL,
    valid_from   TEXT NOT NULL,
    valid_until  TEXT CHECK (valid_until >= valid_from),
    CHECK (from_minute < until_minute)
);
CREATE INDEX expert_hours_expert ON expert_hours (expert_id);

CREATE TABLE expert_days (
    id           {uuid} PRIMARY KEY,
    expert_id    {uuid} NOT NULL REFERENCES experts (id),
    day          TEXT NOT NULL,
    from_minute  INTEGER NOT NULL CHECK (from_minute >= 0),
    until_minute INTEGER NOT NULL CHECK (until_minute <= 1440),
    works        BOOLEAN NOT NULL,
    modes        TEXT NOT NULL,
    CHECK (from_minute < until_minute)
);
CREATE INDEX expert_days_day ON expert_days (day);

CREATE TABLE consultation_rooms (
    space_id {uuid} PRIMARY KEY REFERENCES spaces (id)
);

CREATE TABLE consultation_terms (
    valid_from       TEXT PRIMARY KEY,
    meeting_minutes  INTEGER NOT NULL CHECK (meeting_minutes BETWEEN 15 AND 480),
    notice_hours     INTEGER NOT NULL CHECK (notice_hours BETWEEN 0 AND 720),
    days_ahead       INTEGER NOT NULL CHECK (days_ahead BETWEEN 1 AND 365),
    triage_days      INTEGER NOT NULL CHECK (triage_days BETWEEN 1 AND 60),
    first_reminder   INTEGER NOT NULL CHECK (first_reminder BETWEEN 0 AND 30),
    second_reminder  INTEGER NOT NULL CHECK (second_reminder BETWEEN 0 AND 30),
    follow_up_months TEXT NOT NULL,
    retention_years  INTEGER NOT NULL CHECK (retention_years BETWEEN 1 AND 30)
);
CREATE TABLE enterprise_limits (
    valid_from      TEXT NOT NULL,
    industry        TEXT NOT NULL,
    capital_yen     BIGINT NOT NULL,
    employees       INTEGER NOT NULL,
    small_employees INTEGER NOT NULL,
    PRIMARY KEY (valid_from, industry)
);
-- 中小企業基本法 第2条第1項・第5項 (since 1999-12-03)
INSERT INTO enterprise_limits VALUES
    ('1999-12-03', 'manufacturing', 300000000, 300, 20),
    ('1999-12-03', 'construction', 300000000, 300, 20),
    ('1999-12-03', 'transport', 300000000, 300, 20),
    ('1999-12-03', 'wholesale', 100000000, 100, 5),
    ('1999-12-03', 'retail', 50000000, 50, 5),
    ('1999-12-03', 'services', 50000000, 100, 5),
    ('1999-12-03', 'other', 300000000, 300, 20);
INSERT INTO consultation_terms VALUES ('2000-01-01', 60, 24, 56, 3, 3, 1, '1,3,6', 5);
";

const CASES: &str = "
CREATE TABLE cases (
    id              {uuid} PRIMARY KEY,
    reference       TEXT NOT NULL CONSTRAINT cases_reference_key UNIQUE,
    person_id       {uuid} NOT NULL REFERENCES people (id),
    organisation_id {uuid} REFERENCES organisations (id),
    company         TEXT NOT NULL,
    stage           TEXT NOT NULL CHECK (stage IN ('thinking', 'preparing', 'young', 'company', 'other')),
    industry        TEXT NOT NULL CHECK (industry IN ('manufacturing', 'construction', 'transport',
        'wholesale', 'retail', 'services', 'other')),
    employees       INTEGER CHECK (employees >= 0),
    capital_yen     BIGINT CHECK (capital_yen >= 0),
    in_ward         BOOLEAN NOT NULL,
    about           TEXT NOT NULL,
    mode            TEXT NOT NULL CHECK (mode IN ('centre', 'online', 'visit', 'telephone')),
    times           TEXT NOT NULL,
    lang            TEXT NOT NULL,
    urgent          BOOLEAN NOT NULL,
    need_to_know    BOOLEAN NOT NULL,
    state           TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'closed')),
    outcome         TEXT CHECK (outcome IN ('solved', 'continued', 'referred', 'withdrawn', 'unreachable')),
    closing_note    TEXT,
    lead_id         {uuid} REFERENCES people (id),
    due_on          TEXT NOT NULL,
    asked_at        BIGINT NOT NULL,
    asked_by        {uuid} REFERENCES people (id),
    assigned_at     BIGINT,
    closed_at       BIGINT,
    edition         INTEGER NOT NULL CHECK (edition > 0),
    CHECK ((state = 'closed') = (outcome IS NOT NULL)),
    CHECK ((state = 'closed') = (closed_at IS NOT NULL))
);
CREATE INDEX cases_person ON cases (person_id);
CREATE INDEX cases_asked ON cases (asked_at);
CREATE INDEX cases_open ON cases (state) WHERE state <> 'closed';
CREATE INDEX cases_lead ON cases (lead_id);

CREATE TABLE case_fields (
    case_id {uuid} NOT NULL REFERENCES cases (id),
    field   TEXT NOT NULL,
    PRIMARY KEY (case_id, field)
);

CREATE TABLE case_experts (
    id          {uuid} PRIMARY KEY,
    case_id     {uuid} NOT NULL REFERENCES cases (id),
    expert_id   {uuid} NOT NULL REFERENCES experts (id),
    assigned_at BIGINT NOT NULL,
    assigned_by {uuid} REFERENCES people (id),
    ended_at    BIGINT,
    ended_why   TEXT,
    CHECK ((ended_at IS NULL) = (ended_why IS NULL))
);
CREATE UNIQUE INDEX case_experts_once ON case_experts (case_id, expert_id) WHERE ended_at IS NULL;
CREATE INDEX case_experts_expert ON case_experts (expert_id) WHERE ended_at IS NULL;

CREATE TABLE meetings (
    id          {uuid} PRIMARY KEY,
    case_id     {uuid} NOT NULL REFERENCES cases (id),
    expert_id   {uuid} NOT NULL REFERENCES experts (id),
    hold_id     {uuid} NOT NULL CONSTRAINT meetings_hold_id_key UNIQUE REFERENCES holds (id),
    mode        TEXT NOT NULL CHECK (mode IN ('centre', 'online', 'visit', 'telephone')),
    space_id    {uuid} REFERENCES spaces (id),
    starts_at   BIGINT NOT NULL,
    ends_at     BIGINT NOT NULL,
    link        TEXT NOT NULL,
    arrived_at  BIGINT,
    absent      BOOLEAN NOT NULL,
    reminded    INTEGER NOT NULL,
    version     INTEGER NOT NULL CHECK (version > 0),
    made_at     BIGINT NOT NULL,
    made_by     {uuid} REFERENCES people (id),
    CHECK (starts_at < ends_at),
    CHECK (arrived_at IS NULL OR NOT absent)
);
CREATE INDEX meetings_case ON meetings (case_id);
CREATE INDEX meetings_expert ON meetings (expert_id, starts_at);
CREATE INDEX meetings_start ON meetings (starts_at);
";

const RECORDS: &str = "
CREATE TABLE meeting_records (
    meeting_id          {uuid} PRIMARY KEY REFERENCES meetings (id),
    contact_minutes     INTEGER NOT NULL CHECK (contact_minutes BETWEEN 0 AND 1440),
    preparation_minutes INTEGER NOT NULL CHECK (preparation_minutes BETWEEN 0 AND 10080),
    said                TEXT NOT NULL,
    advice              TEXT NOT NULL,
    finished_at         BIGINT,
    edition             INTEGER NOT NULL CHECK (edition > 0),
    written_by          {uuid} NOT NULL REFERENCES people (id),
    written_at          BIGINT NOT NULL
);

CREATE TABLE meeting_fields (
    meeting_id {uuid} NOT NULL REFERENCES meetings (id),
    field      TEXT NOT NULL,
    PRIMARY KEY (meeting_id, field)
);

CREATE TABLE record_corrections (
    id         {uuid} PRIMARY KEY,
    meeting_id {uuid} NOT NULL REFERENCES meetings (id),
    correction TEXT NOT NULL,
    written_by {uuid} NOT NULL REFERENCES people (id),
    written_at BIGINT NOT NULL
);
CREATE INDEX record_corrections_meeting ON record_corrections (meeting_id);

CREATE TABLE case_sheets (
    case_id    {uuid} PRIMARY KEY REFERENCES cases (id),
    strengths  TEXT NOT NULL,
    problems   TEXT NOT NULL,
    plan       TEXT NOT NULL,
    edition    INTEGER NOT NULL CHECK (edition > 0),
    written_by {uuid} NOT NULL REFERENCES people (id),
    written_at BIGINT NOT NULL
);

CREATE TABLE case_actions (
    id         {uuid} PRIMARY KEY,
    case_id    {uuid} NOT NULL REFERENCES cases (id),
    what       TEXT NOT NULL,
    owner      TEXT NOT NULL CHECK (owner IN ('client', 'expert', 'centre')),
    due_on     TEXT NOT NULL,
    done_on    TEXT,
    edition    INTEGER NOT NULL CHECK (edition > 0),
    written_by {uuid} NOT NULL REFERENCES people (id),
    written_at BIGINT NOT NULL
);
CREATE INDEX case_actions_case ON case_actions (case_id);

CREATE TABLE follow_ups (
    id            {uuid} PRIMARY KEY,
    case_id       {uuid} NOT NULL REFERENCES cases (id),
    months        INTEGER NOT NULL CHECK (months BETWEEN 1 AND 60),
    due_on        TEXT NOT NULL,
    sent_at       BIGINT,
    done_at       BIGINT,
    done_by       {uuid} REFERENCES people (id),
    note          TEXT NOT NULL,
    CONSTRAINT follow_ups_case_id_months_key UNIQUE (case_id, months)
);
CREATE INDEX follow_ups_to_send ON follow_ups (due_on) WHERE sent_at IS NULL;

CREATE TABLE case_accesses (
    id        {uuid} PRIMARY KEY,
    case_id   {uuid} NOT NULL REFERENCES cases (id),
    person_id {uuid} NOT NULL REFERENCES people (id),
    at        BIGINT NOT NULL,
    why       TEXT,
    until     BIGINT,
    CHECK ((why IS NULL) = (until IS NULL))
);
CREATE INDEX case_accesses_case ON case_accesses (case_id, at);
CREATE INDEX case_accesses_broken ON case_accesses (at) WHERE why IS NOT NULL;
";
