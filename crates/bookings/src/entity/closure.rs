//! Closures: dated rows that close a house, or some of its spaces.

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::{ClosureId, VenueId};

/// A closure, as it was entered; only its end is ever written later.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "closures")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ClosureId,
    /// Of which house.
    pub venue_id: VenueId,
    /// How its dates are told.
    pub kind: Kind,
    /// 1 is Monday, 7 is Sunday; of a weekly one.
    pub weekday: Option<i32>,
    /// Whether a weekly one moves past a 祝日 to the next day that is none.
    pub moves: bool,
    /// The first day: `12-28` of a yearly one, `2026-12-15` of a single one.
    pub first: Option<String>,
    /// The last day, closed too; the first again where it is for good.
    pub last: Option<String>,
    /// Whether a single one has no end: its spaces are given up.
    pub for_good: bool,
    /// Minutes after midnight in Tokyo, when only a part of the day is closed.
    pub opens: Option<i32>,
    /// Minutes after midnight in Tokyo.
    pub closes: Option<i32>,
    /// Whether it closes only the spaces in `closure_spaces`.
    pub some_spaces: bool,
    /// Why, as people read it.
    pub reason: String,
    /// The same in English, or empty.
    pub reason_en: String,
    /// The first date on which it is in force.
    pub valid_from: String,
    /// The last date on which it is in force; none while nobody has ended it.
    pub valid_until: Option<String>,
    /// Who entered it; none when it came with the setting up.
    pub made_by: Option<PersonId>,
    /// When.
    pub made_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}

/// How the dates of a closure are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Kind {
    /// On a weekday of every week.
    Weekly,
    /// Every year from a day to another.
    Yearly,
    /// Once, from a date to another.
    Once,
}

impl Kind {
    /// As forms and texts name it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Weekly => "weekly",
            Self::Yearly => "yearly",
            Self::Once => "once",
        }
    }
}
