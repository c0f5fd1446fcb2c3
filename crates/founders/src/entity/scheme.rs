//! The ward's certified plan (認定創業支援等事業計画): dated rows.

use kernel::{Instant, PersonId};
use sea_orm::{QueryOrder, entity::prelude::*};

use super::SchemeId;

/// What the plan asks for from a day on, and what the ward decided to go with it.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "schemes")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SchemeId,
    /// The first day on which it is in force.
    pub valid_from: String,
    /// Where it is written, as pages and certificates quote it.
    pub source: String,
    /// Who issues certificates (目黒区長).
    pub issuer: String,
    /// How addresses in the ward begin, with spaces between.
    pub ward: String,
    /// What must be learnt about: codes with spaces between.
    pub areas: String,
    /// At least so many lessons or days.
    pub least_sessions: i32,
    /// Of which: `day` or `session`.
    pub distinct_by: String,
    /// What "a month" means: `none`, `calendar`, `less_a_day`, `days`.
    pub month_rule: String,
    /// So many months, or days.
    pub month_count: i32,
    /// What counts together: `open`, `course`, `months`.
    pub together: String,
    /// Within so many months, for `months`.
    pub together_months: i32,
    /// At least so many lessons of one course; 0 when that is not asked for.
    pub course_least: i32,
    /// Of so many.
    pub course_of: i32,
    /// What counts beside being there in time, with spaces between: `late`, `left_early`, `online`,
    /// `consultations`.
    pub counts: String,
    /// How many months a certificate is good.
    pub valid_months: i32,
    /// How many working days the ward takes to answer.
    pub answer_days: i32,
    /// The most copies at once.
    pub most_copies: i32,
    /// Who gets another certificate: codes of standings with spaces between.
    pub again: String,
    /// Whether also while the first is good.
    pub again_while_valid: bool,
    /// Who entered it.
    pub made_by: Option<PersonId>,
    /// When.
    pub made_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// Whether something counts beside being there in time.
    pub fn counts(&self, what: &str) -> bool {
        self.counts.split(' ').any(|own| own == what)
    }
}

impl Entity {
    /// Every version, the oldest first.
    pub fn all_versions() -> Select<Self> {
        Self::find().order_by_asc(COLUMN.valid_from)
    }
}
