//! How long a registration lasts: dated rows.

use sea_orm::entity::prelude::*;

/// From this day on, a registration is granted for so long.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "registration_terms")]
pub struct Model {
    /// The first day, an ISO date.
    #[sea_orm(primary_key, auto_increment = false)]
    pub valid_from: String,
    /// So many months.
    pub months: i32,
}

impl ActiveModelBehavior for ActiveModel {}
