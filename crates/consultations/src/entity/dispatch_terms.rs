//! The terms of dispatches: dated rows.

use chrono::NaiveDate;
use sea_orm::{QueryOrder, entity::prelude::*};

/// How often an expert comes to one business in a fiscal year, and for how long.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "dispatch_terms")]
pub struct Model {
    /// The first date on which they are in force.
    #[sea_orm(primary_key, auto_increment = false)]
    pub valid_from: String,
    /// So many times at most in a fiscal year, whatever the theme.
    pub most_per_applicant: i32,
    /// So many times at most about one theme in a fiscal year.
    pub most_per_theme: i32,
    /// How long one time is, in minutes.
    pub minutes: i32,
    /// Where they come from.
    pub source: String,
}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The terms in force on a date: the newest that apply already.
    pub fn on(date: NaiveDate) -> Select<Self> {
        Self::find()
            .filter(COLUMN.valid_from.lte(date.to_string()))
            .order_by_desc(COLUMN.valid_from)
    }
}
