//! What bookings cost: the tariff of a space, the bill of a booking, and by when it is paid.

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
CREATE TABLE space_tariffs (
    space_id   {uuid} NOT NULL REFERENCES spaces (id),
    valid_from TEXT NOT NULL,
    tariff_id  {uuid} REFERENCES tariffs (id),
    PRIMARY KEY (space_id, valid_from)
);

CREATE TABLE booking_charges (
    booking_id {uuid} PRIMARY KEY REFERENCES bookings (id),
    bill_id    {uuid} NOT NULL UNIQUE REFERENCES bills (id)
);

CREATE TABLE payment_terms (
    valid_from TEXT PRIMARY KEY,
    days       INTEGER NOT NULL CHECK (days BETWEEN 0 AND 365)
);

CREATE TABLE cancellation_tiers (
    valid_from  TEXT NOT NULL,
    days_before INTEGER NOT NULL CHECK (days_before BETWEEN 0 AND 365),
    percent     INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 100),
    PRIMARY KEY (valid_from, days_before)
);
";
