//! The numbers of certificates, from 1 in each fiscal year.

use sea_orm::entity::prelude::*;

/// The last number of a fiscal year. Its row is locked by whoever draws the next.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "certificate_numbers")]
pub struct Model {
    /// Which year.
    #[sea_orm(primary_key, auto_increment = false)]
    pub fiscal_year: i32,
    /// The last number drawn.
    pub last: i32,
}

impl ActiveModelBehavior for ActiveModel {}
