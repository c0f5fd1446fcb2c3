//! The rules of booking: dated rows, of which only the end is ever written later.

use kernel::{Instant, PersonId};
use organisations::entity::category::{Locality, Party, Stage};
use sea_orm::entity::prelude::*;

use super::{RuleId, SpaceId};

pub use super::rule_measure::{CountedBy, Period};

/// A rule of booking, as it was entered. Which columns it has follows from its kind.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "booking_rules")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RuleId,
    /// What it is about.
    pub kind: Kind,
    /// Only this space; none for all of them.
    pub space_id: Option<SpaceId>,
    /// Only those who belong here.
    pub locality: Option<Locality>,
    /// Only those who come as this.
    pub party: Option<Party>,
    /// Only founders who are so far.
    pub stage: Option<Stage>,
    /// What is counted.
    pub counted_by: Option<CountedBy>,
    /// How many of it; of a 無断不使用 how often.
    pub amount: Option<i32>,
    /// Minutes after midnight in Tokyo.
    pub clock: Option<i32>,
    /// Within which stretch a quota counts.
    pub period: Option<Period>,
    /// Absences are counted within so many months.
    pub within_months: Option<i32>,
    /// No new booking for so many months.
    pub for_months: Option<i32>,
    /// Cancelling so few days before counts as an absence.
    pub late_days: Option<i32>,
    /// A request is decided within so many business days.
    pub decide_days: Option<i32>,
    /// Which ordinance or rule it comes from, as people read it.
    pub source: String,
    /// The same in English, or empty.
    pub source_en: String,
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

/// What a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Kind {
    /// From when on a day can be booked.
    Window,
    /// Until when a time can be booked.
    Notice,
    /// How much one may have.
    Quota,
    /// What follows from staying away.
    NoShow,
    /// How many days in a row.
    Run,
    /// What must be approved.
    Approval,
}

impl Kind {
    /// Every kind, in the order of lists.
    pub const ALL: [Self; 6] = [
        Self::Window,
        Self::Notice,
        Self::Quota,
        Self::Run,
        Self::Approval,
        Self::NoShow,
    ];

    /// As forms and texts name it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Window => "window",
            Self::Notice => "notice",
            Self::Quota => "quota",
            Self::NoShow => "no_show",
            Self::Run => "run",
            Self::Approval => "approval",
        }
    }
}
