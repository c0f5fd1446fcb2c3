//! Places that the centre gave to others because they were not paid.

use kernel::Instant;
use sea_orm::entity::prelude::*;

use super::EnrolmentId;

/// One enrolment that stayed unpaid.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "unpaid_places")]
pub struct Model {
    /// The enrolment.
    #[sea_orm(primary_key, auto_increment = false)]
    pub enrolment_id: EnrolmentId,
    /// When its place was given to others.
    pub released_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
