//! How often what can be booked has changed; the database counts it by itself.

use sea_orm::entity::prelude::*;

/// One row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "catalogue_version")]
pub struct Model {
    /// Always 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: i32,
    /// Grows with every change of a venue, its hours, a space, its units or their resources.
    pub version: i64,
}

impl ActiveModelBehavior for ActiveModel {}
