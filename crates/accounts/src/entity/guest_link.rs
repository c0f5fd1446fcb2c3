//! Guests: whoever opens the link has read the letter, so the address is theirs.

use kernel::Instant;
use sea_orm::entity::prelude::*;

use super::GuestId;

/// Somebody who asked for something before the centre knew them. The letter holds the secret, the row
/// its digest.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "guest_links")]
pub struct Model {
    /// Its identifier, which opens nothing.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: GuestId,
    /// SHA-256 of the secret.
    pub digest: Vec<u8>,
    /// To which address it was sent.
    pub email: String,
    /// The address in small letters.
    pub email_key: String,
    /// The names that were typed, as JSON.
    pub names: String,
    /// The telephone that was typed; may be empty.
    pub telephone: String,
    /// The language they read.
    pub lang: String,
    /// Where it was asked from, as a digest.
    pub source: Vec<u8>,
    /// When it was written.
    pub created_at: Instant,
    /// When it ends.
    pub expires_at: Instant,
    /// When it was used.
    pub used_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// Those who can still come in.
    pub fn waiting(now: Instant) -> Select<Self> {
        Self::find()
            .filter(COLUMN.used_at.is_null())
            .filter(COLUMN.expires_at.gt(now))
    }
}
