//! Numbers that are drawn one after another and never twice: places in lines, numbers of papers.

use sea_orm::entity::prelude::*;

/// The last number drawn under a name.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "drawn_numbers")]
pub struct Model {
    /// What is numbered.
    #[sea_orm(primary_key, auto_increment = false)]
    pub name: String,
    /// The last number.
    pub last: i64,
}

impl ActiveModelBehavior for ActiveModel {}
