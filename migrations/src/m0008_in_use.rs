//! Uses that are running, so that the sweep that ends them reads no others.

use sea_orm_migration::prelude::*;

use crate::sql;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, INDEX).await
    }
}

const INDEX: &str = "CREATE INDEX holds_in_use ON holds (id) WHERE state = 'in_use';";
