//! Links sent by letter: whoever opens one has read the letter.

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use super::LinkId;
use crate::rules::Names;

/// One link. The letter holds the secret, the row its digest.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "letter_links")]
pub struct Model {
    /// Its identifier, which opens nothing.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: LinkId,
    /// What it is for.
    pub purpose: Purpose,
    /// SHA-256 of the secret.
    pub digest: Vec<u8>,
    /// To which address it was sent.
    pub email: String,
    /// Whose it is; none for a sign-up by someone not yet known, and for a reset that was asked
    /// for an address nobody has (kept so that both take the same work).
    pub person_id: Option<PersonId>,
    /// What was typed: [`Facts`] as JSON.
    pub facts: String,
    /// When it was written.
    pub created_at: Instant,
    /// When it ends.
    pub expires_at: Instant,
    /// When it was used.
    pub used_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Opens an account.
    SignUp,
    /// Chooses a new password.
    Reset,
    /// Moves the account to this address.
    Change,
}

/// What was typed before the letter was sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// Who signs up.
    pub names: Names,
    /// Where they were going.
    pub next: Option<String>,
    /// The language they read.
    pub lang: Option<String>,
}
