//! Sign-in sessions: the browsers in which people are signed in.

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::SessionId;

/// One browser. It holds a secret; the row holds the secret's digest.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sign_in_sessions")]
pub struct Model {
    /// Its identifier, which opens nothing.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SessionId,
    /// Who is signed in.
    pub person_id: PersonId,
    /// SHA-256 of the cookie.
    pub digest: Vec<u8>,
    /// Since when.
    pub started_at: Instant,
    /// When it was last used, to about ten minutes.
    pub seen_at: Instant,
    /// When it ends by itself.
    pub expires_at: Instant,
    /// Browser and system in words: `Chrome・Windows`.
    pub device: String,
    /// When the second step was passed; without it nobody works here.
    pub second_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// A person's own sessions; another's are not there.
    pub fn of(person: PersonId) -> Select<Self> {
        Self::find().filter(COLUMN.person_id.eq(person))
    }
}
