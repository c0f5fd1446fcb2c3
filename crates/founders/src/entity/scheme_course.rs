//! Which seminars belong to the certified plan, and from when until when.

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;
use seminars::entity::SeminarId;

/// One seminar of the plan.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "scheme_courses")]
pub struct Model {
    /// Which.
    #[sea_orm(primary_key, auto_increment = false)]
    pub seminar_id: SeminarId,
    /// The first day whose lessons count.
    pub counts_from: String,
    /// The last day; none while no end is known.
    pub counts_until: Option<String>,
    /// What each of its lessons is about, where the plan takes it as a whole; empty when each lesson
    /// says it.
    pub areas: String,
    /// Grows with every change.
    pub edition: i32,
    /// Who entered it.
    pub made_by: Option<PersonId>,
    /// When.
    pub made_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
