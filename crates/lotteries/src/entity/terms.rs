//! By which terms the months of a space are drawn (抽選のきまり).

use bookings::entity::SpaceId;
use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::TermsId;

/// The terms of a space from one month of use on; only their end is ever written later.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "lottery_terms")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TermsId,
    /// Of which space.
    pub space_id: SpaceId,
    /// The first day of the first month that is drawn.
    pub first_month: String,
    /// The first day of the last one; none while nobody has ended it.
    pub last_month: Option<String>,
    /// People apply so many months before the month of use.
    pub months_before: i32,
    /// From this day of that month on.
    pub from_day: i32,
    /// Until this day, the day itself included.
    pub until_day: i32,
    /// So many entries at most for one person or organisation in a month.
    pub most: i32,
    /// So many days after its lists are frozen a lottery is drawn by itself, if nobody has drawn it.
    pub draw_days: i32,
    /// Within so many days after the draw who won says that they come.
    pub answer_days: i32,
    /// Which ordinance or rule it comes from.
    pub source: String,
    /// The same in English, or empty.
    pub source_en: String,
    /// Who entered it; none when it came with the setting up.
    pub made_by: Option<PersonId>,
    /// When.
    pub made_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
