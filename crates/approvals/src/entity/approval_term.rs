//! How many days an answer may take: dated rows.

use sea_orm::entity::prelude::*;

/// What holds from a date on.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "approval_terms")]
pub struct Model {
    /// The first day on which it holds.
    #[sea_orm(primary_key, auto_increment = false)]
    pub valid_from: String,
    /// An answer is due after so many days, or on the next day on which offices are open.
    pub days: i32,
    /// Whoever decides is reminded so many days before.
    pub remind: i32,
    /// Where it is written.
    pub source: String,
}

impl ActiveModelBehavior for ActiveModel {}
