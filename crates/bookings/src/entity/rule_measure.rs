//! What the rules of booking count, and over which stretch.

use sea_orm::entity::prelude::*;
use serde::Deserialize;

/// What the amount of a rule counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum CountedBy {
    /// Months before, from the first day of that month.
    FirstOfMonth,
    /// Months before, to the day.
    Months,
    /// Days before.
    Days,
    /// Minutes before.
    Minutes,
    /// Bookings.
    Bookings,
    /// Hours of use.
    Hours,
}

/// Within which stretch a quota counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// All that lies ahead at one time.
    Standing,
    /// A day.
    Day,
    /// A week from Monday.
    Week,
    /// A month.
    Month,
}

impl Period {
    /// As forms and texts name it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Standing => "standing",
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
        }
    }
}
