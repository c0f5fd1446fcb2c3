//! That what somebody answered was erased.

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::EnrolmentId;

/// Once for each enrolment. From then on it is answered no more.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "erased_answers")]
pub struct Model {
    /// Of which enrolment.
    #[sea_orm(primary_key, auto_increment = false)]
    pub enrolment_id: EnrolmentId,
    /// Why, in words of those who keep the seminar.
    pub why: String,
    /// Who erased it.
    pub erased_by: Option<PersonId>,
    /// When.
    pub erased_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
