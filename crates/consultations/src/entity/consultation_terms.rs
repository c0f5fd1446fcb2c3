//! The terms of consultations: dated rows.

use chrono::NaiveDate;
use sea_orm::{QueryOrder, entity::prelude::*};

/// How long a meeting is, when one can be asked for, when people are reminded and asked again.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "consultation_terms")]
pub struct Model {
    /// The first date on which they are in force.
    #[sea_orm(primary_key, auto_increment = false)]
    pub valid_from: String,
    /// How long a meeting is, in minutes.
    pub meeting_minutes: i32,
    /// So many hours before it a time can be asked for at the latest.
    pub notice_hours: i32,
    /// So many days ahead a time can be asked for.
    pub days_ahead: i32,
    /// Within so many working days somebody is found for a request.
    pub triage_days: i32,
    /// So many days before a meeting both are reminded; 0 for not at all.
    pub first_reminder: i32,
    /// The same a second time.
    pub second_reminder: i32,
    /// So many months after the last meeting people are asked again: `1,3,6`.
    pub follow_up_months: String,
    /// So many years after its end a case is kept (保存年限).
    pub retention_years: i32,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// After how many months people are asked again.
    pub fn months(&self) -> Vec<u32> {
        let months = self.follow_up_months.split(',');
        months.filter_map(|month| month.parse().ok()).collect()
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
