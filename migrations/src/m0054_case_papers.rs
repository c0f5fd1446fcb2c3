//! Papers of cases, referrals to partners with their consent, what was reached, photographs of experts.

use sea_orm_migration::prelude::*;

use crate::sql;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, TABLES).await?;
        sql(manager, PHOTOS).await
    }
}

const TABLES: &str = "
CREATE TABLE case_papers (
    case_id      {uuid} NOT NULL REFERENCES cases (id),
    paper_id     {uuid} NOT NULL REFERENCES papers (id),
    from_client  BOOLEAN NOT NULL,
    handed_in_by {uuid} REFERENCES people (id),
    handed_in_at BIGINT NOT NULL,
    PRIMARY KEY (case_id, paper_id)
);

CREATE TABLE referrals (
    id           {uuid} PRIMARY KEY,
    case_id      {uuid} NOT NULL REFERENCES cases (id),
    agency_id    {uuid} NOT NULL REFERENCES agencies (id),
    purpose      TEXT NOT NULL,
    items        TEXT NOT NULL,
    consented_on TEXT NOT NULL,
    consent      TEXT NOT NULL CHECK (consent IN ('written', 'spoken', 'online')),
    written_by   {uuid} NOT NULL REFERENCES people (id),
    written_at   BIGINT NOT NULL,
    ended_at     BIGINT
);
CREATE INDEX referrals_by_case ON referrals (case_id);

CREATE TABLE milestones (
    id         {uuid} PRIMARY KEY,
    case_id    {uuid} NOT NULL REFERENCES cases (id),
    kind       TEXT NOT NULL CHECK (kind IN ('opened', 'hired', 'sales', 'financed', 'succeeded')),
    reached_on TEXT NOT NULL,
    evidence   TEXT NOT NULL,
    written_by {uuid} NOT NULL REFERENCES people (id),
    written_at BIGINT NOT NULL
);
CREATE INDEX milestones_by_case ON milestones (case_id);
";

const PHOTOS: &str = "
ALTER TABLE experts ADD COLUMN photo_id {uuid} REFERENCES papers (id);
";
