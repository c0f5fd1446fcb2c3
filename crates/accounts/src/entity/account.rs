//! Accounts: how a person signs in.

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

/// A person's address and password.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "accounts")]
pub struct Model {
    /// Whose it is.
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: PersonId,
    /// Where letters go, as typed.
    pub email: String,
    /// The address in small letters; no two accounts share it.
    pub email_key: String,
    /// What addresses of one mailbox have in common; see `rules::email_root`.
    pub email_root: String,
    /// Argon2id, in PHC form.
    pub password_hash: String,
    /// The language they chose last.
    pub lang: Option<String>,
    /// Since when.
    pub created_at: Instant,
    /// The person.
    #[sea_orm(belongs_to, from = "person_id", to = "id")]
    pub person: BelongsTo<super::person::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The account of this address, however it is written.
    pub fn by_email(email: &str) -> Select<Self> {
        Self::find().filter(COLUMN.email_key.eq(crate::rules::email_key(email)))
    }
}
