//! Recovery codes: what opens an account once when the device is lost.

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

/// One code. The person has it on paper, the row its digest.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "recovery_codes")]
pub struct Model {
    /// Whose it is.
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: PersonId,
    /// SHA-256 of the code, which is as random as a key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub digest: Vec<u8>,
    /// When it was used.
    pub used_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The codes of a person that are still good.
    pub fn unused_of(person: PersonId) -> Select<Self> {
        Self::find()
            .filter(COLUMN.person_id.eq(person))
            .filter(COLUMN.used_at.is_null())
    }
}
