//! Which bill an enrolment has.

use fees::entity::BillId;
use sea_orm::entity::prelude::*;

use super::EnrolmentId;

/// The bill of a place in a seminar that costs something.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "enrolment_bills")]
pub struct Model {
    /// The enrolment.
    #[sea_orm(primary_key, auto_increment = false)]
    pub enrolment_id: EnrolmentId,
    /// Its bill.
    pub bill_id: BillId,
    /// The last day on which giving up the place costs nothing: never an earlier one than was said.
    pub free_until: String,
}

impl ActiveModelBehavior for ActiveModel {}
