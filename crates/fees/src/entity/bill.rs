//! Bills (請求): what one thing costs one payer.

use kernel::{Instant, PersonId};
use organisations::entity::OrganisationId;
use sea_orm::entity::prelude::*;

use super::BillId;

/// A bill. What is owed on it is the sum of its charges less what was paid.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "bills")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: BillId,
    /// Who owes it.
    pub person_id: PersonId,
    /// For which organisation they came.
    pub organisation_id: Option<OrganisationId>,
    /// What people say at the counter: the number of the booking.
    pub reference: String,
    /// Where the page of what it is for lies.
    pub link: String,
    /// The day of use.
    pub used_on: String,
    /// By when it is to be paid.
    pub due_on: String,
    /// The rate of tax of all its charges, in thousandths.
    pub thousandths: i32,
    /// What is owed now, or, below nothing, to be given back: reckoned again from its rows with
    /// every change, so that lists of what is open need not add everything up.
    pub open_amount: i64,
    /// When it was made.
    pub made_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
