//! Tokens: keys to the API that a person has made for a program of theirs.

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;
use serde::Serialize;

use super::TokenId;

/// One token. The person's program holds the secret, the row its digest.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "api_tokens")]
pub struct Model {
    /// Its identifier, which opens nothing.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TokenId,
    /// In whose name it acts.
    pub person_id: PersonId,
    /// What the person calls it.
    pub name: String,
    /// SHA-256 of the token.
    pub digest: Vec<u8>,
    /// What it may do.
    pub scope: Scope,
    /// Since when.
    pub created_at: Instant,
    /// When it was last used, to about ten minutes.
    pub used_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// A person's own tokens; another's are not there.
    pub fn of(person: PersonId) -> Select<Self> {
        Self::find().filter(COLUMN.person_id.eq(person))
    }
}

/// What a token may do in its person's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Look only.
    Read,
    /// Look and change.
    Write,
}

impl Scope {
    /// Reads `read` or `write`.
    pub fn parse(code: &str) -> Option<Self> {
        match code {
            "read" => Some(Self::Read),
            "write" => Some(Self::Write),
            _ => None,
        }
    }
}
