//! The terms of seminars: dated rows.

use chrono::NaiveDate;
use sea_orm::{QueryOrder, entity::prelude::*};

/// When people are reminded of a lesson, how long they can answer afterwards, and by when they pay.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "seminar_terms")]
pub struct Model {
    /// The first date on which they are in force.
    #[sea_orm(primary_key, auto_increment = false)]
    pub valid_from: String,
    /// So many hours before a lesson people are reminded of it; 0 for not at all.
    pub remind_hours: i32,
    /// So many days the questionnaire can be answered; 0 for none.
    pub answer_days: i32,
    /// So many days somebody who has a place can pay it.
    pub payment_days: i32,
    /// So many days before the first lesson is the last on which giving up a place costs nothing.
    pub free_days: i32,
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
