//! Where a rate of consumption tax comes from, who entered it and when: the manager enters the next.

use sea_orm_migration::prelude::*;

use crate::sql;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, COLUMNS).await
    }
}

const COLUMNS: &str = "
ALTER TABLE tax_rates ADD COLUMN source TEXT NOT NULL DEFAULT '';
ALTER TABLE tax_rates ADD COLUMN made_by {uuid} REFERENCES people (id);
ALTER TABLE tax_rates ADD COLUMN made_at BIGINT;
UPDATE tax_rates SET source = '消費税法第29条第1号・地方税法第72条の83' WHERE code = 'standard';
UPDATE tax_rates SET source = '消費税法第29条第2号・地方税法第72条の83' WHERE code = 'reduced';
UPDATE tax_rates SET source = '消費税法第6条' WHERE code = 'exempt';
";
