//! Second factors: a device that shows six digits, beside the password.

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

/// The device of one person.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "second_factors")]
pub struct Model {
    /// Whose it is.
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: PersonId,
    /// What the device and the centre both know.
    pub secret: Vec<u8>,
    /// The last step whose digits were taken: neither they nor older ones are taken again.
    pub last_step: i64,
    /// Since when.
    pub enrolled_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
