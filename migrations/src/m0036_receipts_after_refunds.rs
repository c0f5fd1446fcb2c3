//! Whether money was given back before its receipt was issued or after: the one is taken off what
//! the receipt says, the other is said beside it.
//!
//! Receipts of before were issued for all that had come in, whatever had been given back by then.
//! What stands on the paper that somebody holds stays so: all refunds of theirs count as given back
//! after it.

use sea_orm_migration::prelude::*;

use crate::sql;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, COLUMN).await
    }
}

const COLUMN: &str = "
ALTER TABLE refunds ADD COLUMN receipt_id {uuid} REFERENCES receipts (id);
UPDATE refunds SET receipt_id =
    (SELECT receipts.id FROM receipts WHERE receipts.payment_id = refunds.payment_id);
";
