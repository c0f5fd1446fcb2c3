//! Second steps: the password was right, the digits are still to come. No session: it opens
//! nothing but the page that asks for them.

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::StepId;

/// One browser half-way in. It holds a secret; the row holds the secret's digest.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "second_steps")]
pub struct Model {
    /// Its identifier, which opens nothing.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: StepId,
    /// Whose password was right.
    pub person_id: PersonId,
    /// What it leads to.
    pub purpose: Purpose,
    /// SHA-256 of the cookie.
    pub digest: Vec<u8>,
    /// What a new device is to know, when one is being set up.
    pub secret: Option<Vec<u8>>,
    /// Where the person was going.
    pub onwards: String,
    /// When it ends by itself.
    pub expires_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}

/// What a second step leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Purpose {
    /// A session.
    SignIn,
    /// Another device, for someone who is signed in.
    SetUp,
}
