//! What cancelling costs: dated rows.

use sea_orm::entity::prelude::*;

/// What cancelling so many days before still costs.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "cancellation_tiers")]
pub struct Model {
    /// The first day on which it holds, with all rows of that day.
    #[sea_orm(primary_key, auto_increment = false)]
    pub valid_from: String,
    /// So many days before the day of use, or more.
    #[sea_orm(primary_key, auto_increment = false)]
    pub days_before: i32,
    /// How much of the charge stays, in per cent.
    pub percent: i32,
}

impl ActiveModelBehavior for ActiveModel {}
