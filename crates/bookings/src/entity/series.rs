//! Series: bookings that one person made together, by a rhythm.

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::SeriesId;

/// A series. Its bookings stand for themselves; it only says that they belong together.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "series")]
pub struct Model {
    /// Its identifier, as in addresses.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SeriesId,
    /// Who uses the place.
    pub person_id: PersonId,
    /// The member of staff who entered it at the counter, if one did.
    pub booked_by: Option<PersonId>,
    /// What people say at the counter and on the telephone: `K7M-4PX-9TD`.
    pub reference: String,
    /// How it repeats.
    pub rhythm: Rhythm,
    /// The date it was counted from, `2026-12-15`.
    pub first_on: String,
    /// When it was made.
    pub created_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}

/// How a booking repeats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Rhythm {
    /// 毎週.
    Weekly,
    /// 隔週.
    Fortnightly,
    /// 毎月 第n曜日: the same weekday, counted from the first of the month.
    Monthly,
    /// 毎月 最終曜日: the last such weekday of the month.
    MonthlyLast,
}

impl Rhythm {
    /// Every rhythm, in the order of lists.
    pub const ALL: [Self; 4] = [
        Self::Weekly,
        Self::Fortnightly,
        Self::Monthly,
        Self::MonthlyLast,
    ];

    /// As forms write it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Weekly => "weekly",
            Self::Fortnightly => "fortnightly",
            Self::Monthly => "monthly",
            Self::MonthlyLast => "monthly_last",
        }
    }

    /// As a form has it; `None` when there is no such rhythm.
    pub fn read(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rhythm| rhythm.code() == code)
    }
}
