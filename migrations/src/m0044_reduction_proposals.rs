//! Reductions beyond the ward's criteria are proposed, and decided by the ward's approver through
//! `approvals` (減免の伺い).
//!
//! Until now the approver reduced at once, by a rule about roles, and nothing was asked for in
//! writing: there is no row of an open ask in any table, so none is carried over. What was granted
//! stays in `reduction_grants` as the decision of whoever made it.

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

/// What was asked for is never changed; of one bill one thing is asked at a time.
const TABLES: &str = "
CREATE TABLE reduction_proposals (
    id              {uuid} PRIMARY KEY,
    bill_id         {uuid} NOT NULL REFERENCES bills (id),
    charge_id       {uuid} NOT NULL REFERENCES charges (id),
    charged         BIGINT NOT NULL,
    kind_id         {uuid} REFERENCES reduction_kinds (id),
    percent         INTEGER NOT NULL CHECK (percent BETWEEN 1 AND 100),
    reason          TEXT,
    proposed_by     {uuid} NOT NULL REFERENCES people (id),
    proposed_at     BIGINT NOT NULL,
    answered_at     BIGINT
);
CREATE UNIQUE INDEX reduction_proposals_open ON reduction_proposals (bill_id)
    WHERE answered_at IS NULL;
CREATE INDEX reduction_proposals_by_bill ON reduction_proposals (bill_id, proposed_at);
";
