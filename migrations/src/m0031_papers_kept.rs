//! What a receipt and the paper of a refund say is kept with them, whatever changes afterwards.
//!
//! Papers of before keep what they said when they were made: the terms of that day, the addressee
//! of the receipt or the name of whoever had paid. A moved booking's old day is known no more, and
//! its papers keep the day they show now.

use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

use crate::{sql, sql_on};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, COLUMNS).await?;
        for (backend, day) in DAYS {
            for (table, at) in [("receipts", "issued_at"), ("refunds", "refunded_at")] {
                sql_on(backend, manager, &terms_of(table, &day.replace("{at}", at))).await?;
            }
        }
        Ok(())
    }
}

const COLUMNS: &str = "
ALTER TABLE payment_parts ADD COLUMN used_on TEXT NOT NULL DEFAULT '';
UPDATE payment_parts SET used_on =
    (SELECT used_on FROM bills WHERE bills.id = payment_parts.bill_id);

ALTER TABLE receipts ADD COLUMN terms_id {uuid} REFERENCES fee_terms (id);
ALTER TABLE refunds ADD COLUMN terms_id {uuid} REFERENCES fee_terms (id);

ALTER TABLE refunds ADD COLUMN addressee TEXT NOT NULL DEFAULT '';
UPDATE refunds SET addressee = COALESCE(
    (SELECT addressee FROM receipts
     WHERE receipts.payment_id = refunds.payment_id AND receipts.addressee <> ''),
    (SELECT people.family_name || ' ' || people.given_name FROM bills JOIN people ON people.id = bills.person_id
     WHERE bills.id = refunds.bill_id),
    '');
";

/// The day in Tokyo of an instant in microseconds.
const DAYS: [(DbBackend, &str); 2] = [
    (
        DbBackend::Sqlite,
        "date({at} / 1000000 + 32400, 'unixepoch')",
    ),
    (
        DbBackend::Postgres,
        "to_char(to_timestamp({at} / 1000000) AT TIME ZONE 'Asia/Tokyo', 'YYYY-MM-DD')",
    ),
];

/// The terms in force on that day.
fn terms_of(table: &str, day: &str) -> String {
    format!(
        "UPDATE {table} SET terms_id =
             (SELECT fee_terms.id FROM fee_terms WHERE fee_terms.valid_from <= {day}
              ORDER BY fee_terms.valid_from DESC LIMIT 1);"
    )
}
