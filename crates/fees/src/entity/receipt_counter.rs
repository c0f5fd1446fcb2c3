//! The last number of each fiscal year.

use sea_orm::entity::prelude::*;

/// Locked by whoever draws the next number.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "receipt_counters")]
pub struct Model {
    /// The year in which the fiscal year begins.
    #[sea_orm(primary_key, auto_increment = false)]
    pub fiscal_year: i32,
    /// The last number drawn.
    pub last: i32,
}

impl ActiveModelBehavior for ActiveModel {}
