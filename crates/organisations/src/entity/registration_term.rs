//! How long a registration lasts, and when people are reminded that it ends: dated rows.

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
    /// So many days before its end people are reminded for the first time.
    pub remind_first: i32,
    /// So many days before its end they are reminded once more.
    pub remind_last: i32,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// Known by what it says: whoever replaces it has seen it.
    pub fn mark(&self) -> String {
        format!("{}-{}-{}", self.months, self.remind_first, self.remind_last)
    }
}
