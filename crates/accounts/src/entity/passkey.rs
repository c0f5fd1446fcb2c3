//! Passkeys: devices that prove themselves, beside the password.

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::PasskeyId;

/// One passkey. The device holds the private key, the row the public one.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "passkeys")]
pub struct Model {
    /// Its identifier, which opens nothing.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PasskeyId,
    /// Whose it is.
    pub person_id: PersonId,
    /// What the device calls it; no two accounts share one.
    pub credential_id: Vec<u8>,
    /// The public key and what is known of the device, as `crate::passkey` writes it.
    pub credential: String,
    /// How often the device says it was used: it never counts backwards. 0 when it does not count.
    pub sign_count: i64,
    /// What the person calls it.
    pub name: String,
    /// Since when.
    pub created_at: Instant,
    /// When it was last used.
    pub used_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// A person's own passkeys; another's are not there.
    pub fn of(person: PersonId) -> Select<Self> {
        Self::find().filter(COLUMN.person_id.eq(person))
    }
}
