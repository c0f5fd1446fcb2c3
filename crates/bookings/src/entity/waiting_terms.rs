//! The terms of waiting: dated rows.

use chrono::NaiveDate;
use sea_orm::{QueryOrder, entity::prelude::*};

/// How long an offer waits for an answer, and how many lines a person may stand in.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "waiting_terms")]
pub struct Model {
    /// The first date on which they are in force.
    #[sea_orm(primary_key, auto_increment = false)]
    pub valid_from: String,
    /// The longest time to answer, in minutes.
    pub longest_minutes: i32,
    /// The shortest time to answer, in minutes.
    pub shortest_minutes: i32,
    /// No offer is made when fewer minutes are left before the use begins.
    pub last_call_minutes: i32,
    /// Who lets so many offers lapse leaves the line.
    pub lapses: i32,
    /// In so many lines a person may stand at once.
    pub most: i32,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// By what a page says which terms it showed.
    pub fn mark(&self) -> String {
        format!(
            "{}-{}-{}-{}-{}",
            self.longest_minutes,
            self.shortest_minutes,
            self.last_call_minutes,
            self.lapses,
            self.most
        )
    }
}

impl Entity {
    /// The terms in force on a date: the newest that apply already.
    pub fn on(date: NaiveDate) -> Select<Self> {
        Self::find()
            .filter(COLUMN.valid_from.lte(date.to_string()))
            .order_by_desc(COLUMN.valid_from)
    }
}
