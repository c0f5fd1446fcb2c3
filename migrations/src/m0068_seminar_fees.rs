//! Seminars that cost something: how much, by when it is paid, whose bill is whose, and places that were
//! given to others because nobody paid.

use sea_orm_migration::prelude::*;

use crate::sql;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, FEES).await
    }
}

const FEES: &str = "
ALTER TABLE seminars ADD COLUMN fee_yen BIGINT NOT NULL DEFAULT 0
    CHECK (fee_yen BETWEEN 0 AND 1000000);
ALTER TABLE seminar_terms ADD COLUMN payment_days INTEGER NOT NULL DEFAULT 7
    CHECK (payment_days BETWEEN 0 AND 90);
ALTER TABLE seminar_terms ADD COLUMN free_days INTEGER NOT NULL DEFAULT 3
    CHECK (free_days BETWEEN 0 AND 90);
CREATE TABLE enrolment_bills (
    enrolment_id {uuid} PRIMARY KEY REFERENCES enrolments (id),
    bill_id      {uuid} NOT NULL UNIQUE REFERENCES bills (id),
    free_until   TEXT NOT NULL
);
CREATE TABLE unpaid_places (
    enrolment_id {uuid} PRIMARY KEY REFERENCES enrolments (id),
    released_at  BIGINT NOT NULL
);
";
