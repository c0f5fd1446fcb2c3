//! What the manager carries out beside the plan with the ward's consent (自主事業), and the programme
//! for which the centre uses a space.
//!
//! An own use said its programme in free words. They stay as its title; from now on a programme of the
//! approved plan is named beside them, of which older uses have none.

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

/// What was asked for is never changed; of one name one stands in a year.
const TABLES: &str = "
CREATE TABLE initiatives (
    id              {uuid} PRIMARY KEY,
    fiscal_year     INTEGER NOT NULL,
    name            TEXT NOT NULL,
    summary         TEXT NOT NULL,
    proposed_by     {uuid} NOT NULL REFERENCES people (id),
    proposed_at     BIGINT NOT NULL,
    stands          BOOLEAN NOT NULL
);
CREATE UNIQUE INDEX initiatives_standing ON initiatives (fiscal_year, name) WHERE stands;
ALTER TABLE own_uses ADD COLUMN programme_id {uuid};
ALTER TABLE own_uses ADD COLUMN title TEXT NOT NULL DEFAULT '';
UPDATE own_uses SET title = programme, programme = '';
";
