//! Up to which size the law supports a business: dated rows by trade.

use sea_orm::entity::prelude::*;

use super::case::Industry;

/// The limits of one trade from a day on.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "enterprise_limits")]
pub struct Model {
    /// The first date on which they are in force.
    #[sea_orm(primary_key, auto_increment = false)]
    pub valid_from: String,
    /// The trade.
    #[sea_orm(primary_key, auto_increment = false)]
    pub industry: Industry,
    /// The most capital of a medium one.
    pub capital_yen: i64,
    /// The most employees of a medium one.
    pub employees: i32,
    /// The most employees of a small one.
    pub small_employees: i32,
}

impl ActiveModelBehavior for ActiveModel {}
